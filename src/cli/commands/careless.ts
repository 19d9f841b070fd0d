import { ScreeError } from "../../errors";
import { type Analysis } from "../../psychometrics/analysis";
import { type CarelessReport } from "../../psychometrics/careless/report";
import { tableKinds } from "../../tables/catalogue";
import { analysisOptions, namingFile, sourceOf } from "../analysis-input";
import { readArguments, whole } from "../arguments";
import { carelessHelp } from "../careless-options";
import { type Command, done } from "../io";
import { formatOf, outputOptions, print } from "../print-tables";
import { readingHelp } from "../reading";

const help = `scree careless DATA

Rows that may have been answered carelessly: runs of one answer, variability within a person, agreement of odd and even
items, Mahalanobis distance, duplicated answers, response time, instructed items; and alpha, KMO, number of factors and
loadings with and without them. Nothing is left out unless you say so.

  --items Q1,Q2,…|Q1-Q24        default: every column that holds answers
  --reverse Q3,Q7               reverse-keyed items (turned round for the odd-even consistency and the results)
  --scale "Name=Q1-Q6"          repeatable; three or more give the odd-even consistency
${readingHelp}${carelessHelp}  --missing, --correlation, --extraction, --rotation, --factors, --convention, --iterations, --seed
                                of the results compared, as for scree analyze
  --study FILE, --analysis NAME  data and settings from a scree.yaml
  --decimals N                  in tables; default: 2
  --format text|json|markdown|html|latex   default: text
`;

const careless: Command = {
  help,
  async run(words, io) {
    const given = readArguments(words, { ...analysisOptions, ...outputOptions });
    const format = formatOf(given);
    const decimals = whole(given, "decimals", 0, 6);
    const { report, settings } = await namingFile(given, async () => {
      const source = await sourceOf(given, io, ", or --study FILE");
      if (!("survey" in source)) throw new ScreeError("no-input", "Name a data file.", { hint: "A correlation matrix has no rows that could be careless." });
      const { findCareless, withComparison } = await import("../../psychometrics/careless/careless-survey");
      const found = findCareless(source.survey, source.selection, source.careless);
      const report = await withComparison(found, source.survey, source.selection, source.settings);
      return { report: { ...report, warnings: [...source.survey.warnings, ...report.warnings] }, settings: source.settings };
    });
    const { warnings, ...results } = report;
    print({ title: titleOf(report), results, tables: tablesOf(report, settings, decimals), warnings }, format, io);
    return done;
  },
};

function titleOf({ sample, flagged }: CarelessReport): string {
  const many = flagged.length === 1 ? "row looks" : "rows look";
  return `${sample.file}: ${flagged.length} of ${sample.rows} ${many} carelessly answered · ${sample.items.length} items`;
}

/** The tables look at what they print of an analysis, and nothing else. */
function tablesOf(report: CarelessReport, settings: Analysis["settings"], decimals: number | undefined) {
  const analysis = { careless: report, settings } as Analysis;
  const kinds = tableKinds.filter(({ id }) => id === "careless" || id.startsWith("careless-"));
  return kinds
    .filter((kind) => kind.unavailable(analysis) === undefined)
    .map((kind) => kind.make(analysis, { decimals: kind.id === "careless-indices" ? undefined : decimals }));
}

export default careless;
