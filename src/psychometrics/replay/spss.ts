import { ScreeError } from "../../errors";
import type { AnalysisSettings, ExtractionMethod, RotationMethod } from "../analysis";
import { conventionOf } from "../convention";
import { stopRules } from "../paf";
import { usesKaiser } from "../rotation/kaiser-normalization";
import { type DataFile, folded, type Replay } from "./replay";
import { spssNames } from "./spss-names";

/**
 * The analysis as SPSS syntax that gives the same figures; PSPP runs it too, but for oblimin, ULS and ML.
 * Source: IBM SPSS Statistics command syntax reference, FACTOR and RELIABILITY.
 *
 * @throws ScreeError `no-spss-counterpart`: what SPSS's FACTOR does not have
 */
export function spssSyntax(replay: Replay): string {
  refuseUnknown(replay);
  const names = spssNames("file" in replay.data ? replay.data.columns.map(({ name }) => name) : replay.items);
  const of = (items: readonly string[]) => items.map((item) => names.get(item) ?? item);
  const renamed = [...names].filter(([name, own]) => name !== own).map(([name, own]) => comment(`${own} is ${name}.`));
  const parts = "file" in replay.data ? [fromFile(replay, replay.data, names), reliability(replay, of)] : [matrixData(replay.data, of(replay.items))];
  return `${[comment(replay.method), ...renamed, "SET DECIMAL=DOT.", ...parts, factor(replay, of)].filter((part) => part !== "").join("\n\n")}\n`;
}

type Names = ReadonlyMap<string, string>;
type Of = (items: readonly string[]) => readonly string[];

/** A comment ends with its first full stop at the end of a line, so it is kept on one line. */
const comment = (words: string): string => `* ${words.replace(/\s+/g, " ")}`.replace(/\.?$/, ".");
const quoted = (value: string): string => `'${value.replace(/\s+/g, " ").replaceAll("'", "''")}'`;
const list = (names: readonly string[], indent = "    "): string => folded(names, " ", indent);

const unknownRotations: readonly RotationMethod[] = ["parsimax", "geomin", "bifactor", "target"];

function refuseUnknown({ settings, factors }: Replay): void {
  const { correlation, extraction, rotation, missing, stopRule } = settings;
  const none = (what: string, hint: string) => new ScreeError("no-spss-counterpart", `SPSS's FACTOR has no ${what}.`, { hint });
  if (correlation === "polychoric") throw none("polychoric correlations", "Ask for the commands of R, or analyse Pearson correlations.");
  if (correlation === "spearman" && missing === "pairwise")
    throw none("rank correlations under pairwise deletion", "Ask for listwise deletion, or for the commands of R.");
  if (factors === 0) return;
  if (factors > 1 && unknownRotations.includes(rotation)) throw none(`${rotation} rotation`, "Ask for the commands of R, or another rotation.");
  if (factors > 1 && rotation === "promax" && conventionOf(settings, "promax") === "psych")
    throw none("promax as R's psych has it", "Use --convention spss, or ask for the commands of R.");
  if (factors > 1 && rotation === "promax" && !usesKaiser(settings)) throw none("promax without Kaiser normalization", "Ask for the commands of R.");
  if (extraction === "paf" && stopRule === "psych") throw none("stop rule of R's psych", "Use --stop-rule spss or limit, or ask for the commands of R.");
}

function fromFile({ items, scales, reversed, settings }: Replay, data: DataFile, names: Names): string {
  const of = (wanted: readonly string[]) => wanted.map((item) => names.get(item) ?? item);
  const used = of([...new Set([...items, ...scales.flatMap((scale) => scale.items)])]);
  const inside = scales.every((scale) => scale.items.every((item) => items.includes(item)));
  const reads = reading(data, names);
  return [
    // EXECUTE, so that the data are read before the results are printed with a point again
    ...(data.decimalComma ? ["SET DECIMAL=COMMA.", reads, "EXECUTE.", "SET DECIMAL=DOT."] : [reads]),
    ...(data.excluded.length > 0
      ? ["COMPUTE scree_row = $CASENUM.", "EXECUTE.", `SELECT IF NOT ANY(scree_row, ${folded(data.excluded.map(String), ", ", "    ")}).`]
      : []),
    ...data.words.map(
      ({ item, codes }) =>
        `RECODE ${textOf(names.get(item)!)} ${folded(
          codes.map(([word, code]) => `(${quoted(word)}=${code})`),
          " ",
          "    ",
        )} INTO ${names.get(item)}.`,
    ),
    ...(data.missingCodes.length > 0 ? [`RECODE ${list(used)}\n  (${data.missingCodes.join(" ")}=SYSMIS).`] : []),
    ...reversed.map(({ item, ends }) => `COMPUTE ${names.get(item)} = ${ends} - ${names.get(item)}.`),
    // SPSS drops rows scale by scale, Scree those that lack an answer to any item analysed
    ...(settings.missing === "listwise" && inside ? [`SELECT IF NMISS(${folded(of(items), ", ", "    ")}) = 0.`] : []),
    ...(settings.correlation === "spearman" ? [ranks(of(items))] : []),
    "EXECUTE.",
  ].join("\n");
}

