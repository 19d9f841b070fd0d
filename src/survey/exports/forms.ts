import { type Declared, keyOf, type RecogniseExport } from "./export-layout";
import { questionNames } from "./question-names";

/** "Timestamp" as Google Forms says it in the language of its owner. */
const timestamps = new Set([
  "timestamp",
  "時間戳記",
  "时间戳记",
  "タイムスタンプ",
  "타임스탬프",
  "marcatemporal",
  "zeitstempel",
  "horodateur",
  "carimbodedata/hora",
  "ประทับเวลา",
  "capwaktu",
  "stempelwaktu",
  "informazionicronologiche",
]);
const addresses = new Set(["emailaddress", "email", "username", "score", "punkte", "puntuación"]);

/** Google Forms: a timestamp, perhaps an address and a score, then the questions' texts. */
export const googleForms: RecogniseExport = ([header]) => {
  if (!timestamps.has(keyOf(header[0])) || header.length < 2) return undefined;
  const declared = header.map((name, c): Declared | undefined => (c === 0 ? "date" : c < 3 && addresses.has(keyOf(name)) ? "identifier" : undefined));
  return { service: "Google Forms", ...questionNames(header, (text, c) => declared[c] !== undefined || plain(text)), declared, rows: 1 };
};

const microsoft: Readonly<Record<string, Declared>> = {
  id: "identifier",
  starttime: "date",
  completiontime: "date",
  email: "identifier",
  name: "identifier",
  lastmodifiedtime: "date",
  language: "identifier",
};
const starts = [
  ["id", "starttime", "completiontime"],
  ["id", "startzeit", "fertigstellungszeit"],
  ["id", "horadeinicio", "horadefinalización"],
  ["id", "heurededébut", "heuredefin"],
  ["id", "开始时间", "完成时间"],
  ["id", "開始時刻", "完了時刻"],
];

/** Microsoft Forms: ID, start, completion, e-mail, name, then the questions' texts. */
export const microsoftForms: RecogniseExport = ([header]) => {
  const keys = header.map(keyOf);
  const start = starts.find((words) => words.every((word, c) => keys[c] === word));
  if (!start) return undefined;
  const declared = keys.map((key, c): Declared | undefined =>
    c === 0 ? "identifier" : c < 3 ? "date" : c < 7 && Object.hasOwn(microsoft, key) ? microsoft[key] : undefined,
  );
  return { service: "Microsoft Forms", ...questionNames(header, (text, c) => declared[c] !== undefined || plain(text)), declared, rows: 1 };
};

/** A word or two, like "Gender" or "Q5": already a name. */
const plain = (text: string): boolean => text.length <= 20 && !/[?？]/.test(text) && text.split(" ").length <= 3;
