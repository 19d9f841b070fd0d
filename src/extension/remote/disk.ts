/** The least of node:fs, as far as this host has it. */
interface Disk {
  readonly promises: {
    open(path: string): Promise<{
      read(buffer: Uint8Array, offset: number, length: number, position: number): Promise<{ bytesRead: number }>;
      stat(): Promise<{ size: number }>;
      close(): Promise<void>;
    }>;
    readFile(path: string): Promise<Uint8Array>;
  };
}

/**
 * Inside a worker of the desktop host: files of the disk, without the way through the editor, which can give only whole files and copies them twice.
 * undefined where there is no disk, the URI is of somewhere else, or the file cannot be read: then the editor is asked, and says what is wrong.
 */
export const disk = {
  async size(uri: string): Promise<number | undefined> {
    return withFile(uri, async (file) => (await file.stat()).size);
  },

  /** the first bytes of a file */
  async head(uri: string, length: number): Promise<Uint8Array | undefined> {
    return withFile(uri, async (file) => {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await file.read(bytes, 0, length, 0);
      return bytes.subarray(0, bytesRead);
    });
  },

  async whole(uri: string): Promise<Uint8Array | undefined> {
    const [fs, path] = [nodeFs(), localPath(uri)];
    const bytes = fs && path ? await fs.promises.readFile(path).catch(() => undefined) : undefined;
    return bytes && new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length); // a Buffer's slice() is no copy
  },
};

type Opened = Awaited<ReturnType<Disk["promises"]["open"]>>;

async function withFile<T>(uri: string, work: (file: Opened) => Promise<T>): Promise<T | undefined> {
  const [fs, path] = [nodeFs(), localPath(uri)];
  const file = fs && path ? await fs.promises.open(path).catch(() => undefined) : undefined;
  if (!file) return undefined;
  try {
    return await work(file);
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}

const nodeFs = () => globalThis.process?.getBuiltinModule?.("node:fs") as Disk | undefined;

function localPath(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  const url = globalThis.process?.getBuiltinModule?.("node:url") as { fileURLToPath(url: string): string } | undefined;
  try {
    return url?.fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
