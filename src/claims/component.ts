/** A factor or component as a paper refers to it: by its number ("Factor 2", "PC2", "II"), its name ("Letter series"), or both ("F2: Letter series"). */
export interface Component {
  readonly label: string;
  readonly ordinal?: number;
  readonly name?: string;
}

const numbered =
  /^(?:factors?|components?|comp\.?|dimensions?|dim\.?|faktor|komponente|fator|facteur|componente|composante|F|C|PC|RC|TC|PA|MR|ML|WLS|ULS|D)?[\s._-]*(?:(\d{1,2})|([IVX]{1,5}))(?![\p{L}\d])\s*[:.)-]?\s*(?:[-–—(:]\s*)?(.*)$/iu;

/** Reads a label of a table's row or column. Empty labels have neither ordinal nor name. */
export function componentOf(label: string): Component {
  const text = label.replace(/\s+/g, " ").trim();
  const match = numbered.exec(text);
  if (!match) return { label: text, ...(named(text) ? { name: text } : {}) };
  const ordinal = match[1] ? Number(match[1]) : roman(match[2].toUpperCase());
  if (!ordinal) return { label: text, ...(named(text) ? { name: text } : {}) };
  const name = match[3].replace(/^[(\s]+|[)\s]+$/g, "");
  return { label: text, ordinal, ...(named(name) ? { name } : {}) };
}

const named = (text: string): boolean => /\p{L}{3}/u.test(text);

function roman(text: string): number {
  const value: Record<string, number> = { I: 1, V: 5, X: 10 };
  let total = 0;
  for (let i = 0; i < text.length; i++) total += value[text[i]] < (value[text[i + 1]] ?? 0) ? -value[text[i]] : value[text[i]];
  return total;
}

const filler = new Set(
  "a an and as by for from in into of on or the their to with und der die das von mit für factor factors component components dimension dimensions subscale subscales scale scales faktor komponente skala".split(
    " ",
  ),
);

/** The words of a name that tell it apart, lower case, without endings that differ from place to place. */
export function nameTokens(name: string): readonly string[] {
  return (
    name
      .toLowerCase()
      .normalize("NFC")
      .match(/[\p{L}\d]+/gu) ?? []
  )
    .filter((w) => !filler.has(w))
    .map((w) => (w.length > 4 ? w.replace(/(?:ies|es|s)$/, "") : w));
}

/** The same name but for articles, case, plural and additions ("Spatial rotation" = "the Spatial rotation scale")? */
export function sameName(a: string, b: string): boolean {
  const x = nameTokens(a);
  const y = nameTokens(b);
  if (x.length === 0 || y.length === 0) return false;
  const [short, long] = x.length <= y.length ? [x, new Set(y)] : [y, new Set(x)];
  return short.every((w) => long.has(w));
}

/** Could two names mean the same component? Any telling word in common is enough, also in another form ("revision", "revising"). */
export function shareWord(a: string, b: string): boolean {
  const y = nameTokens(b);
  return nameTokens(a).some((w) => y.some((v) => v === w || akin(v, w)));
}

function akin(a: string, b: string): boolean {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  return n >= 5 && n >= 0.65 * Math.max(a.length, b.length);
}

/** Do two references surely mean the same component? By name where both have one, else by number. */
export function sameComponent(a: Component, b: Component): boolean {
  if (a.name && b.name) return sameName(a.name, b.name);
  return a.ordinal !== undefined && a.ordinal === b.ordinal;
}
