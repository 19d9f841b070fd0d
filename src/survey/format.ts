import { ScreeError } from "../errors";

export type Format = "delimited" | "sav" | "dta" | "xlsx" | "parquet" | "json";

const begins = (bytes: Uint8Array, mark: string): boolean => [...mark].every((c, i) => bytes[i] === c.charCodeAt(0));

/** What is not read, by its first bytes, and the way out. */
const unread: readonly { mark: string; what: string; hint: string }[] = [
  { mark: "\xd0\xcf\x11\xe0", what: "an Excel workbook of the old .xls format", hint: "Save it as .xlsx or CSV." },
  { mark: "%PDF", what: "a PDF document", hint: "Open the data file itself: CSV, XLSX, SPSS, Stata, Parquet or JSON." },
  { mark: "\x1f\x8b", what: "compressed with gzip (R's .rds and .RData are too)", hint: "Unpack it, or write it as CSV or SPSS from R." },
  { mark: "SQLite format 3", what: "an SQLite database", hint: "Export the table as CSV." },
  { mark: "RDX", what: "an R workspace", hint: "Write the data as CSV or SPSS from R." },
  { mark: "ASCII SPSS PORT FILE", what: "an SPSS portable file", hint: "Save it as .sav." },
  { mark: "HEADER RECORD*******LIBRARY", what: "a SAS transport file", hint: "Save it as CSV or SPSS." },
];

/**
 * The format that the first bytes show; only text needs the extension to tell JSON from delimited text.
 *
 * @throws ScreeError `unsupported-format`, `wrong-extension`
 */
export function formatOf(bytes: Uint8Array, name: string): Format {
  if (begins(bytes, "$FL2") || begins(bytes, "$FL3")) return "sav";
  if (begins(bytes, "<stata_dta>") || oldStata(bytes)) return "dta";
  if (begins(bytes, "PAR1")) return "parquet";
  if (begins(bytes, "PK\x03\x04")) return "xlsx";
  const other = unread.find(({ mark }) => begins(bytes, mark));
  if (other) throw new ScreeError("unsupported-format", `${name} is ${other.what}, which is not read.`, { hint: other.hint, data: { file: name } });
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1].toLowerCase();
  const binary = extension && { sav: "SPSS", zsav: "SPSS", dta: "Stata", xlsx: "Excel", xlsm: "Excel", parquet: "Parquet" }[extension];
  if (binary) {
    throw new ScreeError("wrong-extension", `${name} is no ${binary} file, though its name ends in .${extension}: its first bytes are others.`, {
      hint: "Export it again, or give it the extension of what it is.",
      data: { file: name, byte: 1 },
    });
  }
  return startsLikeJson(bytes, extension) ? "json" : "delimited";
}

/** Releases 105 to 115 have no mark but their number, the byte order and a 1. */
const oldStata = (bytes: Uint8Array): boolean => bytes[0] >= 102 && bytes[0] <= 115 && (bytes[1] === 1 || bytes[1] === 2) && bytes[2] === 1 && bytes[3] === 0;

function startsLikeJson(bytes: Uint8Array, extension: string | undefined): boolean {
  if (extension === "json" || extension === "jsonl" || extension === "ndjson") return true;
  if (extension === "csv" || extension === "tsv") return false;
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart();
  return /^(?:\{\s{0,20}"|\[\s{0,20}[[{])/.test(start);
}
