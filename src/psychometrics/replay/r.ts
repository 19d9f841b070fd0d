import type { AnalysisSettings, ExtractionMethod } from "../analysis";
import { conventionOf } from "../convention";
import { stopRules } from "../paf";
import { usesKaiser } from "../rotation/kaiser-normalization";
import { type DataFile, folded, type Replay } from "./replay";
import { arrangeFunction, orthomaxFunction, principalAxesFunction } from "./r-functions";

/**
 * The analysis as an R script (psych, GPArotation) that gives the same loadings: `loadings` and, where factors correlate, `phi`. What no package does as SPSS
 * does it (its principal axes, its sweeps of varimax, its promax) is written out.
 * Source: the conventions of psych and GPArotation, checked by running them.
 */
export function rCommands(replay: Replay): string {
  const parts = [
    "data" in replay && "file" in replay.data ? fromFile(replay, replay.data) : fromMatrix(replay),
    reliability(replay),
    factorability,
    solution(replay),
  ];
  const packages = `library(psych)          # install.packages(c("psych", "GPArotation"))`;
  return `${[`# ${replay.method}`, packages, ...parts.filter((part) => part !== "")].join("\n\n")}\n`;
}

const text = (value: string): string => `"${value.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n")}"`;
const vector = (names: readonly string[], indent = "           "): string => `c(${folded(names.map(text), ", ", indent)})`;

function fromFile({ items, scales, reversed, settings }: Replay, data: DataFile): string {
  const all = [...new Set([...items, ...scales.flatMap((scale) => scale.items)])];
  const more = all.length > items.length;
  return [
    `data <- ${reading(data)}`,
    ...(data.excluded.length > 0 ? [`data <- data[-c(${folded(data.excluded.map(String), ", ", "  ")}), ]`] : []),
    `items <- ${vector(items)}`,
    ...(more ? [`used <- ${vector(all, "          ")}`] : []),
    `x <- data[, ${more ? "used" : "items"}]`,
    ...data.words.map(
      ({ item, codes }) =>
        `x[[${text(item)}]] <- unname(c(${folded(
          codes.map(([word, code]) => `${text(word)} = ${code}`),
          ", ",
          "  ",
        )})[as.character(x[[${text(item)}]])])`,
    ),
    ...(data.gaps
      ? [`x[] <- lapply(x, function(answer) if (is.character(answer)) suppressWarnings(as.numeric(sub(",", ".", answer))) else answer)   # words for no answer`]
      : []),
    ...(data.missingCodes.length > 0 ? [`x[] <- lapply(x, function(answer) replace(answer, answer %in% c(${data.missingCodes.join(", ")}), NA))`] : []),
    ...reversed.map(({ item, ends }) => `x[[${text(item)}]] <- ${ends} - x[[${text(item)}]]`),
    ...(settings.missing === "listwise"
      ? ["complete <- x[complete.cases(x[, items]), ]", "n <- nrow(complete)"]
      : ["complete <- x", `n <- ${pairwiseN(settings)}`]),
    `R <- ${correlations(settings)}`,
  ].join("\n");
}

/** Under pairwise deletion SPSS's tests use the mean number of answers to an item, psych's the number of rows. */
const pairwiseN = (settings: AnalysisSettings): string => (conventionOf(settings, "pairwise-n") === "psych" ? "nrow(x)" : "mean(colSums(!is.na(x[, items])))");

function reading({ file, delimiter, decimalComma, encoding, lines, columns }: DataFile): string {
  const name = text(file);
  const separator = delimiter ?? (/\.(?:tsv|tab)$/i.test(file) ? "\t" : ",");
  if (/\.(?:sav|zsav|por)$/i.test(file)) return `as.data.frame(haven::zap_labels(haven::read_sav(${name})))`;
  if (/\.dta$/i.test(file)) return `as.data.frame(haven::zap_labels(haven::read_dta(${name})))`;
  if (/\.xlsx$/i.test(file)) return `as.data.frame(readxl::read_excel(${name}))`;
  if (/\.parquet$/i.test(file)) return `as.data.frame(arrow::read_parquet(${name}))`;
  const sep = separator === "\t" ? '"\\t"' : text(separator === " " ? "" : separator);
  const like = `sep = ${sep}${decimalComma ? `, dec = ","` : ""}, check.names = FALSE, na.strings = c("", "NA")${encoding ? `, fileEncoding = ${text(encoding)}` : ""}`;
  if (lines === undefined) return `read.csv(${name}, ${like})`;
  const names = columns.map((column) => column.name);
  return `read.csv(${name}, header = FALSE, skip = ${lines}, ${like},\n  col.names = ${vector(names)})`;
}

