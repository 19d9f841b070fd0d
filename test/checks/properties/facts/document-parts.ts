import fc from "fast-check";
import {
  comment,
  count,
  either,
  heading,
  type Inline,
  int,
  num,
  type Paper,
  paper,
  para,
  section,
  swap,
  sym,
  table,
  tableNumber,
  text,
  wrong,
} from "../kit/document";

const authors = ["Abel", "Bode", "Cohn", "Diaz", "Ernst", "Frey", "Gold", "Hahn"];
const topics = ["writing on screens", "trust in schools", "reading habits", "use of libraries", "choice of courses", "sleep and learning"];
const journals = ["Text Today", "School Assessment", "Information Services", "Learning Letters"];

const work = fc.record({
  journal: fc.constantFrom(...journals),
  volume: fc.integer({ min: 2, max: 80 }),
  page: fc.integer({ min: 2, max: 480 }),
  year: fc.integer({ min: 1994, max: 2023 }),
});
const distinct = fc.uniqueArray(work, { minLength: 3, maxLength: 5, selector: (w) => `${w.journal} ${w.volume}` });

/** Works cited and listed. */
export const literature: fc.Arbitrary<Paper> = distinct.map((works) => {
  const unlisted = "Quint";
  const cited = works.map((w, i): Inline => text`${either(authors[i], swap("citation", unlisted))} (${String(w.year)})`);
  const entries = works.map((w, i): Inline => {
    const first = works[0];
    const same = `${first.journal}, ${first.volume}, ${first.page}–${first.page + 17}`;
    const own = `${w.journal}, ${w.volume}, ${w.page}–${w.page + 12}`;
    return text`${authors[i]}, ${"KTMAJ"[i]}. (${String(w.year)}). A study of ${topics[i]}. ${either(own, ...(i === 0 ? [] : [swap("reference-duplicate", same)]))}.`;
  });
  const [one, two, ...more] = cited;
  return paper(
    section(
      "Introduction",
      para(
        text`${one} found five factors; ${two} used seven points. The scale is widely used, as ${more[0]} showed.${more.slice(1).flatMap((m) => text` Another view is that of ${m}.`)}`,
        text`${one} fand fünf Faktoren; ${two} verwendete sieben Stufen. Die Skala ist verbreitet, wie ${more[0]} zeigte.${more.slice(1).flatMap((m) => text` Anders urteilte ${m}.`)}`,
      ),
    ),
    section("References", { kind: "references", entries }),
  );
});

/** Tables, and references to them. */
export const crossReferences: fc.Arbitrary<Paper> = fc
  .record({
    tables: fc.integer({ min: 1, max: 4 }),
    wrongBy: fc.integer({ min: 1, max: 5 }),
    values: fc.array(fc.integer({ min: 11, max: 400 }), { minLength: 8, maxLength: 8 }),
  })
  .map(({ tables, wrongBy, values }) =>
    paper(
      section(
        "Results",
        ...Array.from({ length: tables }, (_, i) => [
          para(
            text`${tableNumber(i + 1, { rule: "table-reference", breaks: tables + wrongBy })} shows the ${["answers", "grades", "visits", "loans"][i]}.`,
            text`${tableNumber(i + 1, { rule: "table-reference", breaks: tables + wrongBy })} zeigt die Zahlen.`,
          ),
          table(
            ["Answers", "Grades", "Visits", "Loans"][i],
            ["Category", "Total"],
            [
              ["North", int(values[2 * i])],
              ["South", int(values[2 * i + 1])],
            ],
          ),
          ...(i > 0 ? [para(text`See also ${tableNumber(i + 1)}.`, text`Siehe auch ${tableNumber(i + 1)}.`)] : []),
        ]).flat(),
      ),
    ),
  );

/** Sections and subsections with different titles. */
export const headings: fc.Arbitrary<Paper> = fc
  .shuffledSubarray(["Sample", "Measures", "Procedure", "Analysis", "Ethics"], { minLength: 2, maxLength: 5 })
  .map((titles) =>
    paper(
      section("Introduction", para(text`Homework is a burden.`)),
      section(
        "Method",
        ...titles.flatMap((title, i) => [
          heading(2, text`${either(title, ...(i > 0 ? [swap("heading", titles[i - 1])] : []))}`),
          para(text`This part tells of the ${title.toLowerCase()} and of what was done with it.`),
        ]),
      ),
      section("Results", para(text`Everything went well.`)),
    ),
  );

const things = ["guidelines", "hypotheses", "measures", "steps"];
const actions = [
  "extend the opening hours",
  "simplify the search",
  "speed up lending",
  "offer advice online",
  "train the staff",
  "lower the fees",
  "repair the lift",
  "buy more books",
];
/** A list of so many things as are announced. */
export const enumerations: fc.Arbitrary<Paper> = fc
  .record({ items: fc.shuffledSubarray(actions, { minLength: 3, maxLength: 7 }), thing: fc.constantFrom(...things), letters: fc.boolean() })
  .map(({ items, thing, letters }) => {
    const list = items.flatMap(
      (item, i): Inline => text`${i === 0 ? "" : i === items.length - 1 ? ", and " : ", "}(${letters ? "abcdefgh"[i] : String(i + 1)}) ${item}`,
    );
    const n = count(
      items.length,
      wrong("enumeration-count", (x) => x >= 2 && x !== items.length),
    );
    return paper(section("Conclusion", para(text`We propose ${n} ${thing}: ${list}.`)));
  });

