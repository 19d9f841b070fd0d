import type { ClaimBase } from "./claim";
import type { Recogniser } from "./recogniser";

/** A heading of the manuscript. */
export interface Heading extends ClaimBase<"heading"> {
  /** as printed before the title: "2.1" */
  readonly number?: string;
  readonly title: string;
  readonly level: number;
  /** `index` of the section it opens, and of the section around that */
  readonly section: number;
  readonly parent?: number;
}

const heading: Recogniser = {
  name: "heading",
  document: (manuscript, context) =>
    manuscript.sections
      .filter((section) => section.title !== "" && section.range.end > section.range.start)
      .map((section) => ({
        kind: "heading" as const,
        statistic: false as const,
        text: section.title,
        range: section.range,
        place: context.place({ section }),
        number: section.number,
        title: section.title,
        level: section.level,
        section: section.index,
        parent: section.parent?.index,
      })),
};

export default heading;
