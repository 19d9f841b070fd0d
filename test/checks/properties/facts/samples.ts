import fc from "fast-check";
import { cochran, krejcieMorgan, yamane } from "../../../../src/psychometrics/sample-size";
import { bounded, count, int, listed, num, type Paper, paper, para, percent, section, sym, table, text, wrong } from "../kit/document";
import { real } from "../kit/real";

const sum = (x: readonly number[]) => x.reduce((a, b) => a + b, 0);
const schools = "ABCDEFGH";

/** The size of the sample in abstract, method, results and note; its groups. */
export const sample: fc.Arbitrary<Paper> = fc
  .record({ sizes: fc.array(fc.integer({ min: 21, max: 94 }), { minLength: 3, maxLength: 6 }), dropped: fc.integer({ min: 3, max: 40 }) })
  .map(({ sizes, dropped }) => {
    const n = sum(sizes);
    // not a number that is printed elsewhere or follows from others, nor one that a summary would round to
    const printed = [n, n + dropped, dropped, ...sizes];
    const pairs = printed.flatMap((a) => printed.flatMap((b) => [a + b, Math.abs(a - b)]));
    const told = new Set([...printed, ...pairs, ...pairs.flatMap((a) => printed.map((b) => a + b))]);
    const another = wrong("sample-size", (x) => x >= 20 && x % 10 !== 0 && !told.has(x));
    const group = (s: number) =>
      int(
        s,
        wrong("subgroup-total", (x) => {
          const total = n - s + x;
          return x > 9 && x !== s && total > 0.75 * n && !told.has(total) && !told.has(n - total) && n - total !== x;
        }),
      );
    const groups = sizes.map((s, i) => text`${group(s)} (School ${schools[i]})`);
    return paper(
      section(
        "Abstract",
        para(text`We surveyed ${int(n, another)} pupils about homework.`, text`Es wurden ${int(n, another)} Schüler zu Hausaufgaben befragt.`),
      ),
      section(
        "Method",
        para(
          text`Of ${int(n + dropped)} questionnaires returned, ${int(dropped)} were excluded because of missing answers, so that the analyses rest on ${sym("N")} = ${int(n)} pupils.`,
          text`Von ${int(n + dropped)} zurückgesandten Fragebögen wurden ${int(dropped)} wegen fehlender Angaben ausgeschlossen, so dass ${int(n)} in die Auswertung eingingen.`,
        ),
        para(
          text`The numbers of participants per school were ${listed(groups)}.`,
          text`Die Zahl der Teilnehmer je Schule betrug ${listed(
            sizes.map((s, i) => text`${group(s)} (Schule ${schools[i]})`),
            " und ",
          )}.`,
        ),
      ),
      section(
        "Results",
        para(text`All results refer to ${sym("N")} = ${int(n)} pupils.`, text`Alle Ergebnisse beziehen sich auf ${sym("N")} = ${int(n)} Schüler.`),
      ),
    );
  });

/** Two groups of a sample; where what is missing is printed beside them, it may be of neither. */
export const twoGroupsOfSample: fc.Arbitrary<Paper> = fc.tuple(fc.integer({ min: 60, max: 300 }), fc.integer({ min: 60, max: 300 })).map(([women, men]) => {
  const group = (own: number, other: number) =>
    int(
      own,
      wrong("subgroup-total", (x) => x > 0 && x !== own && own - x !== x && own - x !== other),
    );
  const [w, m] = [group(women, men), group(men, women)];
  return paper(
    section(
      "Method",
      para(
        text`A total of ${int(women + men)} students (${w} women and ${m} men) took part.`,
        text`Insgesamt nahmen ${int(women + men)} Studierende (${w} Frauen und ${m} Männer) teil.`,
      ),
    ),
  );
});

/** Questionnaires sent and returned, and the rate. */
export const returns: fc.Arbitrary<Paper> = fc
  .record({ sent: fc.integer({ min: 150, max: 4000 }), share: real(0.2, 0.94), decimals: fc.integer({ min: 0, max: 2 }) })
  .map(({ sent, share, decimals }) => {
    const returned = Math.round(sent * share);
    const rate = (100 * returned) / sent;
    const limit = 3 * 10 ** -decimals;
    const shown = percent(
      rate,
      decimals,
      wrong("response-rate", (x) => x > 0 && x <= 100 && Math.abs(x - rate) > limit),
    );
    const back = int(
      returned,
      wrong("response-rate", (x) => x > 0 && x <= sent && Math.abs((100 * x) / sent - rate) > limit),
    );
    return paper(
      section(
        "Method",
        para(
          text`A total of ${int(sent)} questionnaires were distributed and ${back} returned, which corresponds to a response rate of ${shown}.`,
          text`Insgesamt wurden ${int(sent)} Fragebögen verteilt und ${back} zurückgesandt, was einer Rücklaufquote von ${shown} entspricht.`,
        ),
      ),
    );
  });