const counted = ["universities", "clinics", "towns", "schools"];
/** A counted thing in abstract, method and results: "the plan was discussed in five" may be of more, but not of four. */
export const countedThings: fc.Arbitrary<Paper> = fc.record({ n: fc.integer({ min: 3, max: 17 }), thing: fc.constantFrom(...counted) }).map(({ n, thing }) => {
  const first = either(spelled[n - 3]);
  return paper(
    section("Abstract", para(text`${first} ${thing} took part in the survey.`)),
    section("Method", para(text`The sample came from ${count(n)} ${thing}.`)),
    section(
      "Results",
      para(
        text`The plan was discussed with managers of ${count(
          n,
          wrong("count-conflict", (x) => x === n + 1 || x === n + 2),
        )} ${thing}.`,
      ),
    ),
  );
});
const spelled = "Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen".split(" ");

const pointWords: Readonly<Record<number, string>> = { 4: "four", 5: "five", 6: "six", 7: "seven", 9: "nine" };
const stufig: Readonly<Record<number, string>> = { 4: "vier", 5: "fünf", 6: "sechs", 7: "sieben", 9: "neun" };
/** A scale whose points are named twice. */
export const scalePoints: fc.Arbitrary<Paper> = fc
  .record({ points: fc.constantFrom(4, 5, 6, 7, 9), others: fc.constantFrom(4, 5, 6, 7, 9) })
  .map(({ points, others }) => {
    const other = others === points ? (points === 9 ? 7 : 9) : others;
    const said = either(`${pointWords[points]}-point`, swap("scale-points", `${pointWords[other]}-point`));
    const sagt = either(`${stufig[points]}stufigen`, swap("scale-points", `${stufig[other]}stufigen`));
    return paper(
      section(
        "Method",
        para(
          text`Answers were given on a ${either(`${pointWords[points]}-point`)} scale (1 = strongly disagree, ${int(
            points,
            wrong("scale-points", (x) => x > 2 && x !== points),
          )} = strongly agree).`,
          text`Die Antworten wurden auf einer ${either(`${stufig[points]}stufigen`)} Skala gegeben (1 = gar nicht, ${int(
            points,
            wrong("scale-points", (x) => x > 2 && x !== points),
          )} = sehr).`,
        ),
      ),
      section("Results", para(text`Means refer to the ${said} scale of the answers.`, text`Die Mittelwerte beziehen sich auf die ${sagt} Skala.`)),
    );
  });

/** Numbers of a table told again in the text. */
export const repeatedNumbers: fc.Arbitrary<Paper> = fc
  .record({ values: fc.array(fc.integer({ min: 1100, max: 9900 }), { minLength: 3, maxLength: 6 }), row: fc.nat(2), decimals: fc.integer({ min: 2, max: 3 }) })
  .map(({ values, row, decimals }) => {
    const list = values.map((v) => v / 1000);
    const again = num(
      list[row],
      decimals,
      wrong("table-text", (x) => list.every((v) => Math.abs(x - v) > 0.05)),
    );
    const ordinal = ["first", "second", "third"][row];
    const de = ["ersten", "zweiten", "dritten"][row];
    return paper(
      section(
        "Results",
        para(
          text`${tableNumber(1)} shows that the eigenvalue of the ${ordinal} factor was ${again}.`,
          text`${tableNumber(1)} zeigt, dass der Eigenwert des ${de} Faktors ${again} betrug.`,
        ),
        table(
          "Rotated factors",
          ["Factor", "Eigenvalue"],
          list.map((v, i) => [String(i + 1), num(v, decimals)]),
        ),
        para(text`The order of the factors has no meaning (${sym("N")} = ${int(212)}).`),
      ),
    );
  });

/** What a paper made itself is counted alike wherever it is spoken of. */
export const countedProducts: fc.Arbitrary<Paper> = fc
  .record({ n: fc.integer({ min: 3, max: 17 }), thing: fc.constantFrom("guidelines", "recommendations", "hypotheses") })
  .map(({ n, thing }) => {
    const again = () =>
      count(
        n,
        wrong("count-conflict", (x) => x >= 2 && x !== n),
      );
    return paper(
      section("Abstract", para(text`The ${count(n)} ${thing} that we derive concern search.`)),
      section("Results", para(text`The ${count(n)} ${thing} were discussed.`)),
      section("Conclusion", para(text`The ${again()} ${thing} that we propose concern search.`)),
    );
  });

/** A comment that silences what is there: the rule is misspelt, or what it silenced has gone. */
export const silenced: fc.Arbitrary<Paper> = fc.shuffledSubarray(["Sample", "Measures", "Procedure"], { minLength: 2, maxLength: 3 }).map((titles) => {
  const last = titles[titles.length - 1];
  return paper(
    section(
      "Method",
      ...titles.flatMap((title) => [heading(2, text`${title}`), para(text`This part tells of what was done first.`)]),
      comment(text`scree-disable-next-line ${either("heading", swap("suppression-unknown", "headings"))} -- wanted`),
      heading(2, text`${either(last, swap("suppression-unused", "Ethics"))}`),
      para(text`This part tells of what was done last.`),
    ),
    section("Results", para(text`Everything went well.`)),
  );
});
