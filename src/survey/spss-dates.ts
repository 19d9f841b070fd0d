/** SPSS counts seconds from midnight of 14 October 1582, the eve of the Gregorian calendar. */
const epoch = Date.UTC(1582, 9, 14) / 1000;

const dateFormats = new Set([20, 23, 24, 28, 29, 30, 38, 39]); // DATE ADATE JDATE MOYR QYR WKYR EDATE SDATE
const momentFormats = new Set([22, 41]); // DATETIME YMDHMS
const timeFormats = new Set([21, 25, 40]); // TIME DTIME MTIME

export const isDateFormat = (format: number): boolean => dateFormats.has(format) || momentFormats.has(format) || timeFormats.has(format);

/** "2024-03-01", "2024-03-01 10:15:00" or "10:15:00", as the variable's format has it. */
export function spssDate(seconds: number, format: number): string {
  if (!Number.isFinite(seconds)) return "";
  if (timeFormats.has(format)) {
    const whole = Math.floor(Math.abs(seconds));
    const two = (n: number) => String(n).padStart(2, "0");
    return `${seconds < 0 ? "-" : ""}${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  }
  return isoDate((seconds + epoch) * 1000, momentFormats.has(format));
}

/** A moment in milliseconds since 1970 as ISO text to the nearest second (Excel's are fractions of a day), "" where it is no date of the years 0 to 9999. */
export function isoDate(milliseconds: number, withTime: boolean): string {
  const date = new Date(Math.round(milliseconds / 1000) * 1000);
  const year = date.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) return "";
  const iso = date.toISOString();
  return withTime ? iso.slice(0, 19).replace("T", " ") : iso.slice(0, 10);
}
