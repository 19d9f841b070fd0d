/** Everything that a user can cause, as one sentence and a way out. Each face reports it in its own way. */
export class ScreeError extends Error {
  readonly hint?: string;
  readonly data: Readonly<Record<string, unknown>>;

  /** By name, because every bundle (command, chunk, worker) holds a class of its own. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && (value as { name?: unknown }).name === "ScreeError" && "code" in value;
  }

  /**
   * @param code stable identifier in kebab case, such as `singular-correlations`
   * @param message one sentence: what is wrong, and where (file, line, column, item)
   * @param options `hint`: one sentence that says what to do; `data`: the particulars, for a face that links to them
   */
  constructor(
    readonly code: string,
    message: string,
    options: { hint?: string; data?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(oneLine(message), { cause: options.cause });
    this.name = "ScreeError";
    this.hint = options.hint === undefined ? undefined : oneLine(options.hint);
    this.data = options.data ?? {};
  }
}

/** What is quoted from a file may hold line breaks and worse; a message is one line. */
// eslint-disable-next-line no-control-regex -- those are what is replaced
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]{1,999}/g, " ");

/** Something a user should know that did not stop the work: it stands in `warnings` of every result. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly data?: Readonly<Record<string, unknown>>;
}
