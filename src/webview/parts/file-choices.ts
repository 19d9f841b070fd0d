/** The encodings that questionnaire data come in; any other label can be written in `scree.yaml`. */
export const encodings: readonly { readonly label: string; readonly what: string }[] = (
  [
    ["utf-8", "Unicode"],
    ["utf-16le", "Unicode, two bytes"],
    ["utf-16be", "Unicode, two bytes, high byte first"],
    ["windows-1252", "Western European"],
    ["windows-1250", "Central European"],
    ["windows-1251", "Cyrillic"],
    ["windows-1253", "Greek"],
    ["windows-1254", "Turkish"],
    ["windows-1255", "Hebrew"],
    ["windows-1256", "Arabic"],
    ["windows-1257", "Baltic"],
    ["windows-1258", "Vietnamese"],
    ["windows-874", "Thai (TIS-620)"],
    ["gb18030", "Simplified Chinese (GBK)"],
    ["big5", "Traditional Chinese"],
    ["shift_jis", "Japanese"],
    ["euc-jp", "Japanese"],
    ["euc-kr", "Korean"],
    ["koi8-r", "Cyrillic"],
    ["macintosh", "Western European, old Macintosh"],
  ] as const
).map(([label, what]) => ({ label, what }));

/** What parts the columns of a text file, by its name. */
export const delimiters: ReadonlyMap<string, string> = new Map([
  [",", "comma"],
  [";", "semicolon"],
  ["\t", "tab"],
  ["|", "vertical bar"],
  ["^", "caret"],
  [" ", "space"],
]);
