import { markdown, minus, pipe, spaced, type Style, thousands } from "../kit/style";

const terms: Readonly<Record<string, string>> = {
  Abstract: "Zusammenfassung",
  Introduction: "Einleitung",
  Method: "Methode",
  Results: "Ergebnisse",
  Discussion: "Diskussion",
  Conclusion: "Fazit",
  References: "Literatur",
  Component: "Komponente",
  Factor: "Faktor",
  Eigenvalue: "Eigenwert",
  "Initial eigenvalue": "Anfänglicher Eigenwert",
  "% of variance": "% der Varianz",
  "Cumulative %": "Kumuliert %",
  Communality: "Kommunalität",
  Scale: "Skala",
  Items: "Items",
  Category: "Kategorie",
  Source: "Quelle",
  Predictor: "Prädiktor",
  Loading: "Ladung",
};

/** German: decimal commas, points between thousands, semicolons between degrees of freedom. */
export const german: Style = {
  ...markdown,
  name: "German",
  language: "de",
  spelled: true,
  number: (digits) => minus(thousands(digits.replace(".", ","), ".")),
  percent: (number) => `${number} %`,
  result: (symbol, df, value) => spaced(symbol, [df.join("; ")].filter(Boolean), value),
  term: (text) => terms[text] ?? text,
  table: ({ number, caption, header, rows, note }) => `**Tabelle ${number}**\n\n${caption}\n\n${pipe(header, rows)}${note ? `\n\nAnmerkung. ${note}` : ""}`,
  tableReference: (number) => `Tabelle ${number}`,
};
