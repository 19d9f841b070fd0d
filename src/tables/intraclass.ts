import type { IccForm } from "../psychometrics/icc";
import type { RaterAgreement } from "../psychometrics/rater-agreement";
import { column, label, ofCount, ofProbability, ofProportion, ofQuantity, stub } from "./cells";
import { interval, proportion } from "./number";
import { decimalsOf, type TableOptions } from "./options";
import type { Table } from "./table";

const forms: Record<IccForm, string> = {
  ICC1: "ICC(1,1) single rater, raters nested",
  ICC2: "ICC(2,1) single rater, raters random",
  ICC3: "ICC(3,1) single rater, raters fixed",
  ICC1k: "ICC(1,k) mean of raters, raters nested",
  ICC2k: "ICC(2,k) mean of raters, raters random",
  ICC3k: "ICC(3,k) mean of raters, raters fixed",
};

/** The six intraclass correlations with their intervals and tests. */
export function intraclassTable({ sample, icc }: RaterAgreement, options: TableOptions = {}): Table {
  const decimals = decimalsOf(options);
  return {
    id: "icc",
    title: "Intraclass correlations",
    columns: [
      stub("Form"),
      column("value", "ICC"),
      column("ci", "95% CI"),
      column("f", { italic: "F" }),
      column("df1", { italic: "df" }, "1"),
      column("df2", { italic: "df" }, "2"),
      column("p", { italic: "p" }),
    ],
    rows: icc.map(({ form, value, ci, f, df1, df2, p }) => ({
      key: form,
      cells: [
        label(forms[form]),
        ofProportion(value, decimals),
        { text: interval(ci, (limit) => proportion(limit, decimals)), value: ci[0] },
        ofQuantity(f, 2),
        ofCount(df1),
        ofCount(df2),
        ofProbability(p),
      ],
    })),
    notes: [
      [
        `${ofCount(sample.used).text} rows rated by ${sample.raters.length} raters. Forms after Shrout and Fleiss (1979); ICC(2) is of absolute agreement, ICC(3) of consistency.`,
      ],
    ],
  };
}
