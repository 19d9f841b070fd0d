/** The least that runs tests in all three hosts: mocha's browser build cannot load in a worker without its own page. */
interface Test {
  readonly name: string;
  readonly run: () => Promise<void>;
}

const tests: Test[] = [];
const limit = 30_000; // ms

export const test = (name: string, run: () => Promise<void>) => void tests.push({ name, run });

/** Runs all tests in order and prints one line that the outside reads. */
export async function runAll(before: () => Promise<void>): Promise<void> {
  const results: { name: string; ms: number; error?: string }[] = [];
  for (const { name, run } of tests) {
    const start = Date.now();
    let error: string | undefined;
    try {
      await before();
      await withLimit(run());
    } catch (thrown) {
      error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    }
    results.push({ name, ms: Date.now() - start, ...(error ? { error } : {}) });
  }
  console.log(`SCREE-RESULT ${JSON.stringify({ tests: results })}`);
  const failed = results.filter((result) => result.error);
  if (failed.length > 0) throw new Error(failed.map(({ name, error }) => `${name}: ${error}`).join("\n"));
}

function withLimit(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error(`not done after ${limit / 1000} s`)), limit)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

export function equal<T>(actual: T, expected: T, what: string): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: expected ${b}, got ${a}`);
}

export function ok(value: unknown, what: string): asserts value {
  if (!value) throw new Error(what);
}

/** Waits until a value is there; the last one seen stands in the message. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | null | Promise<T | undefined | false | null>,
  describe: () => unknown = () => "",
): Promise<T> {
  for (let waited = 0; waited < 15_000; waited += 50) {
    const value = await look();
    if (value) return value;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`waited in vain for ${what} ${JSON.stringify(describe())}`);
}
