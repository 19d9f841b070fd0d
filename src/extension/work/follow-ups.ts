import { ScreeError } from "../../errors";
import { type Analysis } from "../../psychometrics/analysis";
import { compareSolutions, type Loadings } from "../../psychometrics/compare-solutions";
import { findCareless, withComparison } from "../../psychometrics/careless/careless-survey";
import { confirmMatrix, confirmSurvey } from "../../psychometrics/confirmatory";
import { answers, type Survey } from "../../survey/survey";
import { tableKinds } from "../../tables/catalogue";
import { confirmatoryTables } from "../../tables/confirmatory";
import { proportion } from "../../tables/number";
import { comparisonTables } from "../../tables/solution-comparison";
import { type Followed } from "../../webview/protocol";
import { type AnalyzeRequest, type CompareRequest } from "../remote/analysis-service";
import { type studyCache } from "../studies/opened";
import { type analyses, selectionOf } from "./analyses";
import { publishedOf, type Surveys } from "./surveys";

/** What follows an exploratory analysis: a confirmatory one of its scales, and a look at another solution. */
export function followUps(surveys: Surveys, made: ReturnType<typeof analyses>, studies: ReturnType<typeof studyCache>) {
  return {
    async confirm(request: AnalyzeRequest): Promise<Followed> {
      const { choices, matrix } = request;
      if (choices.scales.length === 0)
        throw new ScreeError("no-model", "A confirmatory factor analysis needs to know which items belong to which factor.", {
          hint: "Define the scales beside the result: each is a factor.",
        });
      const selection = selectionOf(choices);
      const result = matrix
        ? confirmMatrix(publishedOf(request, choices.items), selection)
        : confirmSurvey(await surveys.of(request, choices.missingCodes), selection);
      const { cfi, rmsea, srmr } = result.fit;
      return {
        verdict: `CFI ${proportion(cfi, 3)}, RMSEA ${proportion(rmsea, 3)}, SRMR ${proportion(srmr, 3)}; N = ${result.sample.used}`,
        tables: confirmatoryTables(result, choices.tables),
        remarks: [result.method, ...result.warnings.map(({ message }) => message)],
      };
    },

    /** rows that look carelessly answered, and the results with and without them; cut-offs are those of the study */
    async careless(request: AnalyzeRequest): Promise<Followed> {
      const { survey, analysis } = await made.whole(request);
      if (!survey) throw new ScreeError("no-answers", "A correlation matrix has no answers to look at.", { hint: "Analyze the survey itself." });
      const study = (await studies.of(request.uri).catch(() => undefined))?.open.study;
      const selection = selectionOf(request.choices);
      const all = survey.excluded?.of ?? survey;
      const settings = { ...request.choices.settings, bootstrap: undefined };
      const report = await withComparison(findCareless(all, selection, study?.reading.careless), all, selection, settings);
      const shown = { ...analysis, careless: report };
      const flagged = report.flagged.length;
      return {
        verdict: flagged === 0 ? "no row looks carelessly answered" : `${flagged} of ${all.rows} rows deserve a look`,
        tables: tableKinds
          .filter(({ id, unavailable }) => id.startsWith("careless") && unavailable(shown) === undefined)
          .map((kind) => kind.make(shown, Object.fromEntries(Object.entries(request.choices.tables ?? {}).filter(([name]) => name === "decimals")))),
        remarks: report.warnings.map(({ message }) => message),
        ...(study?.reading.exclude.careless ? {} : { flagged }),
      };
    },

    async compare({ other, ...request }: CompareRequest): Promise<Followed> {
      const { analysis } = await made.whole(request);
      const here = loadingsOf(analysis, "This analysis");
      const there =
        "file" in other
          ? loadingsIn(await surveys.plain(other.file))
          : loadingsOf((await made.whole({ ...request, choices: other.choices })).analysis, other.name);
      const comparison = compareSolutions(here, there);
      const { matched, difference } = comparison;
      const verdict = matched
        ? `congruence ${matched.congruence.map((value) => proportion(value)).join(", ")}; loadings differ by ${proportion(difference!.rms, 3)} (root mean square), most for ${difference!.largest.item} on ${difference!.largest.factor} (${proportion(Math.abs(difference!.largest.difference), 3)})`
        : `${here.names.length} factors here, ${there.names.length} there`;
      const tables = comparisonTables(here, { name: other.name, names: there.names }, comparison, request.choices.tables);
      return { verdict, tables, remarks: [] };
    },
  };
}

function loadingsOf({ solution, sample }: Analysis, whose: string): Loadings {
  if (solution) return { items: sample.items, names: solution.names, loadings: solution.loadings };
  throw new ScreeError("no-solution", `${whose} has no factors to compare.`, { hint: "Its remarks say why." });
}

/** A table with the items' names in its first column and a factor in each other. */
function loadingsIn({ columns, source, rows }: Survey): Loadings {
  const [first, ...others] = columns;
  const factors = others.flatMap((column) => (column.kind === "numeric" ? [{ name: column.name, values: answers(column) }] : []));
  if (first?.kind !== "text" || factors.length === 0)
    throw new ScreeError("no-loadings", `${source} holds no loadings.`, { hint: "Write item,F1,F2 and a line for each item." });
  const loadings = Array.from({ length: rows }, (_, row) => factors.map(({ values }) => (Number.isNaN(values[row]) ? 0 : values[row])));
  return { items: first.values.map((name) => name.trim()), names: factors.map(({ name }) => name), loadings };
}
