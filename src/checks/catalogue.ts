import type { Check } from "./check";

/** Every rule, in the order of the catalogue. Adding one is one file and one line here. */
export const checks: readonly Check[] = [];
