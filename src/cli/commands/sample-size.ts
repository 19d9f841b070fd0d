import { ScreeError } from "../../errors";
import { sampleMethods, samplePlan } from "../../psychometrics/sample-plan";
import type { Stratum } from "../../psychometrics/sample-size";
import { sampleSizeTables } from "../../tables/sample-size";
import { choice, list, number, readArguments, whole } from "../arguments";
import { type Command, done } from "../io";
import { formatOf, print } from "../print-tables";

const help = `scree sample-size --population N

How many people to ask, with the arithmetic: Krejcie and Morgan, Yamane, and Cochran, each unless one is named.

  --population N                people that the sample is drawn from; without it Cochran's formula for an unlimited number
  --method krejcie-morgan|yamane|cochran
  --margin E                    margin of error; default: .05
  --p P                         proportion expected; default: .5, which needs the largest sample
  --z Z                         normal deviate of the confidence; default: 1.96 (95%). Krejcie and Morgan's χ² is its square;
                                without --z it is 3.841, as in their table
  --strata "A=1200,B=800"       shares the sample out in proportion; the population is then their sum
  --format text|json|markdown|html|latex   default: text

Krejcie and Morgan's figure is rounded half up, as in their table; the others are rounded up.
`;

const sampleSize: Command = {
  help,
  async run(words, io) {
    const given = readArguments(words, { population: "value", method: "value", margin: "value", p: "value", z: "value", strata: "values", format: "value" });
    if (given.words.length > 0)
      throw new ScreeError("too-many-words", `scree sample-size reads no file, so ${given.words[0]} has no place.`, { hint: "Write --population N." });
    const format = formatOf(given);
    const population = whole(given, "population", 1, 1e12);
    const strata = list(given.values("strata")).map(stratumOf);
    if (
      population === undefined &&
      strata.length === 0 &&
      given.words.length === 0 &&
      !given.has("method") &&
      !given.has("margin") &&
      !given.has("z") &&
      !given.has("p")
    )
      throw new ScreeError("no-input", "A sample size needs the size of the population.", {
        hint: "Add --population N, or --method cochran for an unlimited one.",
      });
    const plan = samplePlan({
      population,
      method: choice(given, "method", sampleMethods),
      margin: number(given, "margin"),
      p: number(given, "p"),
      z: number(given, "z"),
      strata,
    });
    print({ title: "How many people to ask", results: plan, tables: sampleSizeTables(plan), warnings: [] }, format, io);
    return done;
  },
};

/** "First year=1200" */
function stratumOf(text: string): Stratum {
  const at = text.lastIndexOf("=");
  const name = text.slice(0, at).trim();
  const population = Number(text.slice(at + 1));
  if (at > 0 && name !== "" && Number.isInteger(population) && population >= 1) return { name, population };
  throw new ScreeError("bad-stratum", `--strata cannot hold "${text}".`, { hint: 'Write --strata "A=1200,B=800", whole numbers without separators.' });
}

export default sampleSize;
