import type { Files } from "../files";

/** What a command may touch. The process brings its own; so can a test. */
export interface Io {
  readonly files: Files;
  /** all of standard input */
  stdin(): Promise<Uint8Array>;
  /** to standard output, as it is */
  out(text: string): void;
  /** one line to standard error */
  err(line: string): void;
  /** standard output is a terminal that shows colours */
  readonly colours: boolean;
}

/** A command of the program: its help, and what it does with the words after its name. Resolves to the exit status. */
export interface Command {
  readonly help: string;
  run(words: readonly string[], io: Io): Promise<number>;
}

/** Exit statuses of the contract. */
export const done = 0;
export const reported = 1;
export const unusable = 2;
