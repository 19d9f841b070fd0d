import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What R with psych takes for the same, in milliseconds. */
export interface RTimes {
  readonly pipeline: number;
  readonly polychoric: number;
  readonly minres: number;
  readonly parallel: number;
  /** "in this run", or "stored" where R is not installed */
  readonly when: string;
}

/** Medians of R 4.2.2 with psych 2.2.9 on the machine of the README, for where R is not installed. */
const stored: RTimes = { pipeline: 4300, polychoric: 3300, minres: 23, parallel: 1200, when: "stored median of R" };

/**
 * The pipeline: α, KMO, Bartlett, parallel analysis with 100 replications of both variants, minres with five factors, oblimin. Listwise, as Scree's; a first
 * call of each that loads code is not counted.
 */
const script = (file: string) => `
suppressMessages({library(psych); library(GPArotation)})
options(mc.cores = 1)
x <- na.omit(read.csv("${file}")); R <- cor(x)
quiet <- function(code) suppressMessages(suppressWarnings({ invisible(capture.output(value <- force(code))); value }))
ms <- function(code, times) { code <- substitute(code); quiet(eval(code)); median(sapply(1:times, function(i) system.time(quiet(eval(code)))[["elapsed"]])) * 1000 }
pdf(NULL)
minres <- ms(for (i in 1:10) fa(R, 5, n.obs = nrow(x), fm = "minres", rotate = "oblimin"), 3) / 10
parallel <- ms(fa.parallel(x, fa = "pc", n.iter = 100, plot = FALSE), 1)
poly <- ms(polychoric(x), 1)
pipeline <- ms({ alpha(x, check.keys = FALSE); KMO(R); cortest.bartlett(R, nrow(x)); fa.parallel(x, fa = "both", n.iter = 100, plot = FALSE); fa(x, 5, fm = "minres", rotate = "oblimin") }, 1)
cat(pipeline, poly, minres, parallel)
`;

/** Runs R on the same answers; its stored medians where there is no R with psych. */
export function timesOfR(names: readonly string[], columns: readonly Float64Array[]): RTimes {
  const folder = mkdtempSync(join(tmpdir(), "scree-bench-"));
  try {
    const file = join(folder, "data.csv");
    const rows = Array.from(columns[0].keys(), (row) => columns.map((values) => (Number.isNaN(values[row]) ? "" : values[row])).join(","));
    writeFileSync(file, [names.join(","), ...rows].join("\n"));
    const { status, stdout } = spawnSync("Rscript", ["--vanilla", "-e", script(file)], { encoding: "utf8", timeout: 180_000 });
    const times = (stdout ?? "").trim().split(/\s+/).map(Number);
    if (status !== 0 || times.length !== 4 || times.some((time) => !(time > 0))) return stored;
    const [pipeline, polychoric, minres, parallel] = times;
    return { pipeline, polychoric, minres, parallel, when: "R in this run" };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
