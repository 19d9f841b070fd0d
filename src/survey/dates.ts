/** Dates as programs write them: 2024-03-01, 1/3/2024, 01.03.24 12:30, 2024年3月1日, 20240301, Mar 3, 2024, with or without a time of day. */
const shapes = [
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ].{0,30})?$/,
  /^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?:,? .{0,24})?$/,
  /^\d{4}年\d{1,2}月\d{1,2}日.{0,20}$/,
  /^\d{1,2}[- ][A-Za-z]{3,9}[- ]\d{2,4}(?: .{0,20})?$/,
  /^(?:[A-Z][a-z]{2,8},? )?[A-Z][a-z]{2,8} \d{1,2},? \d{4}(?:,? .{0,24})?$/,
  /^\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?$/,
];

export function looksLikeDate(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length >= 4 && trimmed.length <= 60 && shapes.some((shape) => shape.test(trimmed));
}

/** 20240301 and the like: eight digits that are a day of the years 1900 to 2099. */
export function isCompactDate(number: number): boolean {
  const year = Math.floor(number / 10000);
  const month = Math.floor(number / 100) % 100;
  const day = number % 100;
  return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
