import { ScreeError } from "../../errors";
import { contentValidity } from "../../psychometrics/content-validity";
import { expertRatings, ratingScale } from "../../psychometrics/expert-ratings";
import { raterAgreement } from "../../psychometrics/rater-agreement";
import { samplePlan } from "../../psychometrics/sample-plan";
import { type Stratum } from "../../psychometrics/sample-size";
import { contentValidityTables } from "../../tables/content-validity";
import { intraclassTable } from "../../tables/intraclass";
import { sampleSizeTables } from "../../tables/sample-size";
import { type Calculated, type CalculatorValues } from "../../webview/parts/calculator-messages";
import { type DataSource } from "../remote/analysis-service";
import { type Surveys } from "./surveys";

export interface CalculationRequest {
  readonly values: CalculatorValues;
  /** the file that is looked at; sample sizes need none */
  readonly file?: DataSource;
}

/** The small calculations that stand beside an analysis: each turns the fields of its page into tables. */
export function calculations(surveys: Surveys): Record<string, (request: CalculationRequest) => Promise<Calculated>> {
  return {
    "sample-size": async ({ values }) => {
      const plan = samplePlan({
        population: numberOf(values.population, "The population"),
        margin: numberOf(values.margin, "The margin of error"),
        p: numberOf(values.p, "The proportion"),
        z: numberOf(values.z, "z"),
        strata: strataOf(values.strata ?? ""),
      });
      const sizes = plan.results.map(({ sample }) => sample);
      const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
      return { verdict: least === most ? `${most} people` : `${least} to ${most} people, by the formula`, tables: sampleSizeTables(plan), remarks: [] };
    },

    "content-validity": async ({ values, file }) => {
      const itemsIn = values.itemsIn === "rows" || values.itemsIn === "columns" ? values.itemsIn : undefined;
      const read = expertRatings(await surveys.plain(file!), itemsIn);
      const [low, high] = [numberOf(values.low, "The lowest rating"), numberOf(values.high, "The highest rating")];
      const known = low !== undefined && high !== undefined ? { scale: [low, high] as const, warnings: [] } : ratingScale(read, file!.name);
      if (!(known.scale[0] < known.scale[1]))
        throw new ScreeError("bad-scale", "The lowest rating has to be below the highest.", { hint: "Give both ends of the scale, such as 1 and 4." });
      const relevantFrom = numberOf(values.relevantFrom, "“Relevant from”");
      if (relevantFrom !== undefined && !(relevantFrom > known.scale[0] && relevantFrom <= known.scale[1]))
        throw new ScreeError("relevant-outside-scale", `An item cannot count as relevant from ${relevantFrom} on a scale of ${known.scale.join(" to ")}.`, {
          hint: "Give a rating above the lowest one.",
        });
      const validity = contentValidity(read.items, read.ratings, { scale: known.scale, relevantFrom });
      return {
        verdict: `${read.items.length} items, ${read.experts.length} experts, rated from ${known.scale.join(" to ")}`,
        tables: contentValidityTables(validity),
        remarks: [...read.warnings, ...known.warnings].map(({ message }) => message),
      };
    },

    icc: async ({ values, file }) => {
      const items = (values.raters ?? "")
        .split(/[,;]/)
        .map((name) => name.trim())
        .filter(Boolean);
      const result = raterAgreement(await surveys.plain(file!), items.length > 0 ? { items } : {});
      const { rows, used, raters } = result.sample;
      return {
        verdict: `${used} of ${rows} rows rated by ${raters.length} raters: ${raters.join(", ")}`,
        tables: [intraclassTable(result)],
        remarks: result.warnings.map(({ message }) => message),
      };
    },
  };
}

/** A number as people write it: 1,200 and 1 200, .05 and 0,05; absent where nothing is written. */
function numberOf(text: string | undefined, what: string): number | undefined {
  const written = (text ?? "").trim().replace(/^[−–]/, "-");
  if (written === "") return undefined;
  const thousands = /^-?\d{1,3}(?:[ ,\u00a0]\d{3})+$/.test(written);
  const number = Number(thousands ? written.replace(/[ ,\u00a0]/g, "") : written.replace(",", "."));
  if (Number.isFinite(number)) return number;
  throw new ScreeError("not-a-number", `${what} cannot be “${written.slice(0, 40)}”.`, { hint: "Write a number." });
}

/** "First year=1200" a line, or separated by semicolons */
function strataOf(text: string): Stratum[] {
  return text
    .split(/[\n;]/)
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const at = Math.max(line.lastIndexOf("="), line.lastIndexOf(":"), line.lastIndexOf("\t"));
      const population = at > 0 ? numberOf(line.slice(at + 1), "A stratum") : undefined;
      const name = line.slice(0, at).trim();
      if (name !== "" && population !== undefined && Number.isInteger(population) && population >= 1) return { name, population };
      throw new ScreeError("bad-stratum", `“${line.trim().slice(0, 60)}” is no stratum.`, { hint: "Write a line for each, such as First year = 1200." });
    });
}
