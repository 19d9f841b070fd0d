import { rangeOf } from "../manuscript/mapped";
import type { ClaimBase } from "./claim";
import { magnitudeAfter } from "./magnitude";
import { numbersIn, type Reported } from "./number";
import { people } from "./people";
import type { Recogniser } from "./recogniser";

/** A number of people or cases, and the part it plays in the sampling. */
export interface SampleSize extends ClaimBase<"sample-size"> {
  readonly reported: Reported;
  /** `sample`: those analysed; `part`: a group of them, or of unclear role; `test`: the N inside a test statistic */
  readonly role: "sample" | "part" | "population" | "sent" | "excluded" | "required" | "test";
  /** what is counted, as printed: "students"; undefined for "N = 320" */
  readonly noun?: string;
  /** "more than 300", "about 300" */
  readonly approximate: boolean;
}

const noun = new RegExp(`^\\s?(?:\\p{L}[\\p{L}'-]{1,20} ){0,3}?(${people})\\b`, "iu");
/** Any plural that is sampled: "32 cars", "71 chicks". */
const thing = /^\s?((?:\p{L}[\p{L}-]{2,20} )?\p{Ll}{2,20}s)\b/u;
/** "Weights of 71 chicks", "the responses of 2,436 volunteers": what was measured, of whom. */
const ofData =
  /\b(?:data|tests?|records|measurements|observations|responses|answers|scores|rents|prices|wages|salaries|incomes|marks|weights?|heights?|growth|lengths?|yields?|times|ratings|values|counts|results|reports|Daten|Antworten|Messungen|Gewichte?) (?:of|from|on|for|von) (?:all |the |a total of )?$/i;
const noThing =
  /(?:items?|components?|factors?|variables?|statements?|scales?|subscales?|points?|groups?|dimensions?|guidelines?|hypotheses|questions?|years|months|weeks|days|hours|minutes|seconds|ms|times|types?|parts?|steps?|models?|predictors?|tests?|trials?|conditions?|levels?|countries|universities|schools|hospitals|others|was|is|has|does|measures?|scores?|sessions?|studies|interviews|sites|blocks?|stimul\p{L}+|images?|words?|ways|cases of|degrees|pages|references|articles|papers|voxels|sounds?|faces)$/iu;
const analysed =
  /(?<!\p{L})(?:survey(?:ed)?|sampled?|complete|tests of|records of|measurements of|observations of|data (?:of|from|comprise|consist)|comprise|consist|took part|participated|complet(?:e|ed)|answer(?:ed)?|analy[sz]e[ds]?|analys[ei]s|rest(?:s|ed)? on|based on|tested|given to|administered to|completed by|filled in by|collected from|obtained from|responses (?:of|from)|recruited|involv\p{L}+|interviewed|(?:were|was|we) asked|enrolled|investigat\p{L}+|examined|filled|usable|valid|beantwortet\p{L}*|bearbeitet\p{L}*|verbl(?:ie|ei)b\p{L}*|untersucht\p{L}*|ausgefüllt\p{L}*|befragt\p{L}*|Auswertung|teilgenommen|nahmen|Stichprobe|umfasst\p{L}*|muestra|participaron|encuest\p{L}+|échantillon|participé|amostra)(?!\p{L})/iu;
const population = /\b(?:population|Grundgesamtheit|universe|población|população|target group|with a total of|enrol\p{L}+ at|registered)\b/iu;
const sent =
  /\b(?:distribut\p{L}+|sent|mailed|handed out|invited|approached|contacted|posted|delivered|dispatched|issued|versandt\p{L}*|verschickt\p{L}*|verteilt\p{L}*|ausgegeben\p{L}*|zurückgesandt\p{L}*|eingeladen\p{L}*)\b/iu;
const excluded =
  /\b(?:exclud\p{L}+|dropped|removed|discarded|deleted|eliminated|ineligible|invalid|incomplete|missing|refused|declined|withdrew|ausgeschlossen\p{L}*|entfernt\p{L}*)\b/iu;
const required = /\b(?:asks? for|requires?|required|needed|minimum|at least|sample size of|necessary|power|formula|Formel|erforderlich|notwendig|target)\b/iu;

/** The sentence speaks of less than the sample. */
const side = /\b(?:pilot|pretest|pre-test|subsample|each|per|group of|follow-up|Pilot\p{L}*|Vorstudie)\b/iu;

const sampleSize: Recogniser = {
  name: "sample-size",
  sentence(sentence, context) {
    if (sentence.block === "heading" || sentence.block === "reference") return [];
    const text = sentence.text;
    const aside = side.test(text);
    return numbersIn(sentence.mapped, context.decimal).flatMap((n): SampleSize[] => {
      if (
        n.decimals !== 0 ||
        n.percent ||
        n.value < 2 ||
        !Number.isInteger(n.value) ||
        n.relation === "<" ||
        n.relation === ">" ||
        magnitudeAfter(text, n.end).length > 0
      )
        return [];
      const role = letterRole(text, n) ?? nounRole(text, n, aside);
      if (!role) return [];
      const from = role.noun === undefined ? role.from : n.start;
      const to = role.to;
      return [
        {
          kind: "sample-size",
          reported: n,
          role: role.role,
          noun: role.noun,
          approximate: /\b(?:about|approximately|around|over|more than|nearly|almost|some|roughly|circa|ca\.|etwa|rund|über|mehr als|up to)\s$|[~≈]\s?$/i.test(
            text.slice(Math.max(0, n.start - 16), n.start),
          ),
          text: text.slice(from, to),
          range: rangeOf(sentence.mapped, from, to),
          place: context.place({ sentence, at: n.start }),
          values: { n: n.value, role: role.role },
        },
      ];
    });
  },
};

