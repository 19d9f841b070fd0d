import type { Section, SectionRole } from "./manuscript";
import type { Range } from "./mapped";

const roles: readonly [SectionRole, RegExp][] = [
  [
    "references",
    /^(?:references?|bibliography|literature cited|works cited|reference list|literatur(?:verzeichnis|angaben)?|quellen|referencias|bibliograf[ií]a|références|bibliographie|referências|参考文献)\b/i,
  ],
  ["abstract", /^(?:abstract|summary|synopsis|zusammenfassung|kurzfassung|resumen|résumé|resumo|摘要)\b/i],
  [
    "appendix",
    /^(?:appendix|appendices|supplement|anhang|supporting information|data and code|data availability|code availability|acknowledg|author contributions|funding|conflicts? of interest|declaration)/i,
  ],
  [
    "literature",
    /^(?:(?:review of )?(?:the )?literature(?: review)?|related work|theoretical (?:background|framework)|background|theorie|stand der forschung|marco teórico|conceptual framework|theory)\b/i,
  ],
  ["introduction", /^(?:introduction|einleitung|introducción|introdução|引言)\b/i],
  [
    "method",
    /^(?:(?:materials? and )?methods?|methodology|methodik|methoden?|método|méthodes?|research (?:design|method(?:ology)?)|participants|sample|measures|instruments?|procedure|data analysis|population and sample|stichprobe|durchführung|方法)\b/i,
  ],
  ["results", /^(?:results?|findings|ergebnisse|resultados|résultats|analys[ei]s and results|结果)\b/i],
  ["conclusion", /^(?:conclusions?|concluding|fazit|schlussfolgerung|conclusión|conclusiones|conclusão)\b/i],
  ["discussion", /^(?:(?:general )?discussion|diskussion|discusión|discussão|implications|limitations|recommendations?)\b/i],
];

/** What a heading announces, or undefined where it says nothing of its role. */
export function roleOfTitle(title: string): SectionRole | undefined {
  const clean = title.replace(/^\s{0,4}(?:[\d.()]{1,10}|[IVX]{1,5}[.)])?\s{0,4}(?=\p{L})/u, "").trim();
  return roles.find(([, pattern]) => pattern.test(clean))?.[0] ?? (/\bmethods?$/i.test(clean) ? "method" : /\bresults$/i.test(clean) ? "results" : undefined);
}

/** Builds the sections as the headings come. */
export class SectionTree {
  readonly sections: Section[] = [];
  private readonly open: Section[] = [];

  constructor() {
    this.add({ title: "", level: 0, range: { start: 0, end: 0 }, role: "title" });
  }

  get current(): Section {
    return this.sections[this.sections.length - 1];
  }

  heading(text: string, level: number, range: Range): Section {
    const number = /^((?:\d{1,2}\.)*\d{1,2}|[IVX]{1,5})[.)]?\s+(?=\p{L})/u.exec(text);
    const title = number ? text.slice(number[0].length) : text;
    while (this.open.length > 0 && this.open[this.open.length - 1].level >= level) this.open.pop();
    const parent = this.open[this.open.length - 1];
    // The first heading of level 1 is the title of the paper, not a section with a role of its own.
    const role =
      roleOfTitle(title) ??
      (parent && parent.level > 0 && parent.role !== "title" ? parent.role : this.sections.length === 1 && level === 1 ? "title" : "other");
    return this.add({ title, number: number?.[1], level, range, parent, role });
  }

  private add(section: Omit<Section, "index">): Section {
    const full = { ...section, index: this.sections.length };
    this.sections.push(full);
    this.open.push(full);
    return full;
  }
}
