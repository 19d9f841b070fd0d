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
    super(message, { cause: options.cause });
    this.name = "ScreeError";
    this.hint = options.hint;
    this.data = options.data ?? {};
  }
}

/** Something a user should know that did not stop the work: it stands in `warnings` of every result. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly data?: Readonly<Record<string, unknown>>;
}