/** The size that a formula asks for; of Krejcie and Morgan the rows of their table on either side are right, too. */
export const formula: fc.Arbitrary<Paper> = fc
  .tuple(fc.integer({ min: 200, max: 30_000 }), fc.constantFrom("Krejcie and Morgan", "Yamane", "Cochran"), fc.boolean())
  .map(([population, name, up]) => {
    const exact = name === "Cochran" ? cochran({}) : name === "Yamane" ? yamane(population) : krejcieMorgan(population);
    const size = up ? Math.ceil(exact) : Math.round(exact);
    const asked = int(
      size,
      wrong(
        "sample-formula",
        (x) => x > 9 && (x <= population || name === "Cochran") && Math.abs(x - exact) > (name === "Krejcie and Morgan" ? 5 + 0.1 * exact : 2),
      ),
    );
    const years: Readonly<Record<string, string>> = { "Krejcie and Morgan": "1970", Yamane: "1967", Cochran: "1977" };
    const de = name.replace("and", "und");
    return paper(
      section(
        "Method",
        name === "Cochran"
          ? para(
              text`As the size of the population was unknown, the formula of Cochran (1977) with ${sym("p")} = ${bounded(0.5, 2)} and a 5% margin of error (${sym("z")} = ${num(1.96, 2)}) was used, which asks for ${asked} respondents.`,
            )
          : para(
              text`By the formula of ${name} (${years[name]}) with a 5% margin of error, a population of ${int(population)} requires ${asked} respondents.`,
              text`Nach der Formel von ${de} (${years[name]}) mit einem Fehler von 5 % sind bei einer Grundgesamtheit von ${int(population)} Personen ${asked} Befragte nötig.`,
            ),
      ),
      section("References", {
        kind: "references",
        entries: [
          `${name === "Krejcie and Morgan" ? "Krejcie, R. V., & Morgan, D. W." : name === "Yamane" ? "Yamane, T." : "Cochran, W. G."} (${years[name]}). Sampling. Wiley.`,
        ].map((x) => [x]),
      }),
    );
  });

/** Shares of the same whole, each with its count. */
export const sharesOfWhole: fc.Arbitrary<Paper> = fc
  .record({ whole: fc.integer({ min: 300, max: 2000 }), parts: fc.array(real(0.12, 0.9), { minLength: 3, maxLength: 3 }) })
  .map(({ whole, parts }) => {
    const counts = parts.map((p) => Math.round(whole * p));
    const shown = (i: number) =>
      percent(
        (100 * counts[i]) / whole,
        1,
        wrong("percent-base", (x) => x > 0.5 && x <= 100 && Math.abs((x * whole) / 100 / counts[i] - 1) > 0.06),
      );
    return paper(
      section(
        "Introduction",
        para(
          text`By June 2021, ${int(counts[0])} thousand people had visited the platform, which is ${shown(0)} of all registered users; ${int(counts[1])} thousand users, or ${shown(1)} of all registered users, had borrowed a book, and ${int(counts[2])} thousand (${shown(2)} of all registered users) had used the catalogue.`,
        ),
      ),
    );
  });

/** A table of frequencies. */
export const frequencies: fc.Arbitrary<Paper> = fc
  .record({ counts: fc.array(fc.integer({ min: 6, max: 300 }), { minLength: 6, maxLength: 9 }), decimals: fc.integer({ min: 1, max: 2 }) })
  .map(({ counts, decimals }) => {
    const n = sum(counts);
    return paper(
      section(
        "Results",
        para(text`Table 1 describes the sample of ${int(n)} persons.`, text`Tabelle 1 beschreibt die Stichprobe von ${int(n)} Personen.`),
        table(
          "Characteristics of the participants",
          ["Category", sym("n"), "%"],
          counts.map((c, i) => [
            `Category ${"ABCDEFGHI"[i]}`,
            int(c),
            num(
              (100 * c) / n,
              decimals,
              wrong("percent-count", (x) => Math.abs(x - (100 * c) / n) > 3 * 10 ** -decimals && counts.every((o) => Math.abs(x - (100 * c) / o) > 0.3)),
            ),
          ]),
          text`${sym("N")} = ${int(n)}.`,
        ),
      ),
    );
  });

/** Counts and shares in sentences. */
export const countedShares: fc.Arbitrary<Paper> = fc
  .record({ n: fc.integer({ min: 40, max: 500 }), share: real(0.1, 0.9), decimals: fc.integer({ min: 0, max: 2 }) })
  .map(({ n, share, decimals }) => {
    const part = Math.max(1, Math.round(n * share));
    const rate = (100 * part) / n;
    const shown = percent(
      rate,
      decimals,
      wrong("percent-count", (x) => x > 0 && x <= 100 && Math.abs(x - rate) > 3 * 10 ** -decimals),
    );
    return paper(
      section(
        "Results",
        para(
          text`Of the ${int(n)} students interviewed, ${int(part)} (${shown}) used the library at least monthly.`,
          text`Von den ${int(n)} befragten Studierenden nutzten ${int(part)} (${shown}) die Bibliothek mindestens einmal im Monat.`,
        ),
      ),
    );
  });

const labels = ["were very satisfied", "satisfied", "undecided", "dissatisfied", "very dissatisfied"];
/** The answers to one question; a sum far from 100 may be of several answers a person. */
export const singleChoice: fc.Arbitrary<Paper> = fc
  .record({ counts: fc.array(fc.integer({ min: 8, max: 90 }), { minLength: 5, maxLength: 5 }), decimals: fc.integer({ min: 1, max: 2 }) })
  .map(({ counts, decimals }) => {
    const n = sum(counts);
    const items = counts.map(
      (c, i) =>
        text`${percent(
          (100 * c) / n,
          decimals,
          wrong("percent-total", (x) => x > 0 && x - (100 * c) / n > -11 && x - (100 * c) / n < 13.5 && Math.abs(x - (100 * c) / n) > 1.5),
        )} ${labels[i]}`,
    );
    return paper(
      section("Results", para(text`Asked how satisfied they were with the opening hours, ${listed(items)}.`)),
      section("Discussion", para(text`The ${count(5)} answers speak for themselves.`)),
    );
  });
