import { type Declared, type RecogniseExport } from "./export-layout";

/** REDCap: record_id, then redcap_… fields, and after each instrument its <name>_complete. */
export const redcap: RecogniseExport = ([header]) => {
  const marks = header.filter((name) => /^redcap_(?:event_name|repeat_instrument|repeat_instance|survey_identifier|data_access_group)$/.test(name)).length;
  const complete = header.filter((name) => /^[a-z][a-z0-9_]{0,99}_complete$/.test(name)).length;
  if (marks === 0 && !(header[0] === "record_id" && complete > 0)) return undefined;
  const declared = header.map((name, c): Declared | undefined => {
    if (c === 0 || /^redcap_/.test(name) || /_complete$/.test(name)) return "identifier";
    return /_timestamp$/.test(name) ? "date" : undefined;
  });
  return { service: "REDCap", names: header, labels: [], declared, rows: 1 };
};
