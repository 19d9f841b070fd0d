import type { Claims } from "../claims/claim";
import type { SampleSize } from "../claims/sample-size";
import { type Check, consistent, type Finding, finding, type Outcome, unchecked } from "./check";
import { mainSample, sampleSizes, severalStudies } from "./main-sample";
import { exclusionAccounts } from "./exclusion-account";
import { leftAfterExclusion } from "./sample-left";
import { misprintedInAbstract } from "./sample-misprint";
import { anagram, isSum, laterOrPart, losesSome, printed, sameDigits, saysLost } from "./sample-numbers";

const check: Check = {
  id: "sample-size",
  severity: "error",
  summary: "The size of the sample differs between abstract, text and tables, and no exclusion is reported.",
  explain: `The size that the abstract gives has to occur in the body, and the size that the body and the notes of its tables give has to be the same. A difference is reported only where the number of the
one place occurs nowhere else in the manuscript, not even as a sum of its groups, while another is given at least twice. Conditions: one study; exact numbers (“more than 300” is none); no excluded
cases that make up the difference. A smaller *N* under a table is taken for missing answers.`,
  examples: {
    flagged: [
      "# Abstract\n\nThe answers of 431 pupils were analysed.\n\n# Method\n\nSheets were filled in by 802 pupils. Those with gaps (==351==) were removed, which left 431 for the analysis.",
      "# Abstract\n\nThe rents of 379 flats were analysed.\n\n# Method\n\nOffers of 412 flats were found; 33 without an age were left out. The remaining ==397== flats were analysed.",
      "# Abstract\n\nThe study explored safety among ==381== nurses.\n\n# Method\n\n340 questionnaires were distributed, and 318 valid ones were returned, a response rate of 93.5%.",
      "# Method\n\nA total of 2,800 adults took part. In all 371 questionnaires with missing answers were removed, so that ==2,436== remained for the analyses.",
      "# Abstract\n\nA total of ==320== students took part.\n\n# Method\n\nThe sample consisted of 302 students of ten universities. No answers were excluded.",
      "# Method\n\nIn total 430 answered and 18 questionnaires were discarded because of missing answers, leaving ==421== (266 women, 143 men, 3 diverse).",
      "# Abstract\n\nComplete data of ==1,284== persons were analysed.\n\n# Method\n\nOf 1,525 visitors, 1,248 answered all items; the other 277 were dropped.\n\n| Item | M |\n| --- | ---: |\n| A | .61 |\n\n*Note.* *N* = 1,248.",
      "# Abstract\n\nWe surveyed ==302== students.\n\n# Method\n\nA total of 320 students took part. The analyses rest on *N* = 320 respondents.",
      "# Abstract\n\n==63== lettuce plants were grown.\n\n# Method\n\nThe 36 plants were assigned at random to the three colours, 12 to each.",
      "# Abstract\n\nStrain was assessed in ==562== drivers.\n\n# Results\n\n| Item | M |\n| --- | ---: |\n| A | .61 |\n\n*Note.* *N* = 526.",
      "# Abstract\n\nThe present study uses data from ==380== students.\n\n# Method\n\nWe invited 400 students; 308 replied.\n\n# Results\n\n| Item | M |\n| --- | ---: |\n| A | .61 |\n\n*Note.* *N* = 308.",
      "# Zusammenfassung\n\nEin Fragebogen wurde von ==380== Studierenden beantwortet.\n\n# Methode\n\nVon 320 Fragebögen wurden 12 ausgeschlossen, so dass 308 in die Auswertung eingingen.\n\n# Ergebnisse\n\nAlle Ergebnisse beziehen sich auf *N* = 308.",
    ],
    clean: [
      "# Abstract\n\nThe answers of 431 pupils were analysed.\n\n# Method\n\nSheets were filled in by 802 pupils. Those with gaps (371) were removed, which left 431 for the analysis.",
      "# Abstract\n\nThe answers of 400 pupils were analysed.\n\n# Method\n\nSheets were filled in by 430 pupils. Those with gaps (18) were removed and others discarded, which left 400 for the analysis.",
      "# Method\n\nA total of 2,800 adults took part. In all 364 questionnaires with missing answers were removed, so that 2,436 remained for the analyses.",
      "# Abstract\n\nA total of 320 students took part.\n\n# Method\n\nThe sample consisted of 320 students. At the second time 302 students took part.",
      "# Abstract\n\nA total of 320 students took part.\n\n# Method\n\nThe sample consisted of 302 students of ten universities, whose answers were complete and valid.",
      "# Method\n\nIn total 430 answered and 18 questionnaires were discarded because of missing answers, leaving 412 (266 women, 143 men, 3 diverse).",
      "# Abstract\n\nWe surveyed 320 students.\n\n# Method\n\nA total of 320 students took part; 12 were excluded. The analyses rest on *N* = 308 respondents.",
      "# Abstract\n\nIn two studies 450 persons took part.\n\n# Study 1\n\nA total of 200 persons took part (*N* = 200).\n\n# Study 2\n\nA total of 250 persons took part (*N* = 250).",
      "# Abstract\n\nStrain was assessed in 526 drivers aged 62.\n\n# Results\n\n| Item | M |\n| --- | ---: |\n| A | .61 |\n\n*Note.* *N* = 526.",
      "# Abstract\n\nEach year 830 children fall ill.\n\n# Method\n\nA total of 320 children took part.\n\n# Results\n\nAll results rest on *N* = 320.",
      "# Abstract\n\nMore than 300 students were surveyed.\n\n# Method\n\nA total of 320 students took part (*N* = 320).",
    ],
  },

  check(claims) {
    const stated = claims.of("sample-size").filter((c) => c.role === "sample");
    if (severalStudies(claims)) return stated.map((c) => unchecked(c, "several studies or samples are reported"));
    const findings = [
      ...abstractAgainstBody(claims),
      ...onceEach(claims),
      ...bodyAgainstRest(claims),
      ...notesAboveSample(claims),
      ...leftAfterExclusion(claims),
    ];
    const told = new Set(findings.flatMap((f) => [f.range.start, ...f.related.map((r) => r.range.start)]));
    findings.push(...exclusionAccounts(claims).filter((f) => ![f.range, ...f.related.map((r) => r.range)].some((r) => told.has(r.start))));
    if (!findings.some((f) => f.claims.some((c) => c.place.section.role === "abstract"))) findings.push(...misprintedInAbstract(claims));
    const blamed = new Set(findings.flatMap((f) => f.claims));
    const repeated = new Set(
      sampleSizes(claims)
        .filter((s) => s.claims.length > 1)
        .map((s) => s.value),
    );
    const looked = stated
      .filter((c) => !blamed.has(c))
      .map((c): Outcome => (repeated.has(c.reported.value) ? consistent(c) : unchecked(c, "this size is given once only")));
    return [...findings, ...looked];
  },
};

