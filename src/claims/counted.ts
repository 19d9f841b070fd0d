import { rangeOf } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import { numbersIn, type Reported } from "./number";
import type { Recogniser, RecogniserContext } from "./recogniser";
import type { Sentence } from "../manuscript/manuscript";

/** A number of things of which a manuscript has one set: its guidelines, its hypotheses, the universities it was carried out at. */
export interface Counted extends ClaimBase<"counted"> {
  readonly count: Reported;
  /** what is counted, in one form: "guideline" */
  readonly noun: string;
  /** `product`: the manuscript's own (guidelines, hypotheses); `site`: where or by whom it was carried out */
  readonly sort: "product" | "site";
  /** the words say that all of them are meant: "the four guidelines", "we propose four guidelines" */
  readonly all: boolean;
}

const products: Record<string, string> = {
  guidelines: "guideline", hypotheses: "hypothesis", recommendations: "recommendation", objectives: "objective", propositions: "proposition", strategies: "strategy", principles: "principle",
  constructs: "construct", "research questions": "research question", suggestions: "suggestion", proposals: "proposal", aims: "aim", goals: "goal", priorities: "priority", vorschläge: "proposal", ziele: "goal", hypothesen: "hypothesis", leitlinien: "guideline", empfehlungen: "recommendation", forschungsfragen: "research question",
}; // prettier-ignore
const sites: Record<string, string> = {
  universities: "university", colleges: "college", schools: "school", hospitals: "hospital", clinics: "clinic", companies: "company", firms: "firm", institutions: "institution", provinces: "province",
  districts: "district", cities: "city", villages: "village", libraries: "library", countries: "country", experts: "expert", judges: "judge", raters: "rater", classes: "class", museums: "museum", kindergartens: "kindergarten", departments: "department", offices: "office", branches: "branch", towns: "town", regions: "region", centres: "centre", centers: "centre",
  campuses: "campus", counties: "county", communities: "community", plants: "plant", pharmacies: "pharmacy", practices: "practice",
  farms: "farm", hotels: "hotel", restaurants: "restaurant", shops: "shop", stores: "store", banks: "bank", agencies: "agency", organisations: "organisation", organizations: "organisation", wards: "ward", faculties: "faculty",
  institutes: "institute", municipalities: "municipality", factories: "factory", ministries: "ministry", clubs: "club", theatres: "theatre", theaters: "theatre", bibliotheken: "library", museen: "museum", betriebe: "company",
  städte: "city", krankenhäuser: "hospital", kindergärten: "kindergarten", universidades: "university", escuelas: "school", universités: "university", écoles: "school", escolas: "school",
  städten: "city", ländern: "country", betrieben: "company", krankenhäusern: "hospital", standorte: "site", standorten: "site", gemeinden: "municipality", unternehmen: "company", lehrstühle: "department",
  universitäten: "university", hochschulen: "university", schulen: "school", kliniken: "clinic", länder: "country", experten: "expert",
}; // prettier-ignore
const nouns = { ...products, ...sites };
const after = new RegExp(
  `^ (?:(?!(?:of|in|from|at|to|and|or|other|different|per|more|were|was|are|is|the|which|who|that|for|by|with|had)\\b)[\\p{L}-]{2,20} ){0,3}?(${Object.keys(nouns).join("|")})(?!\\p{L})`,
  "iu",
);
const partOf =
  /\b(?:other|another|additional|further|remaining|only|at least|at most|up to|first|last|more than|fewer than|about|approximately|nearly|almost|between|than|or|next|over|some|pilot|two to|three to|each of|every|all but|previous|different)\s$/i;
const rangeBefore = /(?:\d|\p{L})\s?(?:–|-|to|or|and|bis|oder)\s?$/u;
const whole = /\b(?:the|these|our|all|all the|following|die|alle|unsere)\s$/i;
const verb =
  /\b(?:propos\p{L}+|deriv\p{L}+|develop\p{L}*|formulat\p{L}+|put forward|present\p{L}*|make|made|give|offer|draw|suggest\p{L}*|There (?:are|were)|consist\p{L}* of|total of|test(?:s|ed)?|conducted (?:at|in)|recruited (?:from|at)|at|from|across|among|an|aus|in|postulier\p{L}+|schlagen|(?:students|pupils|teachers|managers|librarians|directors|heads|employees|staff|members|representatives|nurses|patients|users|visitors|residents|\p{Ll}{3,}s) of)\s(?:a total of |the )?$/iu;

/** "Three hypotheses were tested." */
const treated =
  /^ (?:were|are|wurden) (?:\p{L}+ )?(?:tested|examined|formulated|derived|proposed|investigated|addressed|given|developed|made|geprüft|aufgestellt|abgeleitet|gegeben)\b/u;

const counted: Recogniser = {
  name: "counted",
  sentence(sentence, context) {
    if (sentence.section.role === "references" || sentence.block === "reference") return [];
    const text = sentence.text;
    return numbersIn(sentence.mapped, context.decimal).flatMap((n): Counted[] => {
      if (n.decimals !== 0 || n.percent || n.value < 2 || n.value > 300 || n.relation !== "=" || !Number.isInteger(n.value)) return [];
      const noun = after.exec(text.slice(n.end, n.end + 90));
      if (!noun) return inAll(sentence, n, context);
      const before = text.slice(Math.max(0, n.start - 40), n.start);
      if (
        partOf.test(before) ||
        (rangeBefore.test(before) && !/\b(?:and|und)\s$/i.test(before)) ||
        /^ (?:each|or more|per)\b/i.test(text.slice(n.end + noun[0].length))
      )
        return [];
      const key = nouns[noun[1].toLowerCase()];
      const to = n.end + noun[0].length;
      return [
        {
          kind: "counted",
          statistic: false,
          count: n,
          noun: key,
          sort: noun[1].toLowerCase() in products ? "product" : "site",
          all:
            whole.test(before) ||
            verb.test(before) ||
            sentence.block === "heading" ||
            /^: ?\(?(?:a|1|i)\)/.test(text.slice(to)) ||
            (n.start === 0 && treated.test(text.slice(to))),
          text: text.slice(n.start, to),
          range: rangeOf(sentence.mapped, n.start, to),
          place: context.place({ sentence, at: n.start }),
        },
      ];
    });
  },
};

const allTold = /^ (?:in all|in total|altogether|insgesamt)\)/i;
const subject = new RegExp(`(?<!\\p{L})(${Object.keys(nouns).join("|")})(?!\\p{L})`, "iu");

/** "The universities were chosen so as to differ in size (10 in all)." */
function inAll(sentence: Sentence, n: Reported, context: RecogniserContext): Counted[] {
  const { text } = sentence;
  if (text[n.start - 1] !== "(" || !allTold.test(text.slice(n.end, n.end + 15))) return [];
  const noun = subject.exec(text.slice(0, Math.min(n.start, 60)))?.[1].toLowerCase();
  if (!noun) return [];
  return [
    {
      kind: "counted",
      statistic: false,
      count: n,
      noun: nouns[noun],
      sort: noun in products ? "product" : "site",
      all: true,
      text: `${n.text} ${noun}`,
      range: rangeOf(sentence.mapped, n.start, n.end),
      place: context.place({ sentence, at: n.start }),
    },
  ];
}

export default counted;
