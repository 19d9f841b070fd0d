import type { Claims } from "../claims/claim";
import { type Component, nameTokens, sameComponent } from "../claims/component";
import type { LoadingClaim, LoadingRangeClaim } from "../claims/loading";
import { loadingTable, type LoadingTable } from "../claims/loading-table";
import type { Reported } from "../claims/number";
import { settingOf } from "../claims/setting";
import { type ManuscriptTable, tableName } from "../manuscript/manuscript";
import { type Interval, meets } from "../numerics/interval";
import { type Check, consistent, finding, type Outcome, unchecked } from "./check";
import { severalAnalyses } from "./several-analyses";

/** Loadings are correlations, and a stated range is that of the table. */
const check: Check = {
  id: "loading-range",
  severity: "error",
  summary: "A loading outside [−1, 1], a range printed high–low, or a stated smallest or largest loading that is not the table's.",
  explain: `A loading of an orthogonal or unrotated solution is the correlation of an item with a component, so it lies between −1 and 1; a coefficient of an oblique pattern can exceed 1, which is only noted. A range runs from low to high. The smallest and largest loading that a
sentence or a table of components states are those of the table of loadings: for one component the loadings printed in its column, over all components the largest of each item (or all that are printed).`,
  examples: {
    flagged: [
      "Principal component analysis was used. The loadings ranged from ==.41 to 1.21== after varimax rotation.",
      "Principal component analysis.\n\n**Table 1.** Component loadings\n\n| Item | F1 | F2 |\n|---|---|---|\n| a | .76 | .10 |\n| b | ==1.67== | .12 |\n| c | .05 | .81 |\n| d | .11 | .54 |",
      "Exploratory factor analysis was used.\n\n| Component | Eigenvalue | Factor loading range |\n|---|---|---|\n| Selection | 4.32 | ==0.779-0.775== |\n| Quality | 2.19 | 0.687-0.751 |",
      "Factor analysis.\n\n**Table 1.** Factor loadings\n\n| Item | F1 | F2 |\n|---|---|---|\n| a | .76 | |\n| b | .67 | |\n| c | | .81 |\n| d | | .54 |\n\nThe primary loadings ranged from ==.54 to .96== (Table 1).",
      "Factor analysis.\n\n**Table 1.** Factor loadings\n\n| Item | Voice | Care |\n|---|---|---|\n| a | .76 | |\n| b | .67 | |\n| c | | .81 |\n| d | | .54 |\n\nItem a had the highest loading on the first factor (==.67==).",
    ],
    clean: [
      "Principal component analysis with varimax rotation was used. The sums of squared loadings ranged from 1.21 to 2.41.",
      "Principal axis factoring with promax rotation was used. The loadings ranged from .41 to 1.21.",
      "Factor analysis.\n\n**Table 1.** Factor loadings\n\n| Item | F1 | F2 |\n|---|---|---|\n| a | .758 | |\n| b | .67 | |\n| c | | .81 |\n| d | | .54 |\n\nThe primary loadings ranged from .54 to .81 (Table 1). On the first factor they ranged from .67 to .76.",
      "Exploratory factor analysis was used.\n\n| Component | Eigenvalue | Factor loading range |\n|---|---|---|\n| Selection | 4.32 | 0.775-0.779 |\n| Quality | 2.19 | 0.687-0.751 |",
      "Factor analysis.\n\n**Table 1.** Factor loadings\n\n| Item | Voice | Care |\n|---|---|---|\n| q1 | .76 | |\n| q2 | .67 | |\n| q3 | | .81 |\n| q4 | | .54 |\n\nThe primary loadings ranged from .54 to .81 in size. q1 loaded highest on Voice (.76).",
      "Factor analysis with promax rotation. Smith (2019) reported loadings between .30 and .99. The cross-loadings ranged from .01 to .29.\n\n**Table 1.** Pattern matrix\n\n| Item | F1 | F2 |\n|---|---|---|\n| a | .76 | .10 |\n| b | .67 | .12 |\n| c | .05 | .81 |\n| d | .11 | .54 |",
    ],
  },

  check(claims) {
    const tables = claims.manuscript.tables.flatMap((table) => {
      const read = loadingTable(table, claims.manuscript);
      return read && !excerpt.test([table.caption?.text ?? "", ...table.notes.map((n) => n.text)].join(" ")) ? [{ table, read }] : [];
    });
    const several = severalAnalyses(claims);
    return [
      ...claims.of("loading").flatMap((c) => outside(c, claims)),
      ...claims
        .of("loading-range")
        .flatMap((c) =>
          several && tables.length > 0
            ? [beyond(c, claims) ?? reversed(c) ?? unchecked(c, "the paper reports several analyses")]
            : [beyond(c, claims) ?? reversed(c) ?? range(c, tables, claims)],
        ),
      ...(several
        ? []
        : claims
            .of("loading")
            .filter((c) => c.extreme)
            .flatMap((c) => extreme(c, tables, claims))),
    ];
  },
};
export default check;

