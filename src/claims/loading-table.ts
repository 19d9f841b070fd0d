import { headerOf, type Manuscript, type ManuscriptTable } from "../manuscript/manuscript";
import { columnRole } from "./column-role";
import { type Component, componentOf } from "./component";
import { type RotationKind, rotationsIn } from "./factor-method";
import { isFactorAnalytic } from "./factor-words";
import { numbersIn, type Reported, soleNumber } from "./number";
import { widened } from "./wider";

/** The anatomy of a table of loadings: which columns are components, which rows are items. */
export interface LoadingTable {
  readonly components: readonly { readonly column: number; readonly component: Component }[];
  readonly items: readonly { readonly row: number; readonly item: string; readonly loadings: readonly (Reported | undefined)[] }[];
  /** loadings of a smaller size are left out, as the note says */
  readonly hiddenBelow?: Reported;
  /** some cells are empty */
  readonly blanks: boolean;
  readonly matrix: "pattern" | "structure" | "unrotated" | "rotated" | "unstated";
  /** as the caption and the notes say */
  readonly rotation?: RotationKind;
  readonly communality?: number;
  readonly uniqueness?: number;
}

const cache = new WeakMap<ManuscriptTable, LoadingTable | null>();
const cutOffs = new WeakMap<LoadingTable, LoadingTable>();

/** Reads a table as one of loadings with a column a component, or undefined where it is none. */
export function loadingTable(table: ManuscriptTable, manuscript: Manuscript): LoadingTable | undefined {
  let known = cache.get(table);
  if (known === undefined) cache.set(table, (known = read(table, manuscript) ?? null));
  return known && manuscript.cutOff ? cutOff(known) : (known ?? undefined);
}

function cutOff(table: LoadingTable): LoadingTable {
  let known = cutOffs.get(table);
  if (!known) cutOffs.set(table, (known = { ...table, items: widened(table.items, new Map(), 0) as LoadingTable["items"] }));
  return known;
}

const loadingWords =
  /loading|pattern matrix|pattern coefficient|structure matrix|(?:component|factor) (?:matrix|pattern|structure|solution)|ladung|carga|saturaci|saturation|Mustermatrix|Komponentenmatrix|Faktorenmatrix|factor analysis|component analysis/i;
const others =
  /correlat|korrelat|regress|descriptiv|score|mean|comparison|fit ind|ANOVA|eigenvalues? |parallel|reliab|variance explained|explained variance|test-?retest|invarian/i;