function correlations({ correlation, missing }: AnalysisSettings): string {
  if (correlation === "polychoric") return "polychoric(complete[, items], correct = 0)$rho";
  const use = missing === "pairwise" ? `, use = "pairwise.complete.obs"` : "";
  return `cor(complete[, items]${use}${correlation === "spearman" ? `, method = "spearman"` : ""})`;
}

function fromMatrix({ data, items }: Replay): string {
  if ("file" in data) return "";
  const rows = data.R.map((row) => `  ${row.join(", ")}`).join(",\n");
  return `items <- ${vector(items)}\nn <- ${data.n}\nR <- matrix(c(\n${rows}), ${items.length}, dimnames = list(items, items))`;
}

function reliability({ scales, items, data, settings }: Replay): string {
  if (!("file" in data)) return "# Reliability of standardized items\nalpha(R, n.obs = n)";
  const lines = scales.map(({ name, items: own }) => {
    const inside = own.every((item) => items.includes(item));
    const rows = settings.missing === "listwise" && !inside ? `na.omit(x[, ${vector(own)}])` : `complete[, ${name === "all" ? "items" : vector(own)}]`;
    return `alpha(${rows}, check.keys = FALSE)${name === "all" ? "" : `   # ${name.replace(/\s+/g, " ")}`}`;
  });
  return lines.length === 0 ? "" : ["# Reliability", ...lines].join("\n");
}

const factorability = "# Factorability\nKMO(R)\ncortest.bartlett(R, n)\neigen(R)$values";

function solution(replay: Replay): string {
  const { factors, settings } = replay;
  if (factors === 0) return "# No factors were extracted.";
  const rotated = factors > 1 && settings.rotation !== "none";
  const functions = [
    ...(settings.extraction === "paf" && settings.stopRule !== "psych" ? [principalAxesFunction] : []),
    ...(rotated && usesSweeps(settings) ? [orthomaxFunction] : []),
    ...(rotated ? [arrangeFunction] : []),
  ];
  return [
    ...functions,
    "# Factors",
    `m <- ${factors}`,
    `loadings <- ${extractions[settings.extraction](settings)}`,
    "loadings <- unclass(loadings)[, 1:m, drop = FALSE]",
    "loadings <- loadings %*% diag(ifelse(colSums(loadings) < 0, -1, 1), m)",
    "rownames(loadings) <- items",
    ...(rotated ? rotation(settings) : []),
    "print(round(loadings, 3))",
    ...(rotated && isOblique(settings) ? ["print(round(phi, 3))"] : []),
  ].join("\n");
}

const extractions: Record<ExtractionMethod, (settings: AnalysisSettings) => string> = {
  pca: () => "with(eigen(R, symmetric = TRUE), vectors[, 1:m, drop = FALSE] %*% diag(sqrt(values[1:m]), m))",
  minres: () => `fa(R, m, n.obs = n, rotate = "none", fm = "minres")$loadings`,
  ml: () => `fa(R, m, n.obs = n, rotate = "none", fm = "ml")$loadings`,
  paf: ({ convention, stopRule, tolerance, maxIterations }) => {
    const name = stopRule ?? (convention === "spss" ? "spss" : "limit");
    const rule = stopRules[name];
    const [error, most] = [tolerance ?? rule.tolerance, maxIterations ?? rule.maxIterations];
    if (name === "psych") return `fa(R, m, n.obs = n, rotate = "none", fm = "pa", min.err = ${error}, max.iter = ${most})$loadings`;
    return `principal_axes(R, m, tolerance = ${error}, iterations = ${most})`;
  },
};

