import { type Warning } from "../errors";
import { list } from "./names";
import { numbersBut } from "./roles";
import { type Column, type ColumnRole } from "./survey";

type LeftOut = Exclude<ColumnRole, "item">;

/** One sentence a reason, with every column that it keeps out of the analysis. Each bears `data.leftOut`, for a face that has been told the items. */
const sentences: { readonly [role in LeftOut]: { code: string; say: (columns: readonly Column[], names: string, were: string) => string } } = {
  identifier: {
    code: "identifier-columns",
    say: (columns, names, were) => `${names} ${were} left out: ${one(columns) ? "an identifier" : "identifiers"} (${reasons(columns)}).`,
  },
  group: {
    code: "group-columns",
    say: (columns, names, were) =>
      `${names} ${were} left out: ${one(columns) ? "it divides" : "they divide"} the respondents into groups (${reasons(columns)}).`,
  },
  date: { code: "date-columns", say: (columns, names, were) => `${names} ${were} left out: ${one(columns) ? "a date or time" : "dates or times"}.` },
  timing: { code: "timing-columns", say: (columns, names, were) => `${names} ${were} left out: ${one(columns) ? "a response time" : "response times"}.` },
  text: {
    code: "text-columns",
    say: (columns) => {
      const numbers = columns.filter((column) => column.roleReason.startsWith(numbersBut));
      const free = columns.filter((column) => !numbers.includes(column));
      const were = (some: readonly Column[]) => (one(some) ? "was" : "were");
      const names = list(
        free.map(({ name }) => name),
        40,
      );
      return [
        ...(free.length > 0 ? [`${names} ${were(free)} left out: free text.`] : []),
        ...(numbers.length > 0
          ? [
              `${list(
                numbers.map(({ name, roleReason }) => `${name} (${roleReason})`),
                40,
              )} ${were(numbers)} left out: correct or empty the cells that are no numbers.`,
            ]
          : []),
      ].join(" ");
    },
  },
  continuous: {
    code: "many-distinct-values",
    say: (columns, _, were) => {
      const counted = columns.map((column) => `${column.name} (${column.roleReason.replace(/ distinct values$/, "")})`);
      return `${list(counted, 40)} ${were} left out: more than 20 distinct values. Name ${one(columns) ? "it as an item to analyse it" : "them as items to analyse them"}.`;
    },
  },
  instructed: {
    code: "instructed-items",
    say: (columns, names, were) => `${names} ${were} left out: ${one(columns) ? "an item that only checks" : "items that only check"} attention.`,
  },
  constant: {
    code: "constant-item",
    say: (columns, names, were) => `${names} ${one(columns) ? "has" : "have"} the same value in all rows, or none, and ${were} left out.`,
  },
};

const one = (columns: readonly Column[]): boolean => columns.length === 1;

/** The reasons as the columns bear them; of many, the first three. */
function reasons(columns: readonly Column[]): string {
  if (one(columns)) return columns[0].roleReason;
  const shown = columns.slice(0, 3).map((column) => `${column.name}: ${column.roleReason}`);
  return shown.join("; ") + (columns.length > 3 ? "; …" : "");
}

/** What is not taken for an item, and why. */
export function leftOut(columns: readonly Column[]): Warning[] {
  return (Object.keys(sentences) as LeftOut[]).flatMap((role) => {
    const concerned = columns.filter((column) => column.role === role);
    if (concerned.length === 0) return [];
    const { code, say } = sentences[role];
    const names = concerned.map((column) => column.name);
    return { code, message: say(concerned, list(names, 40), one(concerned) ? "was" : "were"), data: { leftOut: true, role, columns: names } };
  });
}
