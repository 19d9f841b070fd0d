import { type Declared, declaredBy, keyOf, type RecogniseExport } from "./export-layout";
import { questionNames } from "./question-names";

const kinds = {
  id: "identifier",
  responseid: "identifier",
  submitdate: "date",
  datesubmitted: "date",
  lastpage: "identifier",
  startlanguage: "identifier",
  seed: "identifier",
  token: "identifier",
  startdate: "date",
  datestarted: "date",
  datestamp: "date",
  datelastaction: "date",
  ipaddr: "identifier",
  ipaddress: "identifier",
  refurl: "identifier",
  referrerurl: "identifier",
  interviewtime: "timing",
  totaltime: "timing",
} as const;

/** LimeSurvey: codes (G01Q02[SQ001]), or codes and texts ("G01Q02[SQ001]. How often … [at home]"), or texts alone. */
export const limeSurvey: RecogniseExport = ([header]) => {
  const keys = header.map((cell) => keyOf(cell.split(". ")[0]));
  if (!(keys[0] === "id" || keys[0] === "responseid") || !(keys.includes("lastpage") && (keys.includes("startlanguage") || keys.includes("seed"))))
    return undefined;
  const declared = declaredBy(keys, kinds).map((kind, c) => kind ?? timer(header[c]));
  const isCode = (cell: string): boolean => /^[A-Za-z][A-Za-z0-9]{0,39}(?:\[[A-Za-z0-9_]{1,40}\]){0,2}$/.test(cell);
  if (!header.some((cell) => coded.test(cell)) && !header.every((cell, c) => declared[c] !== undefined || isCode(cell))) {
    const { names, labels } = questionNames(header, (_, c) => declared[c] !== undefined);
    return { service: "LimeSurvey", names, labels, declared, rows: 1 };
  }
  const names: string[] = [];
  const labels: (string | undefined)[] = [];
  header.forEach((cell, c) => {
    const both = coded.exec(cell);
    const code = both ? both[1] : cell;
    const isOwn = Object.hasOwn(kinds, keys[c]);
    names.push(isOwn ? keys[c] : code.replace(/\[/g, "_").replace(/\]/g, ""));
    labels.push(both && !isOwn ? cell.slice(both[0].length).trim() || undefined : undefined);
  });
  return { service: "LimeSurvey", names, labels, declared, rows: 1 };
};

/** "G01Q02[SQ001]. How often …": code and text. */
const coded = /^([A-Za-z][A-Za-z0-9]{0,39}(?:\[[A-Za-z0-9_]{1,40}\]){0,2})\. /;

/** Times of a page or a question: groupTime12, G01Q01Time, "Group time: About you", "Question time: G01Q01". */
const timer = (cell: string): Declared | undefined =>
  /^(?:group ?time\b|grouptime\d|question ?time\b|[A-Za-z][A-Za-z0-9]{0,39}Time(?:\. |$))/i.test(cell) && /[Tt]ime/.test(cell) ? "timing" : undefined;