const statistics =
  /^(?:M|SD|SE|N|n|t|p|df|r|B|β|b|F|z|d|χ²|mean|s\.?d\.?|min\.?|max\.?|minimum|maximum|range|skew\w*|kurt\w*|MSA|KMO|ω|omega|complexity|com|VIF|item[- –]?(?:total|rest).*|corrected.*|.*correlation.*|CI|.*95.*|Δ.*|no\.?|nr\.?|#|MW|sig\.?|R²|AVE|CR|MSV|ASV|item|items|year|age|total|sum|overall)$/i;

function read(table: ManuscriptTable, manuscript: Manuscript): LoadingTable | undefined {
  const { decimal } = manuscript;
  if (!isFactorAnalytic(manuscript) || table.width < 2 || table.rows.length < 3) return undefined;
  const headers = Array.from({ length: table.width }, (_, c) => headerOf(table, c));
  const caption = table.caption?.text ?? "";
  const notes = table.notes.map((n) => n.text).join(" ");
  const titled = loadingWords.test(caption) || headers.some((h) => loadingWords.test(h));
  const named = noteNames(`${notes} ${caption}`);
  const dataRows = table.rows.map((row, i) => ({ row, i })).filter(({ row }) => !row.heading && !summaryRow(row.cells[0]?.text ?? ""));
  const components = headers.flatMap((header, column) => {
    if (column === 0) return [];
    const short = header.replace(/^.*?(?:loadings?|matrix|components?|factors?) (?=\S)/i, "");
    const role = columnRole(header);
    if (role !== "other" && !(role === "loading" && componentOf(short).ordinal)) return [];
    if (statistics.test(header.trim()) || statistics.test(short.trim())) return [];
    const component = componentOf(short || header);
    if (
      !looksLikeLoadings(
        dataRows.map(({ row }) => row.cells[column]?.mapped),
        decimal,
        component.ordinal !== undefined ? 0 : 2,
      )
    )
      return [];
    return [
      {
        column,
        component: component.ordinal && !component.name && named.has(component.ordinal) ? { ...component, name: named.get(component.ordinal) } : component,
      },
    ];
  });
  const numbered = components.length >= 2 && components.every((c) => c.component.ordinal !== undefined);
  if (components.length === 0 || !(titled || numbered)) return undefined;
  if (others.test(caption) && !/loading|pattern|ladung|carga/i.test(caption)) return undefined;
  if (components.length === 1 && !(titled && components[0].component.ordinal)) return undefined;
  if (square(table, headers, components)) return undefined;

  const items = dataRows.flatMap(({ row, i }) => {
    const loadings = components.map(({ column }) => (row.cells[column] ? soleNumber(row.cells[column].mapped, decimal) : undefined));
    const item = row.cells
      .slice(0, components[0].column)
      .map((c) => c.text)
      .join(" ")
      .trim();
    return loadings.some((l) => l) ? [{ row: i, item, loadings }] : [];
  });
  if (items.length < 3) return undefined;
  const about = `${caption} ${headers.join(" ")}`;
  const rotations = rotationsIn(`${about} ${notes}`);
  const rotation = rotations.length === 1 ? rotations[0] : undefined;
  const find = (role: string) => {
    const c = headers.findIndex((h) => columnRole(h) === role);
    return c > 0 ? c : undefined;
  };
  return {
    components,
    items,
    hiddenBelow: hiddenBelow(table, manuscript),
    blanks: items.some((item) => item.loadings.some((l) => !l)),
    matrix: matrixOf(about, notes, rotation),
    rotation,
    communality: find("communality"),
    uniqueness: find("uniqueness"),
  };
}

/** Decimals within what loadings can be, at least so many of them; a few may be misprinted. */
function looksLikeLoadings(cells: readonly (Parameters<typeof soleNumber>[0] | undefined)[], decimal: "." | ",", least: number): boolean {
  let good = 0;
  let odd = 0;
  let bad = 0;
  for (const cell of cells) {
    if (!cell || cell.text.trim() === "") continue;
    const n = soleNumber(cell, decimal);
    if (n && n.decimals >= 1 && !n.percent && Math.abs(n.value) <= 1) good++;
    else if (n && n.decimals >= 2 && !n.percent && Math.abs(n.value) < 10) odd++;
    else if (/[\p{L}\d]/u.test(cell.text)) bad++;
  }
  return good + (odd === 1 ? 1 : 0) >= least && odd <= Math.max(good > 0 ? 1 : 0, good * 0.34) && bad <= good * 0.34;
}

const summaryRow = (label: string): boolean =>
  /^(?:total|sum\b|mean|eigen|% |percent|variance|cumul|proportion|SS |α|alpha|cronbach|ω|omega|CR$|AVE$|KMO|bartlett|number of items|items$|n$|reliab|explained|eigenwert|varianz|autoval)/i.test(
    label.trim(),
  );

/** Rows named as columns: correlations among the factors, not loadings. */
function square(table: ManuscriptTable, headers: readonly string[], components: readonly { column: number }[]): boolean {
  const labels = new Set(table.rows.map((r) => (r.cells[0]?.text ?? "").trim().toLowerCase()));
  const columns = components.map((c) => headers[c.column].trim().toLowerCase());
  return (
    columns.filter((h) => h !== "" && labels.has(h)).length >= Math.max(2, columns.length - 1) ||
    (table.rows.length === components.length && table.rows.every((r, i) => new RegExp(`^${i + 1}\\b`).test(r.cells[0]?.text.trim() ?? "")))
  );
}

function matrixOf(about: string, notes: string, rotation: RotationKind | undefined): LoadingTable["matrix"] {
  if (/pattern/i.test(about) || /pattern (?:coefficient|matrix)/i.test(notes))
    return /component pattern|factor pattern/i.test(about) && rotation === "orthogonal" ? "rotated" : "pattern";
  if (/structure (?:matrix|coefficient)/i.test(about)) return "structure";
  if (/unrotated|unrotiert|before rotation/i.test(about) || rotation === "none") return "unrotated";
  return rotation === "orthogonal" || /rotated|rotiert/i.test(about) ? "rotated" : "unstated";
}

/** "F1 = Spatial rotation; F2 = Letter series". */
function noteNames(text: string): Map<number, string> {
  const out = new Map<number, string>();
  for (const match of text.matchAll(/\b(?:F|PC|RC|C|MR|PA|ML|Factor |Component |Faktor |Komponente )(\d{1,2})\s?[=:]\s?(?:the )?([^;,.=]{3,60})/g))
    out.set(Number(match[1]), match[2].trim());
  return out;
}

const hidden =
  /not (?:shown|displayed|printed|reported|presented|listed|included)|suppress|omitted|hidden|left (?:out|blank)|blank|only (?:factor )?loadings|nicht (?:dargestellt|gezeigt|angezeigt|aufgeführt|abgedruckt)|ausgeblendet|unterdrückt|weggelassen|no se muestran|omitid/i;
const otherUse = /bold|italic|underlin|interpret|consider|retain|gr[ea]y|shad|fett|kursiv|cross/i;
const about = /loading|coefficient|value|ladung|carga|λ/i;

/** The size below which loadings are left out of a table, as its note, its caption or a sentence that names loadings says. */
export function hiddenBelow(table: ManuscriptTable, manuscript: Manuscript): Reported | undefined {
  for (const mapped of [...table.notes, ...(table.caption ? [table.caption] : [])]) {
    for (const n of numbersIn(mapped, manuscript.decimal)) {
      const sentence = clause(mapped.text, n.start, n.end);
      if (n.value > 0 && n.value < 1 && n.decimals > 0 && hidden.test(sentence) && about.test(sentence) && !otherUse.test(sentence)) return n;
    }
  }
  for (const block of manuscript.blocks) {
    for (const sentence of block.sentences) {
      if (sentence.table || otherUse.test(sentence.text) || !hidden.test(sentence.text) || !/loading|ladung|carga/i.test(sentence.text)) continue;
      const n = numbersIn(sentence.mapped, manuscript.decimal).find((x) => x.value > 0 && x.value < 1 && x.decimals > 0);
      if (n) return n;
    }
  }
  return undefined;
}

/** The stretch of text around a place that ends with ". " or ";". */
function clause(text: string, start: number, end: number): string {
  const before = Math.max(text.lastIndexOf(". ", start), text.lastIndexOf(";", start));
  const stops = [text.indexOf(". ", end), text.indexOf(";", end)].filter((i) => i >= 0);
  return text.slice(before + 1, stops.length > 0 ? Math.min(...stops) : text.length);
}
