import { declaredBy, type RecogniseExport } from "./export-layout";

const kinds = {
  startdate: "date",
  enddate: "date",
  recordeddate: "date",
  "duration(inseconds)": "timing",
  status: "identifier",
  ipaddress: "identifier",
  progress: "identifier",
  finished: "identifier",
  responseid: "identifier",
  responseset: "identifier",
  recipientlastname: "identifier",
  recipientfirstname: "identifier",
  recipientemail: "identifier",
  externalreference: "identifier",
  externaldatareference: "identifier",
  locationlatitude: "identifier",
  locationlongitude: "identifier",
  distributionchannel: "identifier",
  userlanguage: "identifier",
  qrecaptchascore: "identifier",
} as const;

/** Qualtrics: names, questions, and a row of {"ImportId": …}; its older exports stop after the questions and head the columns V1, V2, … first. */
export const qualtrics: RecogniseExport = (sample) => {
  const [names, questions, ids] = sample;
  if (!questions || !names) return undefined;
  const three = ids !== undefined && ids.filter((cell) => /^\{\s?['"]ImportId['"]/.test(cell)).length > names.length / 2;
  const legacy = !three && names[0] === "V1" && /^ResponseI[dD]$/.test(questions[0]);
  if (legacy) {
    const plain = names.map((name, c) => (name.startsWith("V") ? questions[c] : name));
    return { service: "Qualtrics", names: plain, labels: questions.map((text, c) => label(text, plain[c])), declared: declaredBy(plain, kinds), rows: 2 };
  }
  if (!three) return undefined;
  return {
    service: "Qualtrics",
    names,
    labels: questions.map((text, c) => label(text, names[c])),
    declared: declaredBy(names, kinds).map((kind, c) => kind ?? (isScore(names[c]) ? "identifier" : undefined)),
    rows: 3,
  };
};

/** SC0, SC1, …: sums that Qualtrics made of the answers. */
const isScore = (name: string): boolean => /^SC\d{1,3}$/.test(name);

const label = (text: string, name: string): string | undefined => {
  const clean = text.replace(/\s{1,99}/g, " ").trim();
  return clean === "" || clean === name ? undefined : clean;
};
