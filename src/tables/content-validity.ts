import type { ContentValidity } from "../psychometrics/content-validity";
import { column, label, ofProportion, stub } from "./cells";
import { interval, proportion } from "./number";
import type { Inline, Table } from "./table";
import { listed } from "./words";

/** Content validity item by item, and of the scale as a whole. */
export function contentValidityTables(validity: ContentValidity, { decimals = 2 }: { decimals?: number } = {}): readonly Table[] {
  return [itemTable(validity, decimals), scaleTable(validity, decimals)];
}

function itemTable({ items, scale, relevantFrom, experts, ioc }: ContentValidity, decimals: number): Table {
  const congruence = ioc !== null;
  const weak = items.filter((item) => item.ioc !== null && item.ioc < 0.5).map(({ item }) => item);
  return {
    id: "content-validity",
    title: "Content validity of the items",
    columns: [
      stub("Item"),
      column("agreeing", "Experts agreeing"),
      ...(congruence ? [column("ioc", "IOC")] : []),
      column("iCvi", "I-CVI"),
      column("kappa", "κ*"),
      column("cvr", "CVR"),
      column("aikenV", { italic: "V" }),
      column("aikenVCi", "95% CI"),
    ],
    rows: items.map((item) => ({
      key: item.item,
      cells: [
        label(item.item),
        { text: `${item.agreeing}/${item.experts}`, value: item.agreeing },
        ...(congruence ? [ofProportion(item.ioc, decimals)] : []),
        ofProportion(item.iCvi, decimals),
        ofProportion(item.kappa, decimals),
        ofProportion(item.cvr, decimals),
        ofProportion(item.aikenV, decimals),
        { text: interval(item.aikenVCi, (limit) => proportion(limit, decimals)), value: item.aikenVCi[0] },
      ],
    })),
    notes: [
      [
        `${experts} experts rated from ${signed(scale[0])} to ${signed(scale[1])}; an item counts as relevant from ${signed(relevantFrom)} on.`,
        ...(congruence ? [` IOC = index of item–objective congruence${weak.length > 0 ? `, below .50 for ${listed(weak)}` : ""}.`] : []),
        " I-CVI = item content validity index; κ* = I-CVI corrected for agreement by chance; CVR = content validity ratio (Lawshe); ",
        { italic: "V" },
        " = Aiken’s coefficient with its score interval.",
      ],
    ],
  };
}

function scaleTable(validity: ContentValidity, decimals: number): Table {
  const { experts, cvrCritical } = validity;
  const row = (key: string, name: string, value: number) => ({ key, cells: [label(name), ofProportion(value, decimals)] });
  const everyone = validity.items.every((item) => item.experts === experts);
  const critical: Inline[] = !everyone
    ? []
    : cvrCritical === null
      ? [` With ${experts} experts no CVR is beyond chance at .05 (one-sided).`]
      : [` With ${experts} experts a CVR of ${proportion(cvrCritical, decimals)} or more is beyond chance at .05 (one-sided; Ayre & Scally, 2014).`];
  return {
    id: "content-validity-scale",
    title: "Content validity of the scale",
    columns: [stub("Index"), column("value", "Value")],
    rows: [
      row("sCviAve", "S-CVI/Ave", validity.sCviAve),
      row("sCviUa", "S-CVI/UA", validity.sCviUa),
      ...(validity.ioc === null ? [] : [row("ioc", "Mean IOC", validity.ioc)]),
      row("cvi", "Mean CVR", validity.cvi),
    ],
    notes: [["S-CVI/Ave = mean of the I-CVIs; S-CVI/UA = share of the items that all experts call relevant.", ...critical]],
  };
}

const signed = (value: number): string => String(value).replace("-", "\u2212");
