import type { Recogniser } from "./recogniser";

/** Every recogniser, in the order in which their claims are listed where they share a place. Adding one is one line here and one in kinds.ts. */
export const recognisers: readonly Recogniser[] = [];
