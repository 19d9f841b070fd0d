import { Matrix } from "ml-matrix";
import { confirmMatrix } from "../../../src/psychometrics/confirmatory";
import { contentValidity, criticalContentValidityRatio, modifiedKappa } from "../../../src/psychometrics/content-validity";
import { cochran, krejcieMorgan, yamane } from "../../../src/psychometrics/sample-size";
import { type Figures, figures } from "../figures";
import { flat, type Pairs, zip } from "./case";
import { ofColumn, recorded } from "./coverage";
import { intraclass } from "./reliability";

export interface OtherFigures {
  readonly name: string;
  readonly file: string;
  readonly against: string;
  readonly tolerance: number;
  readonly pairs: () => Pairs;
}

/** The analysis that lavaan made, of the same correlations. */
function confirmed(name: string) {
  const results = recorded(name);
  const { rows: items, values } = figures(name.split("_")[0], "listwise").correlations.pearson;
  const sign = (item: string) => (name.includes("reversed") && ["Q5", "Q11", "Q16", "Q23"].includes(item) ? -1 : 1);
  const R = new Matrix(values.map((row: number[], i: number) => row.map((r, j) => r * sign(items[i]) * sign(items[j]))));
  const { factor, item } = results.loadings;
  const scales = [...new Set<string>(factor)].map((one) => ({ name: one, items: item.filter((_: string, i: number) => factor[i] === one) }));
  return { results, ours: confirmMatrix({ R, items, n: figures(name).n, source: name }, { scales }) };
}

const cfa = (name: string): OtherFigures[] => [
  {
    name: "Confirmatory factor analysis: standardized loadings, SE, intervals, residual variances, R², factor correlations",
    file: name,
    against: "lavaan",
    tolerance: 1e-4,
    pairs: () => {
      const { results, ours } = confirmed(name);
      const { loadings } = ours;
      const of = (key: "loading" | "se") => loadings.map((row) => row[key]);
      return [
        ...zip(of("loading"), results.loadings.std),
        ...zip(of("se"), results.loadings.std_se),
        ...zip(
          loadings.map(({ ci }) => ci![0]),
          results.loadings.std_ci_lower,
        ),
        ...zip(
          loadings.map(({ ci }) => ci![1]),
          results.loadings.std_ci_upper,
        ),
        ...loadings.map((row) => [row.residualVariance, results.residual_variances_std[row.item]] as const),
        ...loadings.map((row) => [1 - row.residualVariance, results.r2[row.item]] as const),
        ...zip(flat(ours.factorCorrelations), flat(results.factor_correlations.values)),
      ];
    },
  },
  {
    name: "Confirmatory factor analysis: χ², df, p, CFI, TLI, RMSEA with interval, SRMR",
    file: name,
    against: "lavaan",
    tolerance: 1e-4,
    pairs: () => {
      const { fit } = confirmed(name).ours;
      const theirs = confirmed(name).results.fit;
      return [
        [fit.chiSquare, theirs.chisq],
        [fit.df, theirs.df],
        [fit.p, theirs.pvalue],
        [fit.cfi, theirs.cfi],
        [fit.tli, theirs.tli],
        [fit.rmsea, theirs.rmsea],
        [fit.rmseaCi![0], theirs["rmsea.ci.lower"]],
        [fit.rmseaCi![1], theirs["rmsea.ci.upper"]],
        [fit.srmr, theirs.srmr],
      ];
    },
  },
  {
    name: "Average variance extracted, composite reliability, Fornell–Larcker",
    file: name,
    against: "formulas in R",
    tolerance: 1e-4,
    pairs: () => {
      const { results, ours } = confirmed(name);
      return [
        ...ours.factors.flatMap(({ name: factor, ave, cr }) => [[ave, results.AVE[factor]] as const, [cr, results.CR[factor]] as const]),
        ...zip(flat(ours.fornellLarcker), flat(results.fornell_larcker.values)),
      ];
    },
  },
  {
    name: "HTMT and HTMT2",
    file: name,
    against: "formulas in R",
    tolerance: 1e-9,
    pairs: () => {
      const { results, ours } = confirmed(name);
      return [...zip(flat(ours.htmt), flat(results.HTMT.values)), ...zip(flat(ours.htmt2), flat(results.HTMT2.values))];
    },
  },
];

/** Coefficients of one scale of ratings. */
function validity(ratings: Figures, scale: [number, number], cvi: Figures, aiken: Figures): Pairs {
  const ours = contentValidity(ratings.rows, ratings.values, { scale });
  return [
    [ours.sCviAve, cvi.S_CVI_Ave],
    [ours.sCviUa, cvi.S_CVI_UA],
    ...ours.items.flatMap(({ item, iCvi, kappa, aikenV, aikenVCi }) =>
      zip([iCvi, kappa, aikenV, ...aikenVCi], [cvi.I_CVI[item], cvi.kappa_modified[item], aiken.V[item], aiken.lower[item], aiken.upper[item]]),
    ),
  ];
}

