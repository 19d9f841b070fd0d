import type { Claims } from "../claims/claim";
import { previousSentence } from "../claims/factor-words";
import { numbersIn, type Reported } from "../claims/number";
import type { SampleSize } from "../claims/sample-size";
import { type Finding, finding } from "./check";
import { inSentence } from "./in-sentence";

const leaving =
  /\b(?:leaving|which left|so that|leaves|resulting in|wonach|womit|so dass|sodass)(?: us)?(?: with)?(?: a)?(?: final| total| analytic| usable| net)?(?: sample| total)?(?: size)?(?: of)?(?: N =)? $/i;
/** More were left out than the number says, or what was left is of another kind. */
const more = /further|additional|also|other|another|duplicat|after|first|then|subsequently|weitere|zusätzlich|at least|about|respectively|each|per /i;

/** "430 answered and 18 questionnaires were discarded, leaving 421": before, out, and left, with no other number between. */
export function leftAfterExclusion(claims: Claims): Finding[] {
  return claims.of("sample-size").flatMap((out) => {
    const { sentence } = out.place;
    if (out.role !== "excluded" || out.approximate || !sentence) return [];
    const sizes = inSentence(claims, "sample-size", sentence);
    const counts = numbersIn(sentence.mapped, claims.manuscript.decimal).filter((n) => !n.percent);
    const at = counts.findIndex((n) => n.start === out.reported.start);
    const [own, last] = [counts[at - 1], counts[at + 1]];
    const earlier = at === 0 ? onlyOneBefore(out, claims) : undefined;
    const first = own ?? earlier?.reported;
    const opening = first !== undefined && own !== undefined && /^(?:Of|From|Von)(?: the| these| den)? $/.test(sentence.text.slice(0, first.start));
    const before =
      earlier ??
      sizes.find((c) => c.reported.start === first?.start) ??
      (opening && out.role === "excluded" ? { ...out, reported: first, role: "part" as const } : undefined);
    if (!first || !before || before.approximate || !["sample", "part"].includes(before.role) || sizes.filter((c) => c.role === "excluded").length > 1)
      return [];
    if (!whole(first) || !whole(last) || last.value >= first.value || last.value < 0.5 * first.value) return [];
    const { text } = sentence;
    if (
      !leaving.test(text.slice(out.reported.end, last.start)) ||
      more.test(text.slice(earlier ? 0 : first.start, last.start)) ||
      /^[^.;(]{0,40}(?:after|nach|women|men\b)/i.test(text.slice(last.end, last.end + 45))
    )
      return [];
    const left = first.value - out.reported.value;
    if (left === last.value) return [];
    const groups = groupsAfter(text, last, counts);
    const sum = groups.reduce((s, n) => s + n.value, 0);
    return [
      finding(before, {
        severity: sum === left ? undefined : "warning",
        range: last.range,
        message: `${first.text} − ${out.reported.text} = ${left}, not ${last.text}${sum === left ? `; the groups make up ${groups.map((n) => n.text).join(" + ")} = ${sum}` : ""}.`,
        detail: sum === left ? undefined : "Unless others were left out for a reason that is not given.",
        related: [first, out.reported].map((n) => ({ message: `${n.text} here`, range: n.range })),
      }),
    ];
  });
}

/** "A total of 2,800 adults took part. Questionnaires with missing answers (364) were removed, …": the one size and the one count of the sentence before. */
function onlyOneBefore(out: SampleSize, claims: Claims): SampleSize | undefined {
  const previous = previousSentence(out.place.sentence!, claims.manuscript);
  const sizes = previous ? inSentence(claims, "sample-size", previous) : [];
  const counts = previous ? numbersIn(previous.mapped, claims.manuscript.decimal).filter((n) => !n.percent && n.decimals === 0 && n.value >= 10) : [];
  // "Of 280 questionnaires sent out, 252 came back"
  const back = counts.length === 2 && counts[1].value < counts[0].value ? counts[1] : undefined;
  if (previous && back && returned.test(previous.text.slice(back.end, back.end + 40))) return { ...out, reported: back, role: "part" };
  return sizes.length === 1 && counts.length === 1 && (sizes[0].role === "sample" || sizes[0].role === "part") ? sizes[0] : undefined;
}

const returned = /^[^.;,(]{0,25}\b(?:came back|were returned|returned|replied|responded|answered|zurück)(?!\p{L})/u;

const whole = (n: Reported | undefined): n is Reported => n !== undefined && n.decimals === 0 && n.relation === "=" && n.value >= 10;

/** "421 (266 women, 143 men, 3 diverse)": the numbers in the brackets that follow. */
function groupsAfter(text: string, last: Reported, counts: readonly Reported[]): readonly Reported[] {
  const open = /^(?: \p{L}+)? ?\(/u.exec(text.slice(last.end, last.end + 25));
  const close = open ? text.indexOf(")", last.end) : -1;
  return close < 0 ? [] : counts.filter((n) => n.start > last.end && n.end <= close && n.decimals === 0);
}
