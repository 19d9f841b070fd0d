import type { Analysis } from "../../psychometrics/analysis";
import { allTables, makeTable } from "../../tables/catalogue";
import { toHtml } from "../../tables/html";
import { toLatex } from "../../tables/latex";
import { pipeTable, toMarkdown } from "../../tables/markdown";
import type { Table } from "../../tables/table";
import { version } from "../../version";
import { htmlPage } from "../analysis-html";
import { analysisFor, analysisOptions } from "../analysis-input";
import { analysisText } from "../analysis-text";
import { choice, readArguments, whole } from "../arguments";
import { type Command, done, type Io } from "../io";
import { formatOf, outputOptions } from "../print-tables";
import { carelessHelp } from "../careless-options";
import { readingHelp } from "../reading";
import { replayed } from "../replay";
import { scoreOptions, withScores } from "../save-scores";
import { styleOf } from "../style";
import { textTable } from "../text-table";

const help = `scree analyze DATA

Reliability and exploratory factor analysis of a survey: CSV and its kin, SPSS (.sav, .zsav), Stata (.dta), Excel (.xlsx),
Parquet, JSON; "-" is standard input.

Which answers
  --items Q1,Q2,…|Q1-Q24        default: every column that holds answers; what is left out is named
  --reverse Q3,Q7               reverse-keyed items
  --scale "Name=Q1-Q6"          repeatable; default: one scale of all items
  --missing listwise|pairwise   default: listwise
${readingHelp}${carelessHelp}  --careless                    the tables of careless responding, too (see scree careless)
  --stream                      a delimited file is counted as it goes by, none of it kept; unasked from 64 MB on
How
  --correlation pearson|spearman|polychoric              default: pearson (tetrachoric and mixed are polychoric:
                                two categories each; an item with many values with rated ones)
  --extraction pca|paf|minres|ml                         default: paf
  --rotation none|varimax|quartimax|equamax|parsimax|promax|oblimin|geomin|bifactor   default: varimax
  --factors N|kaiser|parallel|map                        default: parallel
  --factor-names "Warmth,Order" in the order of the factors, where there are as many; default: F1, F2, …
  --convention spss|psych                                default: spss
  --iterations N                replications of parallel analysis, 0 leaves it out; default: 100
  --seed N                      of its random numbers; default: 1
  --parallel pca|smc|minres,normal|permuted,percentile95|mean   its variant, any part of it; default: the first of each,
                                permuted for spearman and polychoric
  --compare N                   fit of 1 to N factors, with BIC, RMSEA, the Hull method and NEST
  --comparison-data N           comparison data, N samples of each number of factors (500 is usual; takes seconds)
  --bootstrap N                 intervals of alpha, loadings and number of factors from N samples of the rows
In place of what the convention would do
  --except CHOICE,…             these as the other convention: skewness, guttman, pairwise-n, varimax-stop, promax, variance, fit
  --kaiser on|off               Kaiser normalization of the rotation
  --kappa N, --delta N          power of promax (4), gamma of oblimin (0)
  --starts N                    random starts of a rotation that can have several minima (8)
  --target FILE                 target rotation: item,F1,F2,… with the loadings wanted, blank where one is free
  --stop-rule spss|psych|limit, --tolerance E, --max-iterations N   when principal axes end
Besides
  --scores regression|bartlett|anderson-rubin|ten-berge   factor scores and how well they determine the factors
  --scores-out FILE             writes them to a CSV file of their own; --force replaces one that exists
From elsewhere
  --study FILE, --analysis NAME  data and settings from a scree.yaml; other options overrule it
  --matrix FILE --n N            a published correlation matrix (square or triangle, with item names)
Output
  --format text|json|markdown|html|latex   default: text
  --as r|spss                   instead, the commands of R or SPSS that give the same figures
  --table ID                    only that table: descriptives, reliability, item-statistics, kmo-bartlett, retention,
                                parallel-analysis, variance, communalities, loadings, factor-correlations;
                                where asked for: loading-intervals and bootstrap (--bootstrap), factor-scores (--scores);
                                only so: missing-patterns, correlations, anti-image, reliability-coefficients, split-half,
                                inter-item, structure, schmid-leiman, fit, residuals, largest-residuals
  --decimals N                  in tables; default: 2
`;

/** Too long for a first look in a terminal. */
const onRequest = ["parallel-analysis", "communalities"];

const analyze: Command = {
  help,
  async run(words, io) {
    const given = readArguments(words, { ...analysisOptions, ...scoreOptions, ...outputOptions, table: "value", as: "value" });
    const format = formatOf(given);
    const options = { decimals: whole(given, "decimals", 0, 6), basis: format === "text" };
    const id = given.value("table");
    const language = choice(given, "as", ["r", "spss"]);
    const { analysis: analysed, source } = await analysisFor(given, io);
    if (language) return say(await replayed(language, given, analysed, source), io);
    const analysis = await withScores(given, analysed, source, io);
    const tables = id === undefined ? allTables(analysis, format === "text" ? { ...options, rows: "retained" } : options) : [makeTable(id, analysis, options)];
    if (format === "json") io.out(`${JSON.stringify(json(analysis, tables), null, 2)}\n`);
    else if (format === "markdown") io.out(`${tables.map((table, i) => toMarkdown(table, { number: i + 1 })).join("\n\n")}\n`);
    else if (format === "latex") io.out(`${tables.map((table) => toLatex(table)).join("\n\n")}\n`);
    else if (format === "html") io.out(id === undefined ? htmlPage(analysis.sample.file, tables) : `${toHtml(tables[0])}\n`);
    else
      io.out(
        `${
          id === undefined
            ? analysisText(
                analysis,
                tables.filter((table) => !onRequest.includes(table.id)),
                styleOf(io.colours),
              )
            : textTable(tables[0], styleOf(io.colours))
        }\n`,
      );
    if (format !== "text" && format !== "json") analysis.warnings.forEach(({ message }) => io.err(`scree: ${message}`));
    return done;
  },
};

function say(text: string, io: Io): number {
  io.out(text);
  return done;
}

/** The keys of the contract, in its order. */
function json(analysis: Analysis, tables: readonly Table[]): object {
  const { warnings, ...results } = analysis;
  return { version, ...results, tables: Object.fromEntries(tables.map((table) => [table.id, pipeTable(table)])), warnings };
}

export default analyze;