/** What is not an analysis of a survey. */
export const others: readonly OtherFigures[] = [
  {
    name: "Intraclass correlations, six forms, F, df, p, intervals",
    file: "shroutfleiss_icc",
    against: "psych",
    tolerance: 1e-8,
    pairs: () => intraclass("shroutfleiss", recorded("shroutfleiss_icc").icc_anova),
  },
  {
    name: "Intraclass correlations",
    file: "shroutfleiss_icc",
    against: "the paper, two decimals",
    tolerance: 0.005,
    pairs: () => {
      const { types } = recorded("shroutfleiss_icc").icc_anova;
      const published = recorded("shroutfleiss_icc").published;
      const ours = intraclass("shroutfleiss", recorded("shroutfleiss_icc").icc_anova).slice(0, 6);
      return ours.map(([value], i) => [Math.round(value! * 100) / 100, published[types[i]]] as const);
    },
  },
  ...["hs1939_cfa", "likert320_reversed_cfa"].flatMap(cfa),
  {
    name: "Content validity of congruence: IOC, I-CVI, S-CVI, modified κ, CVR, Aiken's V with interval",
    file: "content_validity",
    against: "formulas in R",
    tolerance: 1e-9,
    pairs: () => {
      const results = recorded("content_validity");
      const ours = contentValidity(results.ioc_ratings.rows, results.ioc_ratings.values, { scale: [-1, 1] });
      return [
        ...validity(results.ioc_ratings, [-1, 1], results.cvi_from_ioc_plus1, results.aiken_ioc),
        ...ours.items.flatMap(({ item, ioc, cvr }) => zip([ioc, cvr], [results.IOC[item], results.CVR_plus1_as_essential[item]])),
        [ours.ioc, results.IOC_overall],
        [ours.cvi, results.CVI_mean_CVR_all_items],
      ];
    },
  },
  {
    name: "Content validity of relevance: I-CVI, S-CVI, modified κ, Aiken's V with interval",
    file: "content_validity",
    against: "formulas in R",
    tolerance: 1e-9,
    pairs: () => {
      const results = recorded("content_validity");
      return validity(results.relevance4_ratings, [1, 4], results.cvi_from_relevance4, results.aiken_relevance4);
    },
  },
  {
    name: "Critical CVR, and modified κ of the published table",
    file: "content_validity",
    against: "R",
    tolerance: 1e-9,
    pairs: () => {
      const { CVR_critical_values: critical, fleiss_like_check } = recorded("content_validity");
      const experts = [3, 5, 6, 8, 9];
      const agreeing = [3, 4, 5, 7, 7];
      return [
        ...critical.values.map(([n, , value]: number[]) => [criticalContentValidityRatio(n), value] as const),
        ...zip(
          experts.map((n, i) => modifiedKappa(agreeing[i], n)),
          fleiss_like_check.kappa_table_check.computed,
        ),
      ];
    },
  },
  {
    name: "Sample size: Krejcie & Morgan with their rounding and table, Yamane, Cochran",
    file: "sample_size",
    against: "formulas in R, and the published table",
    tolerance: 1e-9,
    pairs: () => {
      const { table, cochran_n0, "cochran_p30_e05_z1.96": thirty } = recorded("sample_size");
      const N = ofColumn(table, "N") as number[];
      const of = (name: string, own: (population: number) => number) => zip(N.map(own), ofColumn(table, name));
      return [
        ...of("krejcie_morgan", (n) => krejcieMorgan(n)),
        ...of("km_rounded_half_up", (n) => Math.floor(krejcieMorgan(n) + 0.5)),
        ...of("published_table", (n) => Math.floor(krejcieMorgan(n) + 0.5)).filter(([, published]) => published !== null),
        ...of("e0.01", (n) => yamane(n, 0.01)),
        ...of("e0.05", (n) => yamane(n, 0.05)),
        ...of("e0.10", (n) => yamane(n, 0.1)),
        ...of("z1.96", (n) => cochran({ z: 1.96 }, n)),
        [cochran({ z: 1.96 }), cochran_n0["z1.96"]],
        [cochran({ p: 0.3, margin: 0.05, z: 1.96 }), thirty],
        ...Object.entries({ z90_exact: 1.6448536269514722, z95_exact: 1.959963984540054, z99_exact: 2.5758293035489004 }).flatMap(([key, z]) => [
          [cochran({ z }), cochran_n0[key]] as const,
          ...of(key, (n) => cochran({ z }, n)),
        ]),
      ];
    },
  },
];
