/** What `TextDecoder` decodes, the other way round. A character that the encoding lacks is an error. */
export function encoderOf(encoding: string): (text: string) => Uint8Array {
  if (encoding.startsWith("utf-")) return unicode(encoding);
  const table = tableOf(encoding);
  const prepare = encoding === "windows-1258" ? withTones : (text: string) => text;
  return (text) =>
    Uint8Array.from(
      [...prepare(text)].flatMap((character) => {
        const bytes = table.get(character);
        if (!bytes) throw new Error(`${character} is not in ${encoding}`);
        return bytes;
      }),
    );
}

const tables = new Map<string, Map<string, number[]>>();

function tableOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, number[]>();
  const add = (...bytes: number[]): void => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes);
    } catch {
      // not a character
    }
  };
  for (let a = 0; a < 256; a++) add(a);
  if (!encoding.startsWith("windows") && !encoding.startsWith("koi8")) for (let a = 0x81; a < 0xff; a++) for (let b = 0x40; b < 0xff; b++) add(a, b);
  tables.set(encoding, table);
  return table;
}

/** Vietnamese as windows-1258 has it: letters with their hats and horns, tones as marks of their own. */
const withTones = (text: string): string =>
  [...text.normalize("NFC")]
    .map((letter) => {
      const parts = letter.normalize("NFD");
      const tone = [...parts].find((part) => "\u0300\u0301\u0303\u0309\u0323".includes(part));
      return tone ? parts.replace(tone, "").normalize("NFC") + tone : letter;
    })
    .join("");

function unicode(name: string): (text: string) => Uint8Array {
  const [, kind, mark] = /^(utf-8|utf-16le|utf-16be)( BOM)?$/.exec(name)!;
  return (text) => {
    const whole = mark ? `\ufeff${text}` : text;
    if (kind === "utf-8") return new TextEncoder().encode(whole);
    const little = new Uint8Array(Uint16Array.from({ length: whole.length }, (_, i) => whole.charCodeAt(i)).buffer);
    return kind === "utf-16le" ? little : little.map((_, i) => little[i ^ 1]);
  };
}
