import { basename } from "node:path";
import { ScreeError } from "../../errors";
import type { Interval } from "../../psychometrics/analysis";
import { contentValidity } from "../../psychometrics/content-validity";
import { expertRatings, ratingScale } from "../../psychometrics/expert-ratings";
import { readSurvey } from "../../survey/read";
import { contentValidityTables } from "../../tables/content-validity";
import { choice, number, readArguments, whole } from "../arguments";
import { type Command, done } from "../io";
import { formatOf, print } from "../print-tables";

const help = `scree content-validity FILE

Content validity from expert ratings: IOC, I-CVI, S-CVI/Ave and S-CVI/UA, modified kappa, CVR and Aiken's V with its
interval. FILE (CSV, TSV, a workbook; "-" is standard input) has items in rows and experts in columns, or the other
way round, with names in the first row and the first column.

  --scale LO-HI         lowest and highest rating possible, such as -1-1 or 1-4; without it from the ratings, and said
  --relevant-from N     rating from which on an item counts as relevant; default: the upper half (1 of -1-1, 3 of 1-4)
  --items rows|columns  where the items stand, when the names do not say
  --decimals N          in tables; default: 2
  --encoding NAME, --delimiter CHARACTER   where they are not recognised
  --format text|json|markdown|html|latex   default: text
`;

const command: Command = {
  help,
  async run(words, io) {
    const kinds = {
      scale: "value",
      "relevant-from": "value",
      items: "value",
      decimals: "value",
      encoding: "value",
      delimiter: "value",
      format: "value",
    } as const;
    const given = readArguments(words, kinds);
    const format = formatOf(given);
    const decimals = whole(given, "decimals", 0, 6);
    const told = given.value("scale");
    const named = told === undefined ? undefined : scaleOf(told);
    const itemsIn = choice(given, "items", ["rows", "columns"]);
    const file = oneFile(given.words);
    const source = file === "-" ? "standard input" : basename(file);
    const bytes = file === "-" ? await io.stdin() : await io.files.read(file);
    const read = expertRatings(await readSurvey(bytes, { name: source, encoding: given.value("encoding"), delimiter: given.value("delimiter") }), itemsIn);
    const { scale, warnings } = named ? { scale: named, warnings: [] } : ratingScale(read, source);
    const relevantFrom = number(given, "relevant-from");
    if (relevantFrom !== undefined && !(relevantFrom > scale[0] && relevantFrom <= scale[1]))
      throw new ScreeError("relevant-outside-scale", `--relevant-from cannot be ${relevantFrom} on a scale of ${scale[0]} to ${scale[1]}.`, {
        hint: "It is a rating above the lowest one.",
      });
    const validity = withFile(source, () => contentValidity(read.items, read.ratings, { scale, relevantFrom }));
    const { experts: _, ...indices } = validity; // their names are in `sample`
    const results = { sample: { file: source, items: read.items, experts: read.experts, itemsIn: read.itemsIn }, ...indices };
    const title = `${source}: ${read.items.length} items, ${read.experts.length} experts`;
    print({ title, results, tables: contentValidityTables(validity, { decimals }), warnings: [...read.warnings, ...warnings] }, format, io);
    return done;
  },
};

function oneFile(files: readonly string[]): string {
  if (files.length === 1) return files[0];
  if (files.length === 0)
    throw new ScreeError("no-input", "Name a file of ratings.", { hint: "An item in each row and an expert in each column, or the other way round." });
  throw new ScreeError("too-many-files", `One file is read at a time, not ${files.length}.`, { hint: "Put all ratings into one table." });
}

/** "1-4", "-1-1", "-1..1", "0–10" */
function scaleOf(text: string): Interval {
  const ends = /^\s{0,9}([-−]?\d{1,6})\s{0,9}(?:-|–|\.\.|to|,)\s{0,9}([-−]?\d{1,6})\s{0,9}$/.exec(text);
  const [low, high] = ends ? [ends[1], ends[2]].map((end) => Number(end.replace("−", "-"))) : [];
  if (low < high) return [low, high];
  throw new ScreeError("bad-scale", `--scale cannot be "${text}".`, { hint: "Write the lowest and the highest rating, such as 1-4 or -1-1." });
}

function withFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ScreeError)) throw error;
    throw new ScreeError(error.code, `${file}: ${error.message}`, { hint: error.hint, data: error.data, cause: error });
  }
}

export default command;
