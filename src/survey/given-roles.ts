import { type ColumnRole } from "./survey";

/** The roles that a user can give a column. Constant is a fact, and instructed comes with the answer that was asked for. */
export const givenRoles = ["item", "continuous", "identifier", "group", "date", "text", "timing"] as const satisfies readonly ColumnRole[];
export type GivenRole = (typeof givenRoles)[number];

/** The words of an answer scale with the numbers that they stand for, from the lowest to the highest. */
export type AnswerScale = readonly { readonly word: string; readonly value: number }[];

/** Words in their order as a scale: 1, 2, 3, … */
export const inOrder = (words: readonly string[]): AnswerScale => words.map((word, at) => ({ word, value: at + 1 }));
