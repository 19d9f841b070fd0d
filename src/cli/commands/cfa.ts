import { confirmatoryTables } from "../../tables/confirmatory";
import { namingFile, type Source, sourceOf, sourceOptions } from "../analysis-input";
import { readArguments, whole } from "../arguments";
import { type Command, done } from "../io";
import { formatOf, outputOptions, print } from "../print-tables";

const help = `scree cfa DATA --model "F1=Q1-Q6" --model "F2=Q7-Q12"

Confirmatory factor analysis by maximum likelihood: every item on one factor, factors correlated, errors not.
Standardized loadings with SE and CI, chi-square, CFI, TLI, RMSEA with CI, SRMR; composite reliability, AVE,
Fornell-Larcker, HTMT and HTMT2.

  --model "Name=Q1-Q6"          a factor and its items (repeatable); with --study by default its scales
  --reverse Q3,Q7               reverse-keyed items
  --missing-codes 99,-9         numbers that stand for no answer; rows with a missing answer are left out
  --encoding NAME, --delimiter CHARACTER, --sheet NAME   where they are not recognised
  --study FILE, --analysis NAME  data and scales from a scree.yaml
  --matrix FILE --n N            a published correlation matrix instead of data
  --decimals N                  in tables; default: 2
  --format text|json|markdown|html|latex   default: text
`;

const cfa: Command = {
  help,
  async run(words, io) {
    const given = readArguments(words, { ...sourceOptions, ...outputOptions, model: "values" });
    const format = formatOf(given);
    const decimals = whole(given, "decimals", 0, 6);
    const { warnings, ...results } = await namingFile(given, async () => confirmed(await sourceOf(given, io)));
    const { file, used, rows } = results.sample;
    const title = `${file}: ${used} of ${rows} rows · ${results.sample.items.length} items on ${results.factors.length} ${results.factors.length === 1 ? "factor" : "factors"}\n${results.method}`;
    print({ title, results, tables: confirmatoryTables({ ...results, warnings }, { decimals }), warnings }, format, io);
    return done;
  },
};

async function confirmed(source: Source) {
  const { confirmMatrix, confirmSurvey } = await import("../../psychometrics/confirmatory");
  if ("survey" in source) return confirmSurvey(source.survey, source.selection);
  return confirmMatrix(source.published, source.selection);
}

export default cfa;