const isOblique = ({ rotation }: AnalysisSettings): boolean => ["promax", "oblimin", "geomin", "target"].includes(rotation);
const usesSweeps = ({ rotation }: AnalysisSettings): boolean => ["varimax", "promax", "quartimax", "equamax", "parsimax"].includes(rotation);

function rotation(settings: AnalysisSettings): readonly string[] {
  const kaiser = usesKaiser(settings) ? "TRUE" : "FALSE";
  const ready = `normalize = ${kaiser}, eps = 1e-7, maxit = 5000`;
  const descended = (call: string) => [
    `rotated <- GPArotation::${call}`,
    ...(isOblique(settings) ? ["arranged <- arrange(rotated$loadings, rotated$Phi)"] : ["arranged <- arrange(rotated$loadings)"]),
  ];
  const result = ["loadings <- arranged$loadings", ...(isOblique(settings) ? ["phi <- arranged$phi"] : [])];
  switch (settings.rotation) {
    case "oblimin":
      return [...descended(`oblimin(loadings, gam = ${settings.delta ?? 0}, ${ready})`), ...result];
    case "geomin":
      return [...descended(`geominQ(loadings, delta = .01, ${ready})`), ...result];
    case "bifactor":
      return [...descended(`bifactorT(loadings, ${ready})`), ...result];
    case "target":
      return [...target(settings, ready), "loadings <- rotated$loadings", "phi <- rotated$Phi"];
    case "promax":
      return [`varimaxed <- arrange(${sweeps("varimax", settings, kaiser)})$loadings`, ...promax(settings), ...result];
    default:
      return [`arranged <- arrange(${sweeps(settings.rotation, settings, kaiser)})`, ...result];
  }
}

/** w of the orthomax family (Harman, 1976): SPSS ends its sweeps at a change of the criterion below .0001, psych's convention at the optimum. */
function sweeps(rotation: string, settings: AnalysisSettings, kaiser: string): string {
  const weights: Record<string, string> = { quartimax: "0", varimax: "1", equamax: "m / 2", parsimax: "nrow(R) * (m - 1) / (nrow(R) + m - 2)" };
  return `orthomax(loadings, w = ${weights[rotation]}, kaiser = ${kaiser}, tolerance = ${conventionOf(settings, "varimax-stop") === "spss" ? "1e-4" : "0"})`;
}

function promax({ extraction, kappa = 4, ...settings }: AnalysisSettings): readonly string[] {
  const convention = conventionOf(settings, "promax");
  const unit = "unit <- varimaxed / sqrt(rowSums(varimaxed^2))";
  const base = convention === "psych" && extraction !== "pca" ? "unit" : "varimaxed";
  const wanted = convention === "psych" && extraction === "pca" ? "varimaxed" : "unit";
  return [
    unit,
    `target <- sign(${wanted}) * abs(${wanted})^${kappa}`,
    `U <- solve(crossprod(${base}), crossprod(${base}, target))`,
    "U <- U %*% diag(sqrt(diag(solve(crossprod(U)))))",
    `pattern <- ${base === "unit" ? "sqrt(rowSums(varimaxed^2)) * " : ""}(${base} %*% U)`,
    `arranged <- arrange(pattern, solve(crossprod(U))${convention === "spss" ? ", sort = FALSE" : ""})`,
  ];
}

function target({ target = [] }: AnalysisSettings, ready: string): readonly string[] {
  const rows = (cell: (wanted: number | null) => string) => target.map((row) => `  ${row.map(cell).join(", ")}`).join(",\n");
  return [
    `wanted <- matrix(c(\n${rows((wanted) => String(wanted ?? 0))}), ncol = m, byrow = TRUE)`,
    `fixed <- matrix(c(\n${rows((wanted) => (wanted === null ? "0" : "1"))}), ncol = m, byrow = TRUE)`,
    `rotated <- GPArotation::pstQ(loadings, W = fixed, Target = wanted, ${ready})`,
  ];
}
