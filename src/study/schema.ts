import { ruleSeverities } from "../checks/severities";
import { givenRoles } from "../survey/given-roles";
import { carelessKeys, thresholdNames } from "./data-keys";
import { mostIterations, overrideNumbers, stopRuleNames } from "./override-settings";
import { conventionChoices, factorCriteria, mostFactors, otherNames, requests, settingValues, wholeSettings } from "./settings";

/** As much of JSON Schema (draft 2020-12) as a study file needs. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly (string | boolean)[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly examples?: readonly unknown[];
  /** what completes here beside what the schema names: columns of the survey, or rules */
  readonly "x-names"?: "columns" | "rules";
}

const text = (description: string, examples?: readonly unknown[]): Schema => ({ type: ["string", "number"], description, ...(examples ? { examples } : {}) });
const whole = (description: string, [minimum, maximum]: readonly [number, number]): Schema => ({ type: "integer", description, minimum, maximum });
const map = (description: string, additionalProperties: Schema, names?: Schema["x-names"]): Schema => ({
  type: "object",
  description,
  additionalProperties,
  ...(names ? { "x-names": names } : {}),
});
const itemList = (description: string): Schema => ({
  description,
  anyOf: [
    { type: "string", "x-names": "columns" },
    { type: "array", items: { type: ["string", "number"], "x-names": "columns" } },
  ],
});

const scales = map("Scales by their names, each with its items.", itemList("The items of the scale, such as Q1-Q6."));

const settingWords: Record<keyof typeof settingValues, string> = {
  missing: "What happens to incomplete rows.",
  correlation: "Which correlation is analysed.",
  extraction: "How factors are extracted.",
  rotation: "How factors are rotated.",
  convention: "Whose figures the results equal.",
};
const requestWords: Record<keyof typeof requests, string> = {
  compare: "Compares the fit of 0 to this many factors (BIC, RMSEA, Hull, NEST).",
  "comparison-data": "Comparison data (Ruscio & Roche, 2012) with this many samples a population.",
  bootstrap: "Intervals of loadings and of the number of factors from this many samples.",
  starts: "Random starts of the rotation, with the count of distinct optima.",
};

/** Other names of a value. */
const furtherValues: Partial<Record<keyof typeof settingValues, readonly string[]>> = { correlation: Object.keys(otherNames) };

const analysis: Schema = {
  type: ["object", "null"],
  description: "An analysis. What it leaves out is the study's, or as usual.",
  additionalProperties: false,
  properties: {
    ...Object.fromEntries(
      Object.entries(settingValues).map(([key, values]) => [
        key,
        { enum: [...values, ...(furtherValues[key as keyof typeof settingValues] ?? [])], description: settingWords[key as keyof typeof settingValues] },
      ]),
    ),
    factors: {
      description: "How many factors, or the criterion that says so.",
      anyOf: [{ enum: factorCriteria }, { type: "integer", minimum: 1, maximum: mostFactors }],
    },
    iterations: whole("Simulated data sets of parallel analysis; 0: none.", wholeSettings.iterations),
    seed: whole("The seed of everything random.", wholeSettings.seed),
    ...Object.fromEntries(Object.entries(requests).map(([key, { limits }]) => [key, whole(requestWords[key as keyof typeof requests], limits)])),
    parallel: text("The variant of parallel analysis: eigenvalues (pca, smc, minres), data (normal, permuted), threshold (percentile95, mean).", [
      "smc,permuted",
    ]),
    "factor-names": text("The names of the factors in tables and scores, in their order.", ["Staff,Collection"]),
    except: {
      description: "Choices in which the other convention is followed.",
      anyOf: [{ enum: conventionChoices }, { type: "array", items: { enum: conventionChoices } }],
    },
    kaiser: { enum: ["on", "off", true, false], description: "Kaiser normalisation before a rotation; absent: as the convention has it." },
    "stop-rule": { enum: stopRuleNames, description: "When principal axis factoring ends; absent: as the convention has it." },
    "max-iterations": whole("At most this many iterations of the extraction.", [1, mostIterations]),
    kappa: { type: "number", description: `Promax: the power of the target. ${overrideNumbers.kappa.hint}` },
    delta: { type: "number", description: `Oblimin: how oblique. ${overrideNumbers.delta.hint}` },
    tolerance: { type: "number", description: `When an extraction has converged. ${overrideNumbers.tolerance.hint}` },
    target: map(
      "The loadings that a target rotation comes near to, an item a line; ~ where one is free.",
      { type: "array", items: { type: ["number", "null"] } },
      "columns",
    ),
    items: itemList("The items of this analysis, where they are others than the study's."),
    reverse: itemList("The reverse-worded items of this analysis."),
    scales,
  },
};

