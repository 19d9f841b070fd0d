import { headerOf, type ManuscriptTable } from "../manuscript/manuscript";
import type { TestName } from "./test-statistic";

/** What a column of a table of results holds, as far as tests and coefficients go. */
export type TestColumn =
  | TestName
  | "df"
  | "df1"
  | "df2"
  | "p"
  | "p-adjusted"
  | "estimate"
  | "standardized"
  | "se"
  | "estimate-se"
  | "ci"
  | "ci-low"
  | "ci-high"
  | "odds-ratio"
  | "wald"
  | "sum-of-squares"
  | "mean-square"
  | "partial-eta"
  | "eta"
  | "r-squared"
  | "other";

const columns: readonly (readonly [TestColumn, RegExp])[] = [
  ["p-adjusted", /^(?:adj(?:usted|\.)?|corrected|bonferroni|holm|FDR|tukey)[- ]?.{0,12}\bp\b|^p_?[{(]? ?(?:adj|corr|bonf|FDR|holm|tukey)|^q(?:[- ]value)?$/i],
  [
    "p",
    /^(?:p|P)(?:[- ]?(?:values?|Werte?))?(?: ?\(?(?:two|2|zwei)[- ]?(?:tailed|sided|seitig)\)?)?$|^(?:asymp(?:totic|\.)? )?sig(?:nifican(?:ce|z)|nifikanz)?\.?(?: ?\((?:2|two)-(?:tailed|sided|seitig)\))?$|^Pr ?\(? ?> ?\|?[tzFχ]|^[pP] ?> ?\|?[tzFχ]\|?$/i,
  ],
  ["df1", /^df_?\{?1\}?$|^num(?:erator|\.)?[ -]?df$|^df(?:_| ?\()?(?:num|between)/i],
  ["df2", /^df_?\{?2\}?$|^den(?:om(?:inator)?|\.)?[ -]?df$|^df(?:_| ?\()?(?:den|within|error|res)/i],
  ["df", /^(?:df|d\.f\.|FG|gl|dl|ddl|degrees of freedom|Freiheitsgrade)$/i],
  [
    "ci-low",
    /^(?:95 ?% ?(?:CI|KI|IC),? ?[[(]?|confidence interval )?(?:LL|lower(?: (?:bound|limit|CI|95 ?%(?: CI)?))?|LLCI|CI[- ]?low(?:er)?|low(?:er)? ?(?:95 ?%)? ?CI|untere(?: Grenze)?|2\.5 ?%)[\])]?$/i,
  ],
  [
    "ci-high",
    /^(?:95 ?% ?(?:CI|KI|IC),? ?[[(]?|confidence interval )?(?:UL|upper(?: (?:bound|limit|CI|95 ?%(?: CI)?))?|ULCI|CI[- ]?(?:upp(?:er)?|high)|upp(?:er)? ?(?:95 ?%)? ?CI|obere(?: Grenze)?|97\.5 ?%)[\])]?$/i,
  ],
  [
    "ci",
    /^(?:\(?95 ?-?%\)? ?-?(?:CI|KI|IC|CrI|confidence intervals?|konfidenzintervall)|CI|(?:CI|KI|IC|confidence interval|konfidenzintervall) ?\(?(?:95 ?%)?\)?|bootstrap.{0,12}CI)(?: ?\(?(?:for|of|f[üu]r) [BbDdMm]\p{L}{0,4}\)?)?(?: ?[[(]?(?:LL|lower)[,; –-]{1,3}(?:UL|upper)[\])]?)?$/iu,
  ],
  ["odds-ratio", /^(?:OR|AOR|aOR|HR|aHR|RR|IRR|odds ratios?|hazard ratio|exp ?\(?(?:B|b|β)\)?)$/i],
  ["estimate-se", /^(?:B|b|β|Beta|Est(?:imate|\.)?|Coef(?:ficient|\.)?) ?[[(] ?(?:SE|S\.E\.|std\.? err(?:or)?\.?) ?[)\]]$/i],
  [
    "se",
    /^(?:S\.? ?E\.?|std\.? ?err(?:or)?\.?|standard errors?|standardfehler(?: von B)?|std\.?-?fehler)(?: ?_?\(?\{?(?:of )?(?:B|b|the estimate|est\.?)\}?\)?)?$|^SE_?B$/i,
  ],
  ["standardized", /^(?:β|beta|std\.? ?(?:β|beta)|standardi[sz]ed(?: (?:coefficients?|β|beta|estimate))*|StdYX|sβ)$/i],
  [
    "estimate",
    /^(?:B|b|unstandardi[sz]ed(?: coefficients?)?(?: [Bb])?|unstd\.? ?[Bb]?|est(?:imate|\.)?|coef(?:ficient|f?\.)?|γ|parameter(?: estimate)?|schätzer|koeffizient|(?:regressions)?koeffizient(?: \(?B\)?)?|regression coefficient(?: \(?B\)?)?|B \(unstandardi[sz]ed\)|unstd\. est(?:imate|\.)?|slope)$/i,
  ],
  ["wald", /^wald(?: ?χ²| chi[- ]?squared?)?$/i],
  ["sum-of-squares", /^(?:type (?:I|II|III|1|2|3) )?(?:sums? of squares?|SS|Sum Sq|SQ|quadratsumme)$/i],
  ["mean-square", /^(?:mean squares?|MS|Mean Sq|MQ|mittel der quadrate)$/i],
  ["partial-eta", /^(?:partial (?:eta[- ]squared|η²|eta²|eta\^?2)|ηp²|η²_?\{?p\}?|η_?\{?p\}?²|ηp\^?2|η_p\^?2|pη²|η²ₚ|ηₚ²|part\.? η²|partielles η²)$/i],
  ["eta", /^(?:η²|eta[- ]squared|η2|eta²)$/i],
  ["r-squared", /^R ?(?:²|\^?2|[- ]?squared?)$/i],
  ["t", /^(?:t|T)(?:[- ]?(?:values?|statistics?|stat\.?|tests?|ratio|Werte?))?(?: ?\(\d+(?:\.\d+)?\))?$/],
  ["F", /^F(?:[- ]?(?:values?|statistics?|stat\.?|tests?|ratio|Werte?))?(?: ?\(\d+, ?\d+(?:\.\d+)?\))?$/],
  ["z", /^(?:z|Z|C\.R\.|z[- ]?(?:values?|scores?|statistics?)|Z[- ]?(?:values?|Werte?)|[Ee]st\.? ?\/ ?S\.? ?E\.?|critical ratio|Wald z)$/],
  [
    "chi-square",
    /^(?:χ ?²|χ ?\^?2|chi[- ]?squared?|Chi[- ]?Squared?|Chi²|χ²[- ]?(?:values?|test)|Pearson χ²|Kruskal[- ]Wallis (?:H|χ²)|Chi-?[Qq]uadrat)(?: ?\(\d+\))?$/,
  ],
  ["r", /^(?:r|Pearson'?s? r|Pearson correlation)$/],
  ["Q", /^Q$/],
];

/** Header texts lose emphasis marks, footnote letters, outer space and the number of a model before they are compared. */
function clean(header: string): string {
  return header
    .replace(/[*†‡]|\^[a-z]\b|_$/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:Model|Modell|Step|Schritt|Block|Study|Studie|Sample) ?\d{1,2}[:.,–-]? (?=\S)/, "");
}

export interface TestColumns {
  readonly roles: readonly TestColumn[];
  /** degrees of freedom printed in the header: "t(28)", "F(2, 117)" */
  readonly df: readonly (readonly number[])[];
}

/** The role of each column, by its lowest header cell, else by the whole header. */
export function testColumns(table: ManuscriptTable): TestColumns {
  const roles: TestColumn[] = [];
  const df: number[][] = [];
  for (let column = 0; column < table.width; column++) {
    const whole = clean(headerOf(table, column));
    const last = clean(table.header[table.header.length - 1]?.cells[column]?.text ?? "");
    roles.push(roleOf(last) ?? roleOf(whole) ?? "other");
    df.push([...(/^[tFχ].{0,14}\(([\d., ]{1,16})\)$/.exec(last)?.[1] ?? "").matchAll(/\d+(?:\.\d+)?/g)].map((m) => Number(m[0])));
  }
  return { roles, df };
}

function roleOf(header: string): TestColumn | undefined {
  return header === "" || header.length > 60 ? undefined : columns.find(([, pattern]) => pattern.test(header))?.[0];
}

const tests: readonly TestColumn[] = ["t", "F", "chi-square", "z", "r", "Q", "wald"];
const starters: readonly TestColumn[] = [...tests, "estimate", "estimate-se", "odds-ratio", "se", "sum-of-squares", "standardized"];

/**
 * Columns that belong together, left to right: a new group begins where a role comes again, and where a coefficient or a test follows a p value
 * ("t p d F p" is two tests; "B SE t p 95% CI" one coefficient).
 */
export function columnGroups({ roles }: TestColumns): readonly (readonly number[])[] {
  const groups: number[][] = [];
  let current: number[] = [];
  const has = (role: TestColumn) => current.some((c) => roles[c] === role);
  roles.forEach((role, column) => {
    if (role === "other") return;
    const afterP = has("p") || has("p-adjusted");
    if ((has(role) || (afterP && starters.includes(role))) && !(role === "p" && has("p-adjusted") && !has("p"))) {
      groups.push(current);
      current = [];
    }
    current.push(column);
  });
  if (current.length > 0) groups.push(current);
  return groups;
}
