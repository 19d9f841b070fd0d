import { ScreeError, type Warning } from "../errors";
import { firstNonAscii } from "./encoding";

/** Windows and ISO code page numbers under the names of the Encoding Standard. */
const pages: Readonly<Record<number, string>> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  51949: "euc-kr",
  51932: "euc-jp",
  54936: "gb18030",
  20866: "koi8-r",
  20127: "utf-8",
  65001: "utf-8",
};

/** @returns undefined for codes that name no encoding (SPSS: 1 EBCDIC, 2 and 3 "ASCII of some kind", 4 DEC Kanji) */
export function encodingOfPage(page: number): string | undefined {
  if (page >= 1250 && page <= 1258) return `windows-${page}`;
  if (page >= 28592 && page <= 28605) return `iso-8859-${page - 28590}`;
  if (page === 28591) return "windows-1252";
  return pages[page];
}

const aliases: Readonly<Record<string, string>> = {
  cp936: "gb18030",
  ms936: "gb18030",
  gbk: "gb18030",
  cp932: "shift_jis",
  ms932: "shift_jis",
  cp949: "euc-kr",
  ms949: "euc-kr",
  cp950: "big5",
  cp874: "windows-874",
  ibm874: "windows-874",
};

/** Decodes the texts of a statistics file: in the encoding that the user or the file names, else UTF-8 where they are that, else windows-1252. */
export class TextReader {
  readonly encoding: string | undefined;
  private readonly named: TextDecoder | undefined;
  private readonly utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  private readonly western = new TextDecoder("windows-1252");
  private guessed = false;

  constructor(
    private readonly source: string,
    declared: { user?: string; file?: string },
  ) {
    const label = declared.user ?? (declared.file ? (aliases[declared.file.toLowerCase()] ?? declared.file) : undefined);
    try {
      this.named = label === undefined ? undefined : new TextDecoder(label, { ignoreBOM: true });
    } catch {
      if (declared.user !== undefined) {
        throw new ScreeError("unknown-encoding", `${source}: there is no encoding called "${label}".`, {
          hint: "Use a label such as utf-8, gb18030 or windows-1252.",
          data: { file: source, encoding: label },
        });
      }
    }
    this.encoding = this.named?.encoding;
  }

  text(bytes: Uint8Array): string {
    if (this.named) return this.named.decode(bytes);
    if (firstNonAscii(bytes) < 0) return this.western.decode(bytes);
    try {
      return this.utf8.decode(bytes);
    } catch {
      this.guessed = true;
      return this.western.decode(bytes);
    }
  }

  get warnings(): Warning[] {
    if (!this.guessed) return [];
    const message = `${this.source} does not say how its texts are encoded; they are read as windows-1252. Name the encoding if letters look wrong.`;
    return [{ code: "encoding-guessed", message, data: { encoding: "windows-1252" } }];
  }
}
