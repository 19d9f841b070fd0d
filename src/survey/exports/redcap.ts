import { type Declared, keyOf, type RecogniseExport } from "./export-layout";
import { questionNames } from "./question-names";

const raw = /^redcap_(?:event_name|repeat_instrument|repeat_instance|survey_identifier|data_access_group)$/;

/** What REDCap's own fields are called in an export of labels. */
const labelled: Readonly<Record<string, Declared>> = {
  recordid: "identifier",
  studyid: "identifier",
  participantid: "identifier",
  eventname: "identifier",
  repeatinstrument: "identifier",
  repeatinstance: "identifier",
  surveyidentifier: "identifier",
  dataaccessgroup: "identifier",
  surveytimestamp: "date",
  "complete?": "identifier",
};

/**
 * REDCap, raw: record_id, redcap_… fields, and after each instrument its <name>_complete; a choice of a checkbox field is field___1.
 * Labels: "Record ID", "Event Name", …, the questions, "Symptoms (choice=Cough)", and after each instrument "Complete?".
 */
export const redcap: RecogniseExport = ([header]) => {
  const marks = header.filter((name) => raw.test(name)).length;
  const complete = header.filter((name) => /^[a-z][a-z0-9_]{0,99}_complete$/.test(name)).length;
  if (marks > 0 || (header[0] === "record_id" && complete > 0)) {
    const declared = header.map((name, c): Declared | undefined => {
      if (c === 0 || /^redcap_/.test(name) || /_complete$/.test(name)) return "identifier";
      if (/___[a-z0-9_]{1,40}$/i.test(name)) return "group";
      return /_timestamp$/.test(name) ? "date" : undefined;
    });
    return { service: "REDCap", names: header, labels: [], declared, rows: 1 };
  }
  return ofLabels(header);
};

function ofLabels(header: readonly string[]): ReturnType<RecogniseExport> {
  const keys = header.map(keyOf);
  const known = ["eventname", "repeatinstrument", "repeatinstance", "surveyidentifier", "surveytimestamp", "dataaccessgroup"];
  if (!keys.includes("complete?") || !(keys[0] === "recordid" || known.some((key) => keys.includes(key)))) return undefined;
  const declared = header.map((cell, c): Declared | undefined => {
    if (c === 0) return "identifier";
    if (/\(choice=.{1,300}\)$/.test(cell)) return "group";
    return Object.hasOwn(labelled, keys[c]) ? labelled[keys[c]] : undefined;
  });
  const isField = (c: number): boolean => declared[c] === "identifier" || declared[c] === "date";
  return { service: "REDCap", ...questionNames(header, (text, c) => isField(c) || isName(text)), declared, rows: 1 };
}

/** A word or two, like "Sex". */
const isName = (text: string): boolean => text.length <= 20 && !text.includes("?") && !text.includes("(choice=") && text.split(" ").length <= 2;
