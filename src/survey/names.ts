import { type Warning } from "../errors";

/** Column names that tell columns apart: empty headers are numbered, repeated ones get a suffix, and a warning says so. */
export function distinctNames(headers: readonly string[], source: string): { names: string[]; warnings: Warning[] } {
  const written = new Set(headers.map((header) => header.trim()));
  const taken = new Set<string>();
  const empty: string[] = [];
  const repeated: string[] = [];
  const free = (stem: string, from: number, separator: string): string => {
    let n = from;
    while (taken.has(`${stem}${separator}${n}`) || written.has(`${stem}${separator}${n}`)) n++;
    return `${stem}${separator}${n}`;
  };
  const nextSuffix = new Map<string, number>();
  const names = headers.map((header, index) => {
    const wanted = header.trim();
    let name = wanted;
    if (wanted === "") {
      name = free("V", index + 1, "");
      empty.push(name);
    } else if (taken.has(wanted)) {
      const suffix = nextSuffix.get(wanted) ?? 2;
      name = free(wanted, suffix, "_");
      nextSuffix.set(wanted, Number(name.slice(wanted.length + 1)) + 1);
      repeated.push(name);
    }
    taken.add(name);
    return name;
  });
  const warnings: Warning[] = [];
  if (empty.length > 0) {
    const message = `${source}: ${plural(empty.length, "column has", "columns have")} no name in the header and ${empty.length === 1 ? "is" : "are"} called ${list(empty)}.`;
    warnings.push({ code: "empty-header", message, data: { columns: empty } });
  }
  if (repeated.length > 0) {
    const message = `${source}: ${plural(repeated.length, "column name is", "column names are")} used more than once; the repeated ${repeated.length === 1 ? "one is" : "ones are"} called ${list(repeated)}.`;
    warnings.push({ code: "duplicate-header", message, data: { columns: repeated } });
  }
  return { names, warnings };
}

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** "a, b and c"; beyond twelve, the rest is counted. */
export function list(names: readonly string[], most = 12): string {
  if (names.length > most) return `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
  if (names.length <= 1) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}
