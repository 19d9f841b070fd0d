import { grimHasPower, grimmer } from "../numerics/grim";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import type { Descriptive } from "../claims/descriptive";
import { certainAnswers, wholeAnswers } from "./whole-answers";

const check: Check = {
  id: "grimmer",
  severity: "warning",
  summary: "A standard deviation is impossible for that mean and that many whole-number answers.",
  explain: `GRIMMER (Anaya, 2016; Allard, 2018): for n whole numbers with sum S, the sum of squares SS = SD²(n − 1) + S²/n is a whole number of the same parity as S. Conditions: those of \`grim\`, which has to be
passed; n − 1 is the divisor.`,
  examples: {
    flagged: [
      "The item was rated from 1 (never) to 5 (always), and the question was answered alike (==*M* = 3.25, *SD* = 1.46==, *n* = 20).",
      "The statement was rated from 1 (never) to 5 (always) (==*M* = 2.82, *SD* = 1.42==, *n* = 11).",
      "The question was rated from 1 (never) to 5 (always) (==*M* = 3.36, *SD* = 1.51==, *n* = 11).",
    ],
    clean: [
      "The item was rated from 1 (never) to 5 (always), and the question was answered alike (*M* = 3.16, *SD* = 1.38, *n* = 19).",
      "Cars with manual gearboxes (*M* = 24.39, *SD* = 6.17, *n* = 13) used less fuel.",
      "The question was rated from 1 (never) to 5 (always) (*M* = 3.08, *SD* = 1.32, *n* = 13).",
    ],
  },

  check: (claims) => wholeAnswers(claims).flatMap(judge),
};

function judge(group: readonly Descriptive[]): Outcome[] {
  const rows = group.filter((d) => d.sd).map((d) => ({ d, verdict: grimmer(d.mean.interval, d.sd!.interval, d.n!.value) }));
  const tested = rows.filter((r) => grimHasPower(r.d.n!.value, r.d.mean.decimals) && r.verdict !== "mean");
  const wrong = tested.filter((r) => r.verdict === "sd");
  const few = certainAnswers(group) ? { rows: 2, share: 0.5 } : { rows: 4, share: 0.25 };
  const doubtful =
    group[0].place.cell !== undefined &&
    wrong.length > 0 &&
    (tested.length < few.rows || wrong.length > tested.length * few.share || tested.length < rows.length * 0.75);
  return rows.map(({ d, verdict }) => {
    if (verdict === "consistent") return consistent(d);
    if (verdict === "mean") return unchecked(d, "the mean itself does not fit n");
    if (doubtful) return unchecked(d, "several numbers do not fit n, so that answers may be missing");
    const { value, decimals } = d.sd!;
    const cut = grimmer(d.mean.interval, { low: value, high: value + 10 ** -decimals }, d.n!.value) === "consistent";
    return finding(d, {
      message: `SD = ${d.sd!.text} is impossible for ${d.n!.value} whole-number answers with mean ${d.mean.text}.`,
      detail: `No whole sum of squares of the right parity gives it. ${cut ? "The last digit may have been cut off instead of rounded. " : ""}Unless answers are missing, not whole numbers, or n is the divisor.`,
      range: d.place.cell ? d.sd!.range : d.range,
      related: [{ message: `n = ${d.n!.value}`, range: d.n!.range }],
    });
  });
}

export default check;
