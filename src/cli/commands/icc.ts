import { ScreeError } from "../../errors";
import { intraclassTable } from "../../tables/intraclass";
import { namingFile, sourceOf } from "../analysis-input";
import { readArguments, whole } from "../arguments";
import { type Command, done } from "../io";
import { readingOptions } from "../reading";
import { formatOf, outputOptions, print } from "../print-tables";

const help = `scree icc DATA

Agreement of raters: the six intraclass correlations of Shrout and Fleiss with intervals and tests. What is rated
stands in rows, a rater in each column; rows that lack a rating are left out.

  --items R1,R2,…|R1-R4         the raters' columns; default: every column that holds answers
  --missing-codes 99,-9         numbers that stand for no rating
  --encoding NAME, --delimiter CHARACTER, --sheet NAME   where they are not recognised
  --decimals N                  in tables; default: 2
  --format text|json|markdown|html|latex   default: text
`;

const icc: Command = {
  help,
  async run(words, io) {
    const given = readArguments(words, { ...readingOptions, ...outputOptions, items: "values" });
    const format = formatOf(given);
    const decimals = whole(given, "decimals", 0, 6);
    const { warnings, ...results } = await namingFile(given, async () => {
      const source = await sourceOf(given, io, "");
      if (!("survey" in source)) throw new ScreeError("no-input", "Name a data file.", { hint: "A rater in each column." });
      const { raterAgreement } = await import("../../psychometrics/rater-agreement");
      return raterAgreement(source.survey, source.selection);
    });
    const { file, used, rows, raters } = results.sample;
    const title = `${file}: ${used} of ${rows} rows · ${raters.length} raters`;
    print({ title, results, tables: [intraclassTable({ ...results, warnings }, { decimals })], warnings }, format, io);
    return done;
  },
};

export default icc;
