import { type CalculatorField, type CalculatorName } from "../../webview/parts/calculator-messages";

export interface CalculatorForm {
  readonly title: string;
  readonly lead: string;
  /** whether it looks at a file */
  readonly ofFile: boolean;
  readonly fields: readonly CalculatorField[];
}

const field = (id: string, label: string, more: Partial<CalculatorField> = {}): CalculatorField => ({ id, label, value: "", ...more });

/** What each calculation asks for. */
export const calculatorForms: Record<CalculatorName, CalculatorForm> = {
  "sample-size": {
    title: "Sample size",
    lead: "How many people to ask: Krejcie and Morgan, Yamane, Cochran.",
    ofFile: false,
    fields: [
      field("population", "Population", { value: "1200", placeholder: "unlimited" }),
      field("margin", "Margin of error", { value: ".05" }),
      field("p", "Proportion expected", { value: ".5" }),
      field("z", "z of the confidence", { placeholder: "1.96 for 95%" }),
      field("strata", "Strata, a line for each", { lines: 6, placeholder: "First year = 400\nSecond year = 350" }),
    ],
  },
  "content-validity": {
    title: "Content validity",
    lead: "IOC, CVI, modified kappa, CVR and Aiken’s V of experts’ ratings.",
    ofFile: true,
    fields: [
      field("low", "Lowest rating possible", { placeholder: "from the ratings" }),
      field("high", "Highest rating possible", { placeholder: "from the ratings" }),
      field("relevantFrom", "Relevant from", { placeholder: "the upper half" }),
      field("itemsIn", "Items stand in", {
        choices: [
          { value: "", label: "What the names say" },
          { value: "rows", label: "Rows" },
          { value: "columns", label: "Columns" },
        ],
      }),
    ],
  },
  icc: {
    title: "Agreement of raters",
    lead: "Intraclass correlations: what is rated in rows, a rater in each column.",
    ofFile: true,
    fields: [field("raters", "Raters’ columns", { placeholder: "every column of ratings, or R1-R4" })],
  },
};
