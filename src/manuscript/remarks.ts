import type { Manuscript, ManuscriptTable } from "./manuscript";

/** What a reader of the findings should know of the reading: parts in other files, tables that a page's layout leaves in doubt. One sentence each. */
export function remarksOf(path: string, format: Manuscript["format"], source: string, tables: readonly ManuscriptTable[]): string[] {
  const elsewhere = format === "latex" ? includedInLatex(source) : format === "markdown" || format === "quarto" ? includedInMarkdown(source) : [];
  const doubtful = tables.filter((table) => table.unsure).map((table) => table.number ?? "without a number");
  const some = (names: readonly string[]) => `${names.slice(0, 5).join(", ")}${names.length > 5 ? ` and ${names.length - 5} more` : ""}`;
  return [
    ...(elsewhere.length > 0 ? [`What stands in other files was not read: ${some(elsewhere)}.`] : []),
    ...(/\.pdf$/i.test(path) && tables.length > 0
      ? [
          doubtful.length > 0
            ? `Tables of a PDF are read by the position of their text. In ${doubtful.length === 1 ? "one" : doubtful.length} of ${tables.length} (${some(doubtful)}) words or numbers are broken within narrow columns; look at what is found there before you trust it.`
            : `Tables of a PDF are read by the position of their text; in ${tables.length === 1 ? "the one here" : `all ${tables.length} here`} every row fell into its columns.`,
        ]
      : []),
  ];
}

const names = (source: string, pattern: RegExp): string[] => [...new Set([...source.matchAll(pattern)].map((match) => (match[1] ?? match[2]).trim()))];

const includedInLatex = (source: string): string[] => names(source, /^[^%\n]{0,200}\\(?:input|include|subfile)\{([^{}\n]{1,200})\}/gm);

const includedInMarkdown = (source: string): string[] =>
  names(source, /^\{\{<\s{0,9}include\s{1,9}([^\s>]{1,200})\s{0,9}>\}\}|^(?:`{3,9}|:{3,9})\{include\}\s{1,9}([^\s]{1,200})/gm);
