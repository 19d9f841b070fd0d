import { declaredBy, keyOf, type RecogniseExport } from "./export-layout";

const kinds = {
  respondentid: "identifier",
  collectorid: "identifier",
  datecreated: "date",
  datemodified: "date",
  startdate: "date",
  enddate: "date",
  ipaddress: "identifier",
  emailaddress: "identifier",
  firstname: "identifier",
  lastname: "identifier",
  customdata1: "identifier",
  customdata: "identifier",
} as const;

/** Second-row words that stand for "the answer itself". */
const whole = /^(?:response|open-ended response|)$/i;

/** SurveyMonkey: a row of questions, empty over the further columns of a question, and a row of their rows or choices. */
export const surveyMonkey: RecogniseExport = (sample) => {
  const [questions, parts] = sample;
  if (!questions || !parts) return undefined;
  if (keyOf(questions[0]) !== "respondentid" || keyOf(questions[1] ?? "") !== "collectorid" || parts[0] !== "") return undefined;
  const metadata = declaredBy(questions, kinds);
  const names: string[] = [];
  const labels: (string | undefined)[] = [];
  let question = 0;
  let text = "";
  questions.forEach((cell, c) => {
    if (metadata[c]) {
      names.push(cell);
      labels.push(undefined);
      return;
    }
    if (cell !== "") {
      question++;
      text = cell;
    }
    const first = cell !== "";
    const several = !first || questions[c + 1] === "";
    const place = first ? 1 : Number(names[c - 1].split("_")[1] ?? 1) + 1;
    names.push(several ? `Q${question}_${place}` : `Q${question}`);
    labels.push(whole.test(parts[c]) ? text : `${text} – ${parts[c]}`);
  });
  return { service: "SurveyMonkey", names, labels, declared: metadata, rows: 2 };
};
