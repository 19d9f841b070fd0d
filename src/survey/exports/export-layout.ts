/** What the file itself says a column is. `identifier` stands for all data about the response: its number, address, progress; `group` for one choice of a question that takes several. */
export type Declared = "date" | "timing" | "identifier" | "text" | "group";

/** A header as a questionnaire service writes it. */
export interface ExportLayout {
  readonly service: string;
  readonly names: readonly string[];
  readonly labels: readonly (string | undefined)[];
  readonly declared: readonly (Declared | undefined)[];
  /** how many of the first rows belong to the header */
  readonly rows: number;
}

/** Looks at the first rows of a table; undefined where they are not this service's. */
export type RecogniseExport = (sample: readonly (readonly string[])[]) => ExportLayout | undefined;

/** What the columns with these names are; names are compared without case, spaces and underscores. */
export function declaredBy(names: readonly string[], kinds: Readonly<Record<string, Declared>>): (Declared | undefined)[] {
  return names.map((name) => {
    const key = keyOf(name);
    return Object.hasOwn(kinds, key) ? kinds[key] : undefined;
  });
}

export const keyOf = (name: string): string => name.toLowerCase().replace(/[\s_]/g, "");