interface Read {
  readonly table: ManuscriptTable;
  readonly read: LoadingTable;
}

/** A table of some of the items only. */
const excerpt = /select(?:ed|ion)|excerpt|examples?\b|abridged|marker items|subset|highest[- ]loading|first (?:\w+ )?items|ausgewählt|Auszug/i;

function outside(c: LoadingClaim, claims: Claims): Outcome[] {
  const { low, high } = c.reported.interval;
  if (low <= 1 && high >= -1) return c.extreme ? [] : [consistent(c)];
  const methods = claims.of("factor-method");
  const oblique =
    c.matrix === "pattern" ||
    (c.matrix !== "structure" &&
      c.matrix !== "unrotated" &&
      (methods.some((m) => m.rotation === "oblique") || (/confirmatory/.test(settingOf(c.place, claims.manuscript)) && !methods.some((m) => m.rotation))));
  const wild = Math.abs(c.reported.value) > 2;
  return [
    finding(c, {
      severity: oblique && !wild ? "information" : "error",
      message: `The loading ${c.reported.text} is outside −1 to 1.`,
      detail: oblique ? "Coefficients of an oblique pattern can exceed 1, but seldom do." : "Without an oblique rotation a loading is a correlation.",
    }),
  ];
}

/** A limit outside −1 to 1, where nothing in the paper lets a loading exceed it. */
function beyond(c: LoadingRangeClaim, claims: Claims): Outcome | undefined {
  const limit = [c.low, c.high].find((r) => r.interval.low > 1 || r.interval.high < -1);
  const methods = claims.of("factor-method");
  if (!limit || methods.some((m) => m.rotation === "oblique") || !methods.some((m) => m.rotation || m.extraction)) return undefined;
  if (
    /confirmatory/.test(settingOf(c.place, claims.manuscript)) ||
    /unstandardi[sz]ed|raw|covarianc|Kovarianz|squar|quadr|\bSS\b|\bsums?\b/i.test(c.place.sentence?.text ?? "")
  )
    return undefined;
  return finding(c, {
    message: `The loading ${limit.text} is outside −1 to 1.`,
    detail: "Without an oblique rotation a loading is a correlation.",
  });
}

function reversed(c: LoadingRangeClaim): Outcome | undefined {
  const size = (r: Reported): Interval => (r.value < 0 ? { low: -r.interval.high, high: -r.interval.low } : r.interval);
  if (c.low.value < 0 || c.high.value < 0 || size(c.low).low <= size(c.high).high) return undefined;
  return finding(c, {
    severity: "warning",
    message: `The range of loadings ${c.low.text} to ${c.high.text} is printed from high to low.`,
    detail: "Either the limits are swapped or one of them is wrong.",
  });
}

const size = (r: Reported): Interval =>
  r.interval.low >= 0
    ? r.interval
    : { low: Math.min(Math.abs(r.interval.low), Math.abs(r.interval.high)), high: Math.max(Math.abs(r.interval.low), Math.abs(r.interval.high)) };
const least = (list: readonly Reported[]): Reported => list.reduce((a, b) => (Math.abs(b.value) < Math.abs(a.value) ? b : a));
const most = (list: readonly Reported[]): Reported => list.reduce((a, b) => (Math.abs(b.value) > Math.abs(a.value) ? b : a));

/** What stands in the tables for a component, or for all: every loading printed, and the largest of each item. */
interface Pool {
  readonly all: readonly Reported[];
  readonly primary: readonly Reported[];
  readonly table: ManuscriptTable;
  readonly read: LoadingTable;
  readonly component: boolean;
}

