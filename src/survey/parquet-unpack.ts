import { type Compressors } from "hyparquet";

/** The library's decompressors; what Zstandard announces is looked at first, because memory is taken for as much as that. */
export async function boundedCompressors(): Promise<Compressors> {
  const { compressors } = await import("hyparquet-compressors");
  const zstd = compressors.ZSTD!;
  return {
    ...compressors,
    ZSTD: (input, length) => {
      refuseAbsurdFrame(input, length);
      return zstd(input, length);
    },
  };
}

/** Beside what a page needs: the least window that encoders use for small content. */
const spare = 1 << 23;

/** Frame header (RFC 8878, section 3.1.1.1): descriptor, window, dictionary id, size of the content. */
function refuseAbsurdFrame(input: Uint8Array, length: number): void {
  if (input.length < 6) throw new RangeError("a packed page that breaks off");
  const descriptor = input[4];
  const single = (descriptor & 0x20) !== 0;
  const sizeBytes = descriptor >> 6 ? 1 << (descriptor >> 6) : single ? 1 : 0;
  const at = 5 + (single ? 0 : 1) + [0, 1, 2, 4][descriptor & 3];
  let size = sizeBytes === 2 ? 256 : 0;
  for (let i = 0; i < sizeBytes; i++) size += (input[at + i] ?? 0) * 256 ** i;
  const window = single || sizeBytes > 0 ? size : 2 ** (10 + (input[5] >> 3)) * (1 + (input[5] & 7) / 8);
  if (window > length + spare) throw new RangeError(`a packed page that asks for ${window} bytes of memory`);
}