function reading({ file, delimiter, encoding, lines = 1, columns, words }: DataFile, names: Names): string {
  const name = quoted(file);
  if (/\.(?:sav|zsav|por)$/i.test(file)) return /\.por$/i.test(file) ? `IMPORT FILE=${name}.` : `GET FILE=${name}.`;
  if (/\.dta$/i.test(file)) return `GET STATA FILE=${name}.`;
  if (/\.xlsx$/i.test(file)) return `GET DATA /TYPE=XLSX /FILE=${name} /READNAMES=ON.`;
  if (!/\.(?:csv|tsv|tab|txt|dat)$/i.test(file)) return comment(`Open ${file} in SPSS before the rest is run.`);
  const separator = delimiter ?? (/\.(?:tsv|tab)$/i.test(file) ? "\t" : ",");
  const inWords = new Set(words.map(({ item }) => item));
  const variable = ({ name, text }: { name: string; text: boolean }) =>
    inWords.has(name) ? `${textOf(names.get(name)!)} A255` : `${names.get(name)} ${text ? "A255" : "F8.0"}`;
  const variables = columns.map((column) => `    ${variable(column)}`).join("\n");
  return [
    `GET DATA /TYPE=TXT /FILE=${name}${encoding ? ` /ENCODING='${encoding}'` : ""}`,
    `  /ARRANGEMENT=DELIMITED /DELIMITERS=${separator === "\t" ? '"\\t"' : `"${separator}"`} /QUALIFIER='"' /FIRSTCASE=${lines + 1}`,
    `  /VARIABLES=\n${variables}.`,
  ].join("\n");
}

/** The column as it stands in the file, before its words are made numbers. */
const textOf = (name: string): string => `t_${name}`;
const rankOf = (name: string): string => `r_${name}`;
const ranks = (items: readonly string[]): string => `RANK VARIABLES=${list(items)}\n  /RANK INTO ${list(items.map(rankOf))}\n  /TIES=MEAN /PRINT=NO.`;

function matrixData({ R, n }: { R: readonly (readonly number[])[]; n: number }, items: readonly string[]): string {
  const same = (word: string, value: number) => `${word} ${items.map(() => value).join(" ")}`;
  const rows = R.map((row, i) => `CORR ${row.slice(0, i + 1).join(" ")}`);
  // PSPP wants means and standard deviations beside correlations; 0 and 1 change nothing
  const data = [same("MEAN", 0), same("STDDEV", 1), same("N", n), ...rows];
  return ["MATRIX DATA VARIABLES=ROWTYPE_", `    ${list(items)}`, "  /FORMAT=LOWER DIAGONAL.", "BEGIN DATA", ...data, "END DATA."].join("\n");
}

function reliability({ scales }: Replay, of: Of): string {
  return scales
    .map(({ name, items }) => {
      const own = list(of(items));
      return `RELIABILITY\n  /VARIABLES=${own}\n  /SCALE(${quoted(name === "all" ? "All items" : name)})=${own}\n  /MODEL=ALPHA\n  /SUMMARY=TOTAL.`;
    })
    .join("\n");
}

const extractions: Record<ExtractionMethod, string> = { pca: "PC", paf: "PAF", minres: "ULS", ml: "ML" };

function factor({ items, settings, factors, data }: Replay, of: Of): string {
  const own = settings.correlation === "spearman" && "file" in data ? of(items).map(rankOf) : of(items);
  const source =
    "file" in data ? [`  /VARIABLES=${list(own)}`, `  /MISSING=${settings.missing === "pairwise" ? "PAIRWISE" : "LISTWISE"}`] : ["  /MATRIX=IN(COR=*)"];
  if (factors === 0) return ["FACTOR", ...source, "  /PRINT=INITIAL KMO."].join("\n");
  const rotated = factors > 1 && settings.rotation !== "none";
  return [
    "FACTOR",
    ...source,
    `  /PRINT=INITIAL KMO EXTRACTION${rotated ? " ROTATION" : ""}`,
    `  /CRITERIA=FACTORS(${factors}) ${extractionCriteria(settings)}`,
    `  /EXTRACTION=${extractions[settings.extraction]}`,
    ...(rotated ? [`  /CRITERIA=${rotationCriteria(settings)}`, `  /ROTATION=${rotationName(settings)}.`] : ["  /ROTATION=NOROTATE."]),
  ].join("\n");
}

function extractionCriteria({ extraction, convention, stopRule, tolerance, maxIterations }: AnalysisSettings): string {
  if (extraction === "pca") return "ITERATE(25)";
  // minimum residuals and maximum likelihood are iterated to their optimum
  const rule = extraction === "paf" ? stopRules[stopRule ?? (convention === "spss" ? "spss" : "limit")] : { tolerance: 1e-9, maxIterations: 500 };
  return `ITERATE(${maxIterations ?? rule.maxIterations}) ECONVERGE(${decimal(tolerance ?? rule.tolerance)})`;
}

function rotationCriteria(settings: AnalysisSettings): string {
  const { rotation, delta = 0 } = settings;
  // KAISER is the default, and PSPP does not know the word
  const oblimin = rotation === "oblimin";
  const toTheOptimum = conventionOf(settings, "varimax-stop") === "psych" || oblimin;
  return [
    ...(usesKaiser(settings) ? [] : ["NOKAISER"]),
    toTheOptimum ? "ITERATE(500) RCONVERGE(0.000000001)" : "ITERATE(250)",
    ...(oblimin ? [`DELTA(${delta})`] : []),
  ].join(" ");
}

const rotationName = ({ rotation, kappa = 4 }: AnalysisSettings): string => (rotation === "promax" ? `PROMAX(${kappa})` : rotation.toUpperCase());

/** Without exponent. */
const decimal = (value: number): string => value.toFixed(12).replace(/0+$/, "").replace(/\.$/, "");
