/** The one way in and out of the core: the desktop host, the browser host, the command line and a test each bring theirs. */
export interface Files {
  /** @throws ScreeError `file-not-found`, `file-unreadable` */
  read(path: string): Promise<Uint8Array>;
  /** Replaces the whole file at once, so that a crash leaves the old one or the new one. */
  write(path: string, content: Uint8Array): Promise<void>;
  exists(path: string): Promise<boolean>;
  /**
   * For files that do not fit in memory: the size in bytes, and the content from its beginning, as often as it is asked for, in pieces that are good until the
   * next. Absent where a host gives only whole files.
   * @throws ScreeError `file-not-found`, `file-unreadable`
   */
  stream?(path: string): Promise<{ readonly size: number; pieces(): AsyncIterable<Uint8Array> }>;
  /** Resolves `path` against the folder of `from`, both as this host spells them. */
  resolve(from: string, path: string): string;
}
