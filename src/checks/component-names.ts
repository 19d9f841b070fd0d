import { shareWord } from "../claims/component";
import type { ComponentNamesClaim } from "../claims/component-count";
import { settingOf } from "../claims/setting";
import { aboutTheAnalysis } from "./about-the-analysis";
import { type Check, consistent, finding, unchecked } from "./check";
import { severalAnalyses } from "./several-analyses";

/** Two lists of the same components cannot be strangers to each other. */
const check: Check = {
  id: "component-names",
  severity: "warning",
  summary: "Two places list the components and share no name.",
  explain: `Where a paper lists *the* components of its analysis more than once (in the abstract, the text, a table, the conclusion), the lists name the same things. Reported only when not one telling word is common to the two lists, so that
synonyms, abbreviations and other spellings of single names do no harm. Conditions: one analysis; both lists are of components found. It would be right if the components were renamed in between without a word.`,
  examples: {
    flagged: [
      "# Abstract\n\nData of 300 nurses were factor analysed. Three factors were extracted (==Anxiety, Boredom, and Anger==).\n\n# Results\n\nThe KMO was .85. Three factors (Workload, Support, and Recognition) were found.\n\n# Discussion\n\nWorking conditions can be described by three factors (Workload, Support, and Recognition); Quint (2016) would have us expect fewer.",
      "# Results\n\nData analysis revealed three key components, including ==cultural difference; educational background; social environment==. They were obtained through exploratory factor analysis.\n\n| Component | Items | Eigenvalue |\n|---|---|---|\n| Product selection | 4 | 4.32 |\n| Product quality | 5 | 2.19 |\n| Service | 5 | 2.04 |",
      "# Abstract\n\nPrincipal axis factoring was used. Three factors, Verbal reasoning, Letter series, and Rotation, were found.\n\n# Results\n\nThe KMO was .85. Three factors (Verbal reasoning, Letter series, and Rotation) were extracted.\n\n# Conclusion\n\nWith three factors (==Vocabulary, Numeracy, and Creativity==) the structure is recovered.",
      "# Abstract\n\nPrincipal component analysis yielded two components: Planning and Revising.\n\n# Conclusion\n\nThe factor analysis revealed two components, namely ==Anxiety and Boredom==.",
    ],
    clean: [
      "Factor analysis yielded two factors: Planning and Revising. In the end, two factors were found: planning of texts, and revision.",
      "Factor analysis yielded two factors (Planning, Revising). Smith (2019) found two factors (Anxiety and Boredom).",
      "Factor analysis yielded two factors: Planning and Revising. Two universities (North and South) took part.",
    ],
  },

  check(claims) {
    const lists = aboutTheAnalysis(claims.of("component-names"), claims).filter(
      (c) => !/pilot|confirmatory|second-order/.test(settingOf(c.place, claims.manuscript)),
    );
    if (lists.length < 2) return [];
    if (severalAnalyses(claims)) return lists.map((c) => unchecked(c, "the paper reports several analyses"));
    const votes = (list: ComponentNamesClaim) => lists.filter((other) => related(list, other)).length + (list.basis === "table" ? 0.5 : 0);
    const main = lists.reduce((a, b) => (votes(b) > votes(a) ? b : a));
    return lists.map((list) =>
      related(list, main)
        ? consistent(list)
        : finding(list, {
            message: `The components listed here (${list.names.join(", ")}) share no name with those listed elsewhere (${main.names.join(", ")}).`,
            detail: "One of the lists belongs to another analysis, unless the components were renamed in between.",
            related: lists
              .filter((other) => other !== list && related(other, main))
              .slice(0, 4)
              .map((other) => ({ message: `Listed here as ${other.names.join(", ")}`, range: other.range })),
          }),
    );
  },
};
export default check;

const related = (a: ComponentNamesClaim, b: ComponentNamesClaim): boolean => a === b || a.names.some((x) => b.names.some((y) => shareWord(x, y)));
