import type { Recogniser } from "./recogniser";
import heading from "./heading";
import reference from "./reference";
import citation from "./citation";
import crossReference from "./cross-reference";

import testStatistic from "./test-statistic";
/** Every recogniser, in the order in which their claims are listed where they share a place. Adding one is one line here and one in kinds.ts. */
export const recognisers: readonly Recogniser[] = [
  testStatistic,
  heading,
  reference,
  citation,
  crossReference,
];