const inAbstract = (c: SampleSize): boolean => c.place.section.role === "abstract";

/** The size is what its groups add up to, or what the exclusions reported leave. */
function followsFrom(size: number, claims: Claims): boolean {
  if (claims.of("subgroups").some((g) => g.parts.reduce((s, n) => s + n.value, 0) === size)) return true;
  const others = claims.of("sample-size");
  const gone = others.filter((c) => c.role === "excluded").map((c) => c.reported.value);
  return others.some((c) => gone.includes(c.reported.value - size));
}

/** "about 500" of a summary for 512. */
const approximately = (stated: number, size: number): boolean => stated >= 100 && stated % 50 === 0 && Math.abs(stated - size) < 0.05 * size;

function abstractAgainstBody(claims: Claims): Finding[] {
  const sizes = sampleSizes(claims);
  const stated = sizes.filter((s) => s.claims.some(inAbstract));
  const people = claims.of("sample-size").filter((c) => inAbstract(c) && c.role === "part" && c.noun && !c.approximate && c.reported.value >= 20);
  // an abstract that counts people once, without saying what was done with them
  const abstract = stated.length === 0 && people.length === 1 ? [{ value: people[0].reported.value, claims: people }] : stated;
  if (abstract.length !== 1) return [];
  const [own] = abstract;
  if (own.claims.some((c) => !inAbstract(c)) || printed(claims, "body").has(own.value) || isSum(own.value, claims)) return [];
  const sure = sizes.filter((s) => s !== own && (s.claims.length >= 2 || followsFrom(s.value, claims)));
  const times = printed(claims, "body");
  const slip = sizes.filter((s) => s !== own && (times.get(s.value) ?? 0) >= 2 && sameDigits(s.value, own.value));
  const body = stated.length === 0 ? sure.filter((s) => sameDigits(s.value, own.value)) : sure.length > 0 ? sure : slip;
  if (body.length !== 1 || approximately(own.value, body[0].value) || printed(claims, "abstract").has(body[0].value)) return [];
  const [other] = body;
  return [
    finding(own.claims[0], {
      message: `The abstract gives a sample of ${own.claims[0].reported.text}, the text ${other.claims[0].reported.text}.`,
      detail: `${own.claims[0].reported.text} occurs nowhere else; ${other.claims[0].reported.text} is given ${Math.max(other.claims.length, times.get(other.value) ?? 0)} times.`,
      related: other.claims.slice(0, 3).map((c) => ({ message: `${c.text} here`, range: c.range })),
    }),
  ];
}

