import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** The folder of reference figures and cases beside the project; undefined in a user's clone, where the tests that need it skip. */
export const shared: string | undefined = existsSync(resolve("../shared/reference")) ? resolve("../shared") : undefined;
