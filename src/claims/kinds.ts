import type { CrossReference, Caption } from "./cross-reference";
import type { Citation } from "./citation";
import type { Reference } from "./reference";
import type { Heading } from "./heading";
import type { PValueClaim, TestStatistic } from "./test-statistic";
/** Every kind of claim by its name: one line a recogniser file. */
export interface ClaimKinds {
  "test-statistic": TestStatistic;
  "p-value": PValueClaim;
  heading: Heading;
  reference: Reference;
  citation: Citation;
  "cross-reference": CrossReference;
  caption: Caption;
}
