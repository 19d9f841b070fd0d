import { fold } from "../claims/names";
import type { Reference } from "../claims/reference";
import { type Check, finding } from "./check";

const check: Check = {
  id: "reference-duplicate",
  severity: "warning",
  summary: "Two references of different titles share journal, volume and first page.",
  explain: `One page of one volume of a journal is the first page of one article. Entries are compared when journal, volume and first page are printed; where issues are printed, they
have to be the same, because some journals begin each issue with page 1. The same work listed twice is information.`,
  examples: {
    flagged: [
      "# References\n\nAbel, K. (2019). Writing on screens. *Journal of Text*, *11*(2), 95–118.\n\n==Bode, T. (2021). Digital notes. *Journal of Text*, *11*(2), 95–110.==",
      "# References\n\n[1] Huang, Y. (2020). The impact of user engagement. Journal of Trade, 120, 243-251.\n\n==[2] Lee, K. (2021). An investigation of live marketing. Journal of Trade, 120, 243-252.==",
      "# Literatur\n\nAbel, K. (2019). Schreiben. Zeitschrift für Text, 11(2), 95–118.\n\n==Bode, T. (2021). Lesen. Zeitschrift für Text, 11(2), 95–118.==",
    ],
    clean: [
      "# References\n\nAbel, K. (2019). Writing on screens. *Journal of Text*, *11*(2), 95–118.\n\nBode, T. (2021). Digital notes. *Journal of Text*, *11*(3), 95–110.",
      "# References\n\nAbel, K. (2019). Writing on screens. *Journal of Text*, *11*(2), 95–118.\n\nBode, T. (2021). Digital notes. *Journal of Style*, *11*(2), 95–110.",
      "# References\n\n[1] Yu H. Problems of commerce[J]. National Power,2021(09):30-32.\n\n[2] Yu H. A comparison of shops[J]. National Power,2021(07):30-32.",
    ],
  },

  check(claims) {
    const first = new Map<string, Reference>();
    return claims.of("reference", { every: true }).flatMap((entry) => {
      const key = pageOf(entry);
      if (!key) return [];
      const earlier = first.get(key);
      if (!earlier) {
        first.set(key, entry);
        return [];
      }
      const where = `${entry.journal} ${entry.volume}${entry.issue ? `(${entry.issue})` : ""}, page ${entry.firstPage}`;
      if (sameWork(earlier, entry)) {
        return [
          finding(entry, {
            severity: "information",
            message: `This reference is listed twice: ${where}.`,
            related: [{ message: "listed here too", range: earlier.range }],
          }),
        ];
      }
      return [
        finding(entry, {
          message: `Two references of different titles share ${where}.`,
          detail: "Unless the two stand on one page, the particulars of one of them are wrong.",
          related: [{ message: `also ${where}`, range: earlier.range }],
        }),
      ];
    });
  },
};

function pageOf(entry: Reference): string | undefined {
  if (!entry.journal || !entry.volume || !entry.firstPage || fold(entry.journal).replace(/[^a-z\p{L}]/gu, "").length < 5) return undefined;
  if (entry.firstPage === "1" && !entry.issue) return undefined;
  return [fold(entry.journal).replace(/[^\p{L}]/gu, ""), entry.volume, entry.issue ?? "", entry.firstPage].join(" ");
}

const sameWork = (a: Reference, b: Reference): boolean => {
  const [x, y] = [fold(a.title ?? ""), fold(b.title ?? "")].map((t) => t.replace(/[^\p{L}\d]/gu, ""));
  return x === y || (x.length > 12 && y.length > 12 && (x.startsWith(y) || y.startsWith(x)));
};

export default check;