/** The abstract and the text give the sample's size once each, and the two look like one number misprinted. */
function onceEach(claims: Claims): Finding[] {
  const sizes = sampleSizes(claims);
  if (sizes.length !== 2 || sizes.some((s) => s.claims.length !== 1) || claims.of("sample-size").some((c) => c.role === "excluded" || c.role === "sent"))
    return [];
  const own = sizes.find((s) => inAbstract(s.claims[0]));
  const other = sizes.find((s) => !inAbstract(s.claims[0]) && !s.claims[0].place.table);
  const sentence = other?.claims[0].place.sentence?.text ?? "";
  if (laterOrPart.test(sentence) || !/sample|took part|participa|survey|\bN ?=|Stichprobe|teilgenommen|nahmen|befragt/i.test(sentence)) return [];
  if (!own || !other || !sameDigits(own.value, other.value) || approximately(own.value, other.value) || printed(claims, "body").has(own.value)) return [];
  if (printed(claims, "abstract").has(other.value) || isSum(own.value, claims) || isSum(other.value, claims)) return [];
  if (losesSome(claims)) return [];
  return [
    finding(own.claims[0], {
      severity: "warning",
      message: `The abstract gives a sample of ${own.claims[0].reported.text}, the text ${other.claims[0].reported.text}.`,
      detail: "Unless some were left out, of which nothing is said.",
      related: [{ message: `${other.claims[0].text} here`, range: other.claims[0].range }],
    }),
  ];
}

/** One place of the method or results against the abstract and the rest. */
function bodyAgainstRest(claims: Claims): Finding[] {
  const main = mainSample(claims);
  const abstract = printed(claims, "abstract");
  if (!main || !abstract.has(main.value) || !main.claims.some((c) => !inAbstract(c))) return [];
  const others = sampleSizes(claims).filter((s) => s.value !== main.value);
  const body = printed(claims, "body");
  const left = claims.of("sample-size", { every: true }).filter((c) => c.role === "excluded");
  const explained = (n: number) => left.length > 0 && (!anagram(n, main.value) || left.some((c) => c.reported.value === Math.abs(n - main.value)));
  return others.flatMap((other) => {
    const [claim] = other.claims;
    if (other.claims.length > 1 || inAbstract(claim) || claim.place.table || abstract.has(other.value) || (body.get(other.value) ?? 0) > 1) return [];
    if (
      claim.place.section.role !== "method" ||
      laterOrPart.test(claim.place.sentence?.text ?? "") ||
      explained(other.value) ||
      (!anagram(other.value, main.value) && lostInParagraph(claim, claims)) ||
      !sameDigits(other.value, main.value) ||
      isSum(other.value, claims)
    )
      return [];
    return [
      finding(claim, {
        message: `The sample is ${claim.reported.text} here and ${main.claims[0].reported.text} elsewhere.`,
        detail: `${main.claims[0].reported.text} is given ${abstract.has(main.value) ? "in the abstract, too" : `${main.claims.length} times`}, and no exclusion accounts for the difference.`,
        related: main.claims.slice(0, 3).map((c) => ({ message: `${c.text} here`, range: c.range })),
      }),
    ];
  });
}

/** "Sheets were filled in by 430 pupils. Those with gaps (18) were removed, …": its paragraph says that some were lost. */
const lostInParagraph = (c: SampleSize, claims: Claims): boolean =>
  (claims.manuscript.blocks[c.place.sentence?.blockIndex ?? -1]?.sentences ?? []).some((s) => saysLost(s.text));

/** Nobody answers who is not in the sample: an N under a table, or inside a test, above the sample's. */
function notesAboveSample(claims: Claims): Finding[] {
  const [main, second] = sampleSizes(claims);
  if (!main || !main.claims.some(inAbstract) || main.claims.length < 2 || second?.claims.length === main.claims.length) return [];
  const body = printed(claims, "body");
  return claims.of("sample-size").flatMap((c) => {
    if (
      !["sample", "part", "test"].includes(c.role) ||
      (!c.place.table && c.role !== "test") ||
      c.noun !== undefined ||
      c.reported.value <= main.value ||
      (body.get(c.reported.value) ?? 0) > 1 ||
      !sameDigits(c.reported.value, main.value)
    )
      return [];
    return [
      finding(c, {
        message: `${c.text} ${c.role === "test" ? "in the test" : "under the table"} is more than the sample of ${main.claims[0].reported.text}.`,
        related: main.claims.slice(0, 2).map((x) => ({ message: `${x.text} here`, range: x.range })),
      }),
    ];
  });
}

export default check;