const cutOffs = Object.fromEntries(thresholdNames.map((name) => [name, { type: "number", description: `The cut-off of ${name}.` }]));
const careless: Schema = {
  description: "Looks for careless responding; cut-offs where they are not the usual ones.",
  anyOf: [
    { enum: ["on", "off", true, false] },
    {
      type: "object",
      additionalProperties: false,
      properties: {
        ...Object.fromEntries(carelessKeys.map((key) => [key, {}])),
        ...cutOffs,
        reasons: whole("How many indices must flag a row.", [1, 7]),
        timing: { type: "string", description: "The column with the response time in seconds.", "x-names": "columns" },
      },
    },
  ],
};

/** What a `scree.yaml` can say, for editors: completion here, and the published schema. @param rules the ids of the rules */
export const studySchema = (rules: readonly string[]): Schema & { readonly $schema: string; readonly title: string } => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "scree.yaml: what Scree knows about a paper",
  type: "object",
  required: ["data"],
  additionalProperties: false,
  properties: {
    data: text("The survey, relative to this file.", ["survey.csv"]),
    encoding: text("The encoding of the survey, where the guess is wrong.", ["utf-8", "windows-1252", "gb18030", "shift_jis"]),
    delimiter: text("What parts the columns of a CSV file, where the guess is wrong.", [",", ";", "tab"]),
    sheet: text("The sheet of a workbook; absent: the first."),
    "missing-codes": {
      description: "Numbers and words that stand for no answer.",
      anyOf: [{ type: "array", items: { type: ["number", "string"] } }, { type: ["number", "string"] }],
      examples: [[99, -9]],
    },
    columns: map("What columns are, where the rules are wrong.", { enum: givenRoles }, "columns"),
    answers: map(
      "Answer scales in words, from the lowest to the highest, or with their numbers.",
      {
        anyOf: [
          { type: "array", items: { type: "string" } },
          { type: "object", additionalProperties: { type: "number" } },
        ],
      },
      "columns",
    ),
    instructed: map("Items that only check attention, with the answer that was asked for.", text("The answer."), "columns"),
    exclude: {
      description: "Rows that are left out: careless ones, or by their numbers in the file.",
      anyOf: [
        { enum: ["careless"] },
        { type: "array", items: { type: ["integer", "string"] } },
        {
          type: "object",
          additionalProperties: false,
          properties: { careless: { type: "boolean" }, rows: { type: "array", items: { type: ["integer", "string"] } } },
        },
      ],
    },
    careless,
    items: {
      description: "The items: a list, a range, or each with its question.",
      anyOf: [...itemList("").anyOf!, map("Items with their questions.", text("The question."), "columns")],
    },
    labels: map("The questions, item by item; they stand for the file's own labels.", text("The question."), "columns"),
    reverse: itemList("Reverse-worded items."),
    scales,
    analyses: map("Analyses by their names; the first is meant where none is named.", analysis),
    manuscripts: {
      description: "The manuscripts of this study, relative to this file; their values are compared with the data.",
      type: "array",
      items: { type: "string" },
    },
    checks: {
      ...map("How much the findings of single rules weigh in these manuscripts.", { enum: ruleSeverities }, "rules"),
      properties: Object.fromEntries(rules.map((rule) => [rule, { enum: ruleSeverities }])),
      additionalProperties: false,
    },
  },
});
