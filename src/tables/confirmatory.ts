import type { ConfirmatoryAnalysis } from "../psychometrics/confirmatory";
import { column, headingRow, label, ofCount, ofProbability, ofProportion, ofQuantity, stub } from "./cells";
import { withDataNotes } from "./exclusion-note";
import { interval, proportion, quantity } from "./number";
import { decimalsOf, type TableOptions } from "./options";
import type { Cell, Inline, Table } from "./table";
import { listed, reversedSentence } from "./words";

/** Loadings, fit, convergent and discriminant validity of a confirmatory factor analysis. */
export function confirmatoryTables(analysis: ConfirmatoryAnalysis, options: TableOptions = {}): readonly Table[] {
  const several = analysis.factors.length > 1;
  const tables = [loadings(analysis, options), fit(analysis, options), validity(analysis, options), ...(several ? [heterotrait(analysis, options)] : [])];
  return tables.map((table) => withDataNotes(table, analysis));
}

const general = ({ sample }: ConfirmatoryAnalysis): readonly Inline[] => [{ italic: "N" }, ` = ${ofCount(sample.used).text}. Maximum likelihood.`];

/** An improper solution can pass 1, and is then printed in full. */
const loadingText = (value: number, decimals: number) => (Math.abs(value) > 1 ? quantity(value, decimals) : proportion(value, decimals));

function loadings(analysis: ConfirmatoryAnalysis, options: TableOptions): Table {
  const decimals = decimalsOf(options);
  const width = 5;
  return {
    id: "cfa-loadings",
    title: "Standardized loadings of the confirmatory factor analysis",
    columns: [stub("Item"), column("loading", "Loading"), column("se", { italic: "SE" }), column("ci", "95% CI"), column("p", { italic: "p" })],
    rows: analysis.factors.flatMap((factor) => [
      headingRow(factor.name, width),
      ...analysis.loadings
        .filter((row) => row.factor === factor.name)
        .map(({ item, loading, se, ci, p }) => ({
          key: `${factor.name}/${item}`,
          cells: [
            label(item),
            { text: loadingText(loading, decimals), value: loading },
            ofProportion(se, decimals + 1),
            { text: interval(ci, (limit) => loadingText(limit ?? NaN, decimals)), value: ci?.[0] ?? null },
            ofProbability(p),
          ],
        })),
    ]),
    notes: [
      [
        ...general(analysis),
        " Loadings are completely standardized; their standard errors are by the delta method.",
        ...reversedSentence(analysis.sample.reversed),
      ],
    ],
  };
}

function fit(analysis: ConfirmatoryAnalysis, options: TableOptions): Table {
  const { chiSquare, df, p, cfi, tli, rmsea, rmseaCi, srmr } = analysis.fit;
  const decimals = Math.max(decimalsOf(options), 3);
  const print = (value: number | null | undefined) => proportion(value, decimals);
  return {
    id: "cfa-fit",
    title: "Fit of the confirmatory model",
    columns: [
      stub("Model"),
      column("chiSquare", "χ²"),
      column("df", { italic: "df" }),
      column("p", { italic: "p" }),
      column("cfi", "CFI"),
      column("tli", "TLI"),
      column("rmsea", "RMSEA"),
      column("rmseaCi", "90% CI"),
      column("srmr", "SRMR"),
    ],
    rows: [
      {
        key: "model",
        cells: [
          label(analysis.factors.length === 1 ? "One factor" : `${analysis.factors.length} correlated factors`),
          ofQuantity(chiSquare, decimalsOf(options)),
          ofCount(df),
          ofProbability(p),
          ofProportion(cfi, decimals),
          { text: tli !== null && Math.abs(tli) > 1 ? quantity(tli, decimals) : print(tli), value: tli },
          ofProportion(rmsea, decimals),
          { text: interval(rmseaCi, print), value: rmseaCi?.[0] ?? null },
          ofProportion(srmr, decimals),
        ],
      },
    ],
    notes: [
      [
        ...general(analysis),
        " CFI = comparative fit index; TLI = Tucker–Lewis index; RMSEA = root mean square error of approximation; SRMR = standardized root mean square residual.",
      ],
    ],
  };
}

function validity(analysis: ConfirmatoryAnalysis, options: TableOptions): Table {
  const { factors, fornellLarcker, notDiscriminant } = analysis;
  const decimals = decimalsOf(options);
  const several = factors.length > 1;
  const corner = (a: number, b: number): Cell => (b > a ? { text: "" } : { ...ofProportion(fornellLarcker[a][b], decimals), ...(a === b && { strong: true }) });
  const pairs = notDiscriminant.map(([a, b]) => `${a} with ${b}`);
  return {
    id: "cfa-validity",
    title: several ? "Convergent and discriminant validity (Fornell–Larcker)" : "Convergent validity",
    columns: [
      stub("Factor"),
      column("items", "Items"),
      column("cr", "CR"),
      column("ave", "AVE"),
      ...(several ? factors.map(({ name }) => column(name, name)) : []),
    ],
    rows: factors.map(({ name, items, cr, ave }, a) => ({
      key: name,
      cells: [
        label(name),
        ofCount(items.length),
        ofProportion(cr, decimals),
        ofProportion(ave, decimals),
        ...(several ? factors.map((_, b) => corner(a, b)) : []),
      ],
    })),
    notes: [
      [
        ...general(analysis),
        " CR = composite reliability; AVE = average variance extracted.",
        ...(several ? [" The square roots of the AVE are on the diagonal in bold, factor correlations below."] : []),
        ...(pairs.length > 0 ? [` Correlated above the square root of an AVE: ${listed(pairs)}.`] : []),
      ],
    ],
  };
}

function heterotrait(analysis: ConfirmatoryAnalysis, options: TableOptions): Table {
  const { factors, htmt, htmt2 } = analysis;
  const decimals = decimalsOf(options);
  const ratio = (value: number | null): Cell => ({ text: value !== null && value > 1 ? quantity(value, decimals) : proportion(value, decimals), value });
  return {
    id: "cfa-htmt",
    title: "Heterotrait–monotrait ratios",
    columns: [stub("Factor"), ...factors.map(({ name }) => column(name, name))],
    rows: factors.map(({ name }, a) => ({
      key: name,
      cells: [label(name), ...factors.map((_, b) => (a === b ? { text: "—" } : ratio(b < a ? htmt[a][b] : htmt2[a][b])))],
    })),
    notes: [
      [
        ...general(analysis).slice(0, 1),
        ` = ${ofCount(analysis.sample.used).text}. HTMT (arithmetic means) below the diagonal, HTMT2 (geometric means) above.`,
      ],
    ],
  };
}
