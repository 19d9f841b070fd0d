/** The one way in and out of the core: the desktop host, the browser host, the command line and a test each bring theirs. */
export interface Files {
  /** @throws ScreeError `file-not-found`, `file-unreadable` */
  read(path: string): Promise<Uint8Array>;
  /** Replaces the whole file at once, so that a crash leaves the old one or the new one. */
  write(path: string, content: Uint8Array): Promise<void>;
  exists(path: string): Promise<boolean>;
  /** Resolves `path` against the folder of `from`, both as this host spells them. */
  resolve(from: string, path: string): string;
}
