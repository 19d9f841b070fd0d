import { add, type Interval, meets, point, sum } from "../numerics/interval";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { replaceNumber } from "./replace-number";
import { show } from "./show";
import { consecutive, type VarianceBlock, varianceBlocks, type VarianceLine } from "./variance-lines";
import { withSlip } from "./slip";

/** A cumulative percentage is the sum of the percentages so far. */
const check: Check = {
  id: "variance-cumulative",
  severity: "error",
  summary: "A cumulative percentage of variance is not the running sum.",
  explain: `The cumulative percentage of the *j*-th component is the sum of the first *j* percentages. Each printed percentage is off by at most half a unit of its last place, so the sum of *j* of them by *j* halves, and the printed sum by one more.
Where only the cumulative column is printed, it must not fall. A correction is offered where every other line of the column agrees, one after it among them: then the percentages are right.`,
  examples: {
    flagged: [
      "Factor analysis.\n\n| Factor | % of variance | Cumulative % |\n|---|---|---|\n| 1 | 28.37 | 28.37 |\n| 2 | 9.77 | ==37.04== |\n| 3 | 6.41 | 44.55 |",
      "Factor analysis.\n\n| Factor | Eigenvalue | Cumulative % |\n|---|---|---|\n| 1 | 4.54 | 28.37 |\n| 2 | 1.56 | ==27.14== |",
      "Faktorenanalyse.\n\n| Faktor | % der Varianz | Kumuliert % |\n|---|---|---|\n| 1 | 23,34 | 23,34 |\n| 2 | 10,65 | ==35,99== |",
    ],
    clean: [
      "Factor analysis.\n\n| Factor | % of variance | Cumulative % |\n|---|---|---|\n| 1 | 28.37 | 28.37 |\n| 2 | 9.77 | 38.15 |\n| 3 | 6.41 | 44.55 |",
      "Factor analysis.\n\n| Factor | % of variance | Cumulative % |\n|---|---|---|\n| 1 | 28.4 | 28.4 |\n| 2 | 9.8 | 38.1 |",
      "Factor analysis.\n\n| Factor | % of variance | Cumulative % |\n|---|---|---|\n| 1 | 28.4 | 28.4 |\n| 5 | 3.8 | 48.1 |",
    ],
  },

  check: (claims) => varianceBlocks(claims).flatMap((block) => judge(block, claims.manuscript.source)),
};
export default check;

function judge(block: VarianceBlock, source: string): Outcome[] {
  const lines = block.lines.filter((l) => l.cumulative);
  if (lines.length === 0) return [];
  const complete = block.lines.every((l) => l.percent || !l.cumulative) && consecutive(block.lines);
  let running: Interval = point(0);
  let off: { readonly by: Interval } | undefined;
  return lines.flatMap((l, i): Outcome[] => {
    const printed = l.cumulative!;
    if (complete && l.percent) {
      running = add(running, l.percent.percent);
      if (meets(printed.percent, running) || (off && meets(printed.percent, add(running, off.by))))
        return [consistent(printed, { sum: (running.low + running.high) / 2 })];
      off = { by: { low: printed.percent.low - running.high, high: printed.percent.high - running.low } };
      const upTo = block.lines.slice(0, block.lines.indexOf(l) + 1).map((x) => x.percent!.reported.text);
      return [
        finding(printed, {
          message: `The cumulative percentage ${printed.reported.text} is not the sum ${upTo.join(" + ")} = ${show((running.low + running.high) / 2, Math.max(1, printed.reported.decimals))}.`,
          detail: withSlip("Rounding cannot explain the difference.", printed.reported, running),
          related: block.lines.slice(0, block.lines.indexOf(l) + 1).map((x) => ({ message: `${x.percent!.reported.text} here`, range: x.percent!.range })),
          claims: [printed, l.percent],
          fixes: soleMiss(block, l) ? replaceNumber(printed.reported, (running.low + running.high) / 2, source) : [],
        }),
      ];
    }
    const before = lines[i - 1]?.cumulative;
    if (!before || printed.percent.high >= before.percent.low)
      return [complete ? consistent(printed) : unchecked(printed, "not all percentages before it are printed")];
    return [
      finding(printed, {
        message: `The cumulative percentage falls from ${before.reported.text} to ${printed.reported.text}.`,
        detail: "A running sum of percentages cannot fall.",
        related: [{ message: `${before.reported.text} here`, range: before.range }],
      }),
    ];
  });
}

/** Is this the one line whose cumulative percentage is not the sum so far, with a later one that is? All as percentages, in no fewer places than the sum. */
function soleMiss(block: VarianceBlock, line: VarianceLine): boolean {
  const { lines } = block;
  const fits = lines.map((l, i) => l.cumulative && meets(l.cumulative.percent, sum(lines.slice(0, i + 1).map((x) => x.percent!.percent))));
  const { reported, percent } = line.cumulative!;
  return (
    lines.every((l, i) => l === line || fits[i]) &&
    lines[lines.length - 1] !== line &&
    lines.every((l) => l.percent!.reported.decimals >= reported.decimals) &&
    percent.low <= reported.value &&
    reported.value <= percent.high
  );
}