function poolOf({ table, read }: Read, component: Component | undefined): Pool | undefined {
  const named = component ? read.components.findIndex((c) => sameComponent(c.component, component)) : -1;
  // "the first component" of a table whose columns bear names
  const k =
    named < 0 && component?.ordinal && !component.name && read.components.every((c) => c.component.name && !c.component.ordinal)
      ? component.ordinal - 1
      : named;
  if (component && (k < 0 || k >= read.components.length)) return undefined;
  const columns = component ? [k] : read.components.map((_, i) => i);
  const primary = read.items.flatMap((item) => {
    const shown = item.loadings.flatMap((l, i) => (l ? [{ l, i }] : []));
    const top = shown.reduce((a, b) => (Math.abs(b.l.value) > Math.abs(a.l.value) ? b : a));
    return columns.includes(top.i) ? [top.l] : [];
  });
  const all = read.items.flatMap((item) => columns.flatMap((i) => item.loadings[i] ?? []));
  return primary.length > 0 ? { all, primary, table, read, component: component !== undefined } : undefined;
}

const subset =
  /except|apart from|excluding|most (?:of the )?(?:items|loadings)|remaining|retained items|other items|communalit|standardi[sz]ed loadings|CFA|confirmatory|second-order|outer loading|for (?:the )?(?:men|women|boys|girls|sample)|literature|between-|cross-/i;

/** "… in the promax solution" does not speak of a table of the varimax solution. */
function sameRotation(c: LoadingRangeClaim, table: ManuscriptTable): boolean {
  const name = /varimax|quartimax|equamax|parsimax|promax|oblimin|geomin|oblique|orthogonal|unrotated|schiefwinklig|rechtwinklig/i;
  const said = name.exec(c.place.sentence?.text ?? "")?.[0].toLowerCase();
  const shown = name.exec([table.caption?.text ?? "", ...table.notes.map((n) => n.text)].join(" "))?.[0].toLowerCase();
  const kind = (x: string) => (/promax|oblimin|geomin|oblique|schief/.test(x) ? "oblique" : /unrotated/.test(x) ? x : "orthogonal");
  if (!said || !shown || said === shown) return true;
  return kind(said) === kind(shown) && [said, shown].some((x) => /oblique|orthogonal|winklig/.test(x));
}

function range(c: LoadingRangeClaim, tables: readonly Read[], claims: Claims): Outcome {
  if (tables.length === 0) return unchecked(c, "no table shows the loadings");
  if (/confirmatory|pilot|second-order/.test(settingOf(c.place, claims.manuscript))) return unchecked(c, "it belongs to another analysis than the table");
  if (c.cross || (c.place.sentence && subset.test(c.place.sentence.text))) return unchecked(c, "it speaks of some of the loadings only");
  const component = c.component ?? (c.place.sentence ? namedIn(c.place.sentence.text, tables) : undefined);
  if (component === "several") return unchecked(c, "which component it speaks of is not certain");
  const pools = tables.filter((t) => sameRotation(c, t.table)).flatMap((t) => poolOf(t, component) ?? []);
  if (pools.length === 0) return unchecked(c, "no table shows the loadings of this component");
  const fits = pools.some((p) => limits(c, p).length === 0);
  if (fits) return consistent(c);
  const pool = pools[pools.length - 1];
  const wrong = limits(c, pool);
  return finding(c, {
    message: `${wrong.map((w) => `The ${w.which} loading is given as ${w.stated.text}, but it is ${w.shown.text} in ${tableName(pool.table)}`).join(". ")}.`,
    detail: component ? "Compared are the loadings printed for this component." : "Compared are the largest loading of each item and all loadings printed.",
    related: wrong.map((w) => ({ message: `${w.shown.text} here`, range: w.shown.range })),
  });
}

type Limit = { which: "smallest" | "largest"; stated: Reported; shown: Reported };

