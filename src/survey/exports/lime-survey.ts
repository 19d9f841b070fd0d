import { declaredBy, keyOf, type RecogniseExport } from "./export-layout";

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
  const declared = declaredBy(keys, kinds);
  const names: string[] = [];
  const labels: (string | undefined)[] = [];
  header.forEach((cell, c) => {
    const coded = /^([A-Za-z][A-Za-z0-9]{0,39}(?:\[[A-Za-z0-9_]{1,40}\]){0,2})\. /.exec(cell);
    const code = coded ? coded[1] : cell;
    names.push(declared[c] ? keys[c] : code.replace(/\[/g, "_").replace(/\]/g, ""));
    labels.push(coded && !declared[c] ? cell.slice(coded[0].length).trim() || undefined : undefined);
  });
  return { service: "LimeSurvey", names, labels, declared, rows: 1 };
};
