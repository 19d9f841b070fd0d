import type { Claims } from "../claims/claim";
import type { Caption, CrossReference } from "../claims/cross-reference";
import { type Check, type Finding, finding } from "./check";

const check: Check = {
  id: "table-reference",
  severity: "warning",
  summary: "A table or figure is referred to that does not exist; one is never referred to, or the numbering has a gap (information).",
  explain: `References such as “Table 4”, “Figures 1 and 2”, “@tbl-loadings” or “\\ref{tab:loadings}” are held against the captions and ids of the manuscript. Conditions: the manuscript numbers its tables
(or figures) and shows them all; where tables stand without a number, or several are missing (as in a converted paper), nothing is said. Tables of an appendix, a supplement or another paper are left out.`,
  examples: {
    flagged: [
      "==Table 4== shows the eigenvalues, Table 1 the sample.\n\n**Table 1**\n\nSample\n\n| Sex | n |\n| --- | ---: |\n| Male | 12 |\n| Female | 14 |",
      "See ==@tbl-load== and @tbl-desc.\n\n| Item | M |\n| --- | ---: |\n| A | 3.1 |\n\n: Means {#tbl-desc}",
      "Tabelle 1 zeigt die Anteile, ==Tabelle 3== die Mittelwerte.\n\n**Tabelle 1**\n\nAnteile\n\n| Gruppe | n |\n| --- | ---: |\n| A | 12 |\n| B | 14 |",
    ],
    clean: [
      "Table 1 shows the sample.\n\n**Table 1**\n\nSample\n\n| Sex | n |\n| --- | ---: |\n| Male | 12 |\n| Female | 14 |",
      "The same was found in Table 7 of Abel (2015) and in Supplementary Table 3. Table 1 shows the sample.\n\n**Table 1**\n\nSample\n\n| Sex | n |\n| --- | ---: |\n| Male | 12 |\n| Female | 14 |",
      "Table 2 shows the sample. The tables were lost when the paper was converted.",
    ],
  },

  check(claims) {
    return (["table", "figure"] as const).flatMap((target) => {
      const shown = claims.of("caption", { every: true }).filter((c) => c.target === target);
      const cited = claims.of("cross-reference", { every: true }).filter((c) => c.target === target && c.place.source !== "literature");
      return [...byNumber(target, shown, cited, claims), ...byId(target, shown, cited, claims)];
    });
  },
};

const normal = (number: string): string => {
  const roman = /^[IVX]+$/.test(number)
    ? [...number].reduce((sum, c, i, all) => sum + (value[c] < (value[all[i + 1]] ?? 0) ? -value[c] : value[c]), 0)
    : undefined;
  return roman ? String(roman) : number.toUpperCase().replace(/[.-]/g, (c) => (c === "-" ? "" : c));
};
const value: Record<string, number> = { I: 1, V: 5, X: 10 };

function byNumber(target: "table" | "figure", shown: readonly Caption[], cited: readonly CrossReference[], claims: Claims): Finding[] {
  const numbered = shown.filter((c) => c.number !== undefined);
  if (numbered.length === 0) return [];
  const numbers = new Set(numbered.map((c) => normal(c.number!)));
  const known = (n: string) =>
    numbers.has(normal(n)) || numbers.has(normal(n).replace(/(\d)[A-Z]$/, "$1")) || [...numbers].some((x) => x.replace(/[A-Z]$/, "") === normal(n));
  const dotted = [...numbers].some((n) => n.includes(".")); // "Table 7.4" of a manuscript that counts 1, 2, 3 is one of a book
  const absent = cited.filter((c) => c.number !== undefined && !known(c.number) && (dotted || !c.number.includes(".")));
  const unnumbered = shown.length - numbered.length;
  const name = target === "table" ? "Table" : "Figure";
  const out: Finding[] = [];
  const lost = new Set(absent.map((c) => normal(c.number!)));
  if (lost.size === 1 && unnumbered === 0 && !/[A-Z]/.test([...lost][0]) && (target === "table" || contiguous(numbers))) {
    out.push(
      ...absent.map((c) =>
        finding(c, {
          message: `${name} ${c.number} is referred to, but the manuscript has no ${name.toLowerCase()} of that number.`,
          detail: `It has ${name} ${[...numbers].join(", ")}.`,
          related: numbered.slice(-1).map((x) => ({ message: `the last ${name.toLowerCase()}, number ${x.number}`, range: x.range })),
        }),
      ),
    );
  }
  const mentioned = new Set(cited.flatMap((c) => (c.number ? [normal(c.number)] : [])));
  if (mentioned.size > 0 && claims.manuscript.tables.length > 0) {
    const idle = numbered.filter(
      (c, i) =>
        !mentioned.has(normal(c.number!)) &&
        ![...mentioned].some((m) => m.replace(/[A-Z]$/, "") === normal(c.number!)) &&
        numbered.findIndex((x) => x.number === c.number) === i,
    );
    out.push(...idle.map((c) => finding(c, { severity: "information", message: `${name} ${c.number} is never referred to in the text.` })));
  }
  return [...out, ...gap(name, numbered)];
}

const contiguous = (numbers: ReadonlySet<string>): boolean =>
  [...numbers].every((n) => /^\d+$/.test(n)) && [...numbers].every((n) => Number(n) <= numbers.size);

function gap(name: string, numbered: readonly Caption[]): Finding[] {
  const plain = numbered.filter((c) => /^\d+$/.test(c.number!));
  return plain.slice(1).flatMap((c, i) => {
    const before = Number(plain[i].number);
    const own = Number(c.number);
    if (own <= before + 1) return [];
    return [
      finding(c, {
        severity: "information",
        message: `${name} ${own} follows ${name} ${before}.`,
        related: [{ message: `${name} ${before}`, range: plain[i].range }],
      }),
    ];
  });
}

function byId(target: "table" | "figure", shown: readonly Caption[], cited: readonly CrossReference[], claims: Claims): Finding[] {
  if (/\\(?:input|include|subfile)\{/.test(claims.manuscript.source)) return []; // the label may stand in another file
  const ids = new Set(shown.flatMap((c) => (c.id ? [c.id] : [])));
  return cited
    .filter((c) => c.id !== undefined && !ids.has(c.id))
    .map((c) =>
      finding(c, {
        message: `The reference ${c.text} leads to no ${target}.`,
        detail: ids.size > 0 ? `Ids of ${target}s in the manuscript: ${[...ids].join(", ")}.` : undefined,
      }),
    );
}

export default check;