function limits(c: LoadingRangeClaim, pool: Pool): Limit[] {
  const near = (stated: Reported, shown: Reported) => meets(size(stated), size(shown)) || meets(stated.interval, shown.interval);
  const signed = [...pool.all].sort((a, b) => a.value - b.value);
  const lowest = [least(pool.primary), least(pool.all), signed[0]];
  const highest = [most(pool.primary), most(pool.all), signed[signed.length - 1]];
  // what is hidden may be smaller than all that is shown, but then it is not a primary loading
  // small loadings that a component shares with another may count or not: any that is printed can be the limit meant
  const shared =
    pool.component || !/primary|main|haupt/i.test(c.place.sentence?.text ?? "primary")
      ? pool.all.filter((l) => Math.abs(l.value) < Math.abs(least(pool.primary).value) && Math.abs(l.value) >= 0.3)
      : [];
  lowest.push(...shared);
  const lowOk =
    lowest.some((l) => near(c.low, l)) || (pool.read.blanks && /\ball\b/i.test(c.place.sentence?.text ?? "") && c.low.value < least(pool.all).value);
  const highOk = highest.some((h) => near(c.high, h));
  return [
    ...(lowOk ? [] : [{ which: "smallest" as const, stated: c.low, shown: least(pool.primary) }]),
    ...(highOk ? [] : [{ which: "largest" as const, stated: c.high, shown: most(pool.primary) }]),
  ];
}

/** The one component of the tables that a sentence names; "several" where it names more, or speaks of one that cannot be told. */
function namedIn(text: string, tables: readonly Read[]): Component | "several" | undefined {
  const lower = text.toLowerCase();
  const named = tables
    .flatMap(({ read }) => read.components.map((c) => c.component))
    .filter((c) => c.name && nameTokens(c.name).length > 0 && lower.includes(c.name.toLowerCase()));
  const distinct = named.filter((c, i) => named.findIndex((d) => sameComponent(c, d)) === i);
  if (distinct.length === 1) return distinct[0];
  if (distinct.length > 1) return "several";
  // "all items loaded clearly on one factor, with loadings from …" speaks of all of them
  const rest = text.replace(
    /\b(?:all|every|each)\b[^,;.]{0,40}\bon (?:only |just |exactly )?(?:one|a single|its own|their own|the intended) (?:\p{L}+ )?(?:factor|component|dimension)s?\b/giu,
    " ",
  );
  return /\b(?:on|for|of) (?:the |this |each )?(?:\p{L}+ ){0,3}(?:factor|component|dimension|subscale|scale)\b|\bfor (?!each|all|the (?:items|\w+ items|primary|\w+ factors))[\p{Lu}]/u.test(
    rest,
  )
    ? "several"
    : undefined;
}

function extreme(c: LoadingClaim, tables: readonly Read[], claims: Claims): Outcome[] {
  if (!c.place.sentence) return within(c, claims);
  const component = c.component ?? namedIn(c.place.sentence.text, tables);
  if (component === "several" || subset.test(c.place.sentence.text)) return [unchecked(c, "which component it speaks of is not certain")];
  const pools = tables.flatMap((t) => poolOf(t, component) ?? []);
  if (pools.length === 0) return [unchecked(c, "no table shows the loadings of this component")];
  const shown = (p: Pool) => (c.extreme === "maximum" ? [most(p.primary), most(p.all)] : [least(p.primary), least(p.all)]);
  if (pools.some((p) => shown(p).some((s) => meets(size(s), size(c.reported))))) return [consistent(c)];
  const right = shown(pools[0])[0];
  return [
    finding(c, {
      message: `The ${c.extreme === "maximum" ? "highest" : "lowest"} loading is given as ${c.reported.text}, but it is ${right.text} in ${tableName(pools[0].table)}.`,
      related: [{ message: `${right.text} here`, range: right.range }],
    }),
  ];
}

/** "(maximum factor loading 0.751)" beside a range in the same row. */
function within(c: LoadingClaim, claims: Claims): Outcome[] {
  const own = claims.of("loading-range").find((r) => r.place.table && r.place.table === c.place.table && r.row === c.row);
  if (!own) return [unchecked(c, "no range is printed beside it")];
  const [low, high] = own.low.value <= own.high.value ? [own.low, own.high] : [own.high, own.low];
  const limit = c.extreme === "maximum" ? high : low;
  if (meets(limit.interval, c.reported.interval)) return [consistent(c)];
  return [
    finding(c, {
      message: `The ${c.extreme} loading is given as ${c.reported.text}, but the range beside it ${c.extreme === "maximum" ? "ends" : "begins"} with ${limit.text}.`,
      related: [{ message: `${own.text} here`, range: own.range }],
    }),
  ];
}
