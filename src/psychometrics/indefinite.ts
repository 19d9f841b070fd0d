import type { Warning } from "../errors";

/** What to do about correlations of answers that no complete data could have. */
export const indefiniteAdvice = "Use listwise deletion, or leave out the items with most missing answers.";

const publishedAdvice =
  "A correlation in the table is misprinted, it was computed with pairwise deletion, or (where the eigenvalue is close to 0) rounding did it.";

/** Behind a published matrix there are no answers to leave out: it can only be read again. */
export const ofPublished = (warning: Warning): Warning =>
  warning.code === "indefinite-correlations" ? { ...warning, message: warning.message.replace(indefiniteAdvice, publishedAdvice) } : warning;