interface Role {
  readonly role: SampleSize["role"];
  readonly from: number;
  readonly to: number;
  readonly noun?: string;
}

/** "N = 320" speaks of the sample, "n = 13" of a part; "χ²(1, N = 32)" belongs to its test. */
function letterRole(text: string, n: Reported): Role | undefined {
  const letter = /(?<![\p{L}\p{N}])([Nn]) ?=? ?$/u.exec(text.slice(Math.max(0, n.start - 5), n.start));
  if (!letter || !text.slice(n.start - letter[0].length, n.start).includes("=")) return undefined;
  const from = n.start - letter[0].length;
  const inTest = /(?<!\p{L})(?:χ²|χ|t|F|r|Q) ?\([^()]{0,20}$/u.test(text.slice(Math.max(0, from - 30), from));
  return { role: inTest ? "test" : letter[1] === "N" ? "sample" : "part", from, to: n.end };
}

function nounRole(text: string, n: Reported, aside: boolean): Role | undefined {
  const after = text.slice(n.end, n.end + 90);
  const before = clauseBefore(text, n.start);
  if (
    /\b(?:leaving|which left|which leaves|resulting in|yielding)(?: us)?(?: with)?(?: a)?(?: final| total| analytic| usable| net)?(?: sample| total)?(?: size)?(?: of)? $/i.test(
      before,
    ) &&
    /^\s?(?:\(|,|[.;]|$|for (?:the |all )?(?:\p{L}+ )?analys[ei]s)/u.test(after)
  )
    return { role: "sample", from: n.start, to: n.end, noun: "" };
  if (!/^[ \u202f]\p{L}/u.test(after)) return undefined;
  if (
    /^[-–]\s?(?:point|item|year|month|week|day|fold)|^\s?(?:%|years?|months?|weeks?|days?|hours?|min|points?|items?|times|trials?|Jahre|Aussagen)\b/i.test(
      after,
    )
  )
    return undefined;
  const counted = noun.exec(after) ?? thingAfter(n, before, after);
  if (counted && /\b(?:of|in|from|per|with|by|and|for|to|on|at|were|was|had|the|which|that|who)\b/i.test(counted[0].slice(0, -counted[1].length)))
    return undefined;
  const rest = text.slice(n.end + (counted?.[0].length ?? 0), n.end + 120).split(/[;.]|, (?:of|who|which|and)\b| and (?=\d)/)[0];
  const role = roleOf(before, rest, aside);
  if (!counted && role !== "sample" && role !== "excluded") return undefined;
  if (!counted && !/^\s(?:were|came|answered|complet|took|participated|could|in die Auswertung|nahmen|konnten|had to|returned|respond|remained)/i.test(after))
    return undefined;
  return { role, from: n.start, to: n.end + (counted?.[0].length ?? 0), noun: counted?.[1].toLowerCase() ?? "" };
}

/** A plural right after the number where the words before it speak of data ("a sample of 150 flowers"), or those after it of taking part ("178 engineers of four firms took part"). */
function thingAfter(n: Reported, before: string, after: string): RegExpExecArray | null {
  if (n.words || (n.value >= 1900 && n.value <= 2099 && n.text.length === 4)) return null;
  const match = thing.exec(after);
  if (!match || noThing.test(match[1])) return null;
  if (analysed.test(before.slice(-40)) || ofData.test(before)) return match;
  return n.value >= 20 && !place.test(match[1]) && partaking.test(after.slice(match[0].length)) ? match : null;
}

const partaking =
  /^(?: (?:of|from|in|at) [^.,;()]{2,40})? (?:took part|participated|volunteered|responded|were (?:surveyed|interviewed|asked|recruited|tested|examined|questioned|observed)|completed|answered|nahmen|wurden befragt)\b/u;
const place =
  /(?:firms|companies|institutions|class(?:es)?|teams|clinics|cent(?:re|er)s|libraries|districts|cities|towns|villages|provinces|regions|departments|organi[sz]ations|banks|hotels|shops|farms|offices|branches|kindergartens|colleges|wards|practices|agencies|stores|communities|states)$/i;

const clauseBefore = (text: string, at: number): string =>
  text
    .slice(Math.max(0, at - 90), at)
    .split(/[;:(]|\d /)
    .pop()!;

function roleOf(before: string, rest: string, aside: boolean): SampleSize["role"] {
  const around = before + " # " + rest;
  if (/\bOf (?:the |these |those )?$/.test(before) || /\bout of (?:the |a total of )?$/i.test(before) || /\bVon (?:den )?$/.test(before))
    return sent.test(rest) ? "sent" : "part";
  if (
    (excluded.test(rest.slice(0, 60)) && !/\b(?:none|no|not|without|never)\b/i.test(rest.slice(0, 60))) ||
    /\b(?:exclud\p{L}+|removing|dropping|remov\p{L}+|other|remaining|another)\s(?:the )?$/iu.test(before)
  )
    return "excluded";
  if (population.test(before) || /\bpopulation\b/i.test(rest.slice(0, 30))) return "population";
  if (sent.test(around) && !/\breturned|came back|usable\b/i.test(rest)) return "sent";
  if (required.test(before)) return "required";
  if (aside) return "part";
  return analysed.test(around) || ofData.test(before) ? "sample" : "part";
}

export default sampleSize;
