/** The small checks that those of the messages are made of. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
export const isText = (value: unknown, longest = 1_000): value is string => typeof value === "string" && value.length <= longest;
export const isName = (value: unknown): value is string => isText(value);
export const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
export const isFlag = (value: unknown): value is boolean => typeof value === "boolean";
export const isCount = (value: unknown, most: number): value is number => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
export const isOneOf = <T extends string>(value: unknown, words: readonly T[]): value is T => words.some((word) => word === value);
export const isList = <T>(value: unknown, is: (item: unknown) => item is T): value is T[] => Array.isArray(value) && value.length <= 100_000 && value.every(is);
export const isAbsentOr = (value: unknown, is: (value: unknown) => boolean): boolean => value === undefined || is(value);
