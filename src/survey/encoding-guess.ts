/** An encoding that a text may be in, and how sure that is (0.5 a toss-up, 1 certain). */
export interface EncodingGuess {
  readonly encoding: string;
  /** whose texts are written in it */
  readonly language: string;
  readonly confidence: number;
}

interface Candidate {
  readonly encoding: string;
  readonly language: string;
  /** how much the bytes look like this language in this encoding: 0 not at all, 1 as a text of it does */
  readonly likeness: (bytes: Uint8Array) => number;
}

const between = (byte: number, low: number, high: number): boolean => byte >= low && byte <= high;
const isAsciiLetter = (byte: number): boolean => between(byte | 32, 97, 122);

/**
 * Two-byte encodings: the mean of `worth` over the characters. The frequent characters of each language stand in a part of its table
 * (level 1 of GB 2312, Big5 and JIS X 0208, the syllables of KS X 1001), which texts of the others hit only now and then.
 */
function paired(isLead: (byte: number) => boolean, worth: (lead: number, trail: number) => number, single: (byte: number) => number = () => 0) {
  return (bytes: Uint8Array): number => {
    let sum = 0;
    let characters = 0;
    for (let i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0x80) continue;
      characters++;
      if (!isLead(bytes[i])) sum += single(bytes[i]);
      else if (i + 1 < bytes.length) sum += worth(bytes[i], bytes[++i]);
    }
    return characters === 0 ? 0 : Math.max(0, sum / characters);
  };
}

const gb = paired(
  (byte) => between(byte, 0x81, 0xfe),
  (lead, trail) => {
    if (trail < 0xa1) return -1; // the extension of GBK: rare characters
    if (between(lead, 0xb0, 0xd7)) return between(lead, 0xb0, 0xc8) ? 0.96 : 1;
    if (lead === 0xa1 || lead === 0xa3) return 1;
    return between(lead, 0xd8, 0xf7) ? 0.1 : -1;
  },
);
const big5 = paired(
  (byte) => between(byte, 0x81, 0xfe),
  (lead, trail) => {
    if (!between(trail, 0x40, 0x7e) && trail < 0xa1) return -1;
    if (between(lead, 0xa4, 0xc6)) return 0.98;
    if (lead === 0xa1 || lead === 0xa2) return 0.9;
    return between(lead, 0xc9, 0xf9) ? -0.2 : -1;
  },
);
const shiftJis = paired(
  (byte) => between(byte, 0x81, 0x9f) || between(byte, 0xe0, 0xfc),
  (lead, trail) => {
    if (trail < 0x40 || trail === 0x7f) return -1;
    if (lead === 0x82 || lead === 0x83 || lead === 0x81) return 1;
    return between(lead, 0x88, 0x97) ? 0.95 : -0.2;
  },
  (byte) => (between(byte, 0xa1, 0xdf) ? -0.3 : -1),
);
const eucJp = paired(
  (byte) => between(byte, 0xa1, 0xfe) || byte === 0x8e,
  (lead, trail) => {
    if (trail < 0xa1) return -1;
    if (lead === 0xa4) return 1.6;
    if (lead === 0xa5 || lead === 0xa1) return 1;
    return between(lead, 0xb0, 0xcf) ? 0.6 : -0.5;
  },
);
const eucKr = paired(
  (byte) => between(byte, 0x81, 0xfe),
  (lead, trail) => {
    if (trail < 0xa1) return -0.5;
    if (between(lead, 0xb0, 0xc8)) return 1;
    return lead === 0xa1 || lead === 0xa3 ? 0.8 : -1.5;
  },
);

/** Thai: marks above and below follow a consonant or another mark, a leading vowel stands before a consonant. */
function thai(bytes: Uint8Array): number {
  const consonant = (byte: number): boolean => between(byte, 0xa1, 0xce);
  const mark = (byte: number): boolean => byte === 0xd1 || between(byte, 0xd4, 0xda) || between(byte, 0xe7, 0xee);
  let characters = 0;
  let wrong = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte < 0x80) continue;
    characters++;
    if (!between(byte, 0xa1, 0xda) && !between(byte, 0xdf, 0xfb)) wrong++;
    else if (mark(byte) && !(i > 0 && (consonant(bytes[i - 1]) || mark(bytes[i - 1])))) wrong++;
    else if (between(byte, 0xe0, 0xe4) && !(i + 1 < bytes.length && consonant(bytes[i + 1]))) wrong++;
  }
  const marks = bytes.reduce((sum, byte) => sum + (mark(byte) || byte === 0xd2 || between(byte, 0xe0, 0xe4) ? 1 : 0), 0);
  if (characters === 0) return 0;
  const vowels = Math.min(1, marks / characters / 0.2);
  return Math.max(0, 1 - (4 * wrong) / characters) * (0.4 + 0.6 * vowels);
}

/** Alphabets other than Latin: letters stand in runs, and half of a text is made of ten of them. */
function alphabet(common: readonly number[], isLetter: (byte: number) => boolean, isCapital: (byte: number) => boolean = () => false) {
  const frequent = new Set(common);
  return (bytes: Uint8Array): number => {
    let letters = 0;
    let hits = 0;
    let odd = 0;
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i];
      if (byte < 0x80) continue;
      letters++;
      if (frequent.has(byte)) hits++;
      if (!isLetter(byte) || (i > 0 && (isAsciiLetter(bytes[i - 1]) || (isCapital(byte) && bytes[i - 1] >= 0x80 && !isCapital(bytes[i - 1]))))) odd++;
    }
    return letters === 0 ? 0 : Math.max(0, Math.min(1, hits / letters / 0.6) - (2 * odd) / letters);
  };
}

/** Latin letters with marks: mostly alone among ASCII letters. `usual` are those of the languages that use the page, `unusual` those that they lack. */
function latin(usual: string, page: string, prior: number) {
  let letters: Set<number> | undefined;
  const known = (): Set<number> => {
    const decoder = new TextDecoder(page);
    const wanted = new Set(usual);
    return new Set(Array.from({ length: 128 }, (_, k) => 128 + k).filter((byte) => wanted.has(decoder.decode(Uint8Array.of(byte)))));
  };
  return (bytes: Uint8Array): number => {
    letters ??= known();
    let characters = 0;
    let sum = 0;
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i];
      if (byte < 0x80) continue;
      characters++;
      const beside = (i > 0 && isAsciiLetter(bytes[i - 1])) || (i + 1 < bytes.length && isAsciiLetter(bytes[i + 1]));
      if (letters.has(byte)) sum += beside ? prior : 0.35;
      else if (between(byte, 0x91, 0x97) || byte === 0x80 || byte === 0xab || byte === 0xbb || byte === 0xa0 || byte === 0xb0)
        sum += 0.7; // quotation marks, dashes, €, ° of all pages
      else sum -= 0.5;
    }
    return characters === 0 ? 0 : Math.max(0, sum / characters);
  };
}

const candidates: readonly Candidate[] = [
  { encoding: "gb18030", language: "Chinese, simplified", likeness: gb },
  { encoding: "big5", language: "Chinese, traditional", likeness: big5 },
  { encoding: "shift_jis", language: "Japanese", likeness: shiftJis },
  { encoding: "euc-jp", language: "Japanese", likeness: eucJp },
  { encoding: "euc-kr", language: "Korean", likeness: eucKr },
  { encoding: "windows-874", language: "Thai", likeness: thai },
  {
    encoding: "windows-1251",
    language: "Cyrillic",
    likeness: alphabet(
      [0xee, 0xe5, 0xe0, 0xe8, 0xed, 0xf2, 0xf1, 0xf0, 0xe2, 0xeb, 0xea],
      (b) => b >= 0xc0 || [0xa8, 0xb8, 0xb3, 0xbf, 0xba, 0xaf, 0xaa, 0xb2].includes(b),
      (b) => between(b, 0xc0, 0xdf),
    ),
  },
  {
    encoding: "windows-1253",
    language: "Greek",
    likeness: alphabet(
      [0xe1, 0xef, 0xe9, 0xe5, 0xf4, 0xf3, 0xed, 0xe7, 0xf5, 0xf1, 0xdf, 0xdc],
      (b) => b >= 0xb8 && b !== 0xbb && b !== 0xbd,
      (b) => between(b, 0xc1, 0xdb),
    ),
  },
  {
    encoding: "windows-1255",
    language: "Hebrew",
    likeness: alphabet([0xe9, 0xe5, 0xe4, 0xec, 0xe0, 0xfa, 0xf8, 0xe1, 0xee, 0xf9, 0xed], (b) => between(b, 0xe0, 0xfa)),
  },
  {
    encoding: "windows-1256",
    language: "Arabic",
    likeness: alphabet(
      [0xc7, 0xe1, 0xed, 0xe3, 0xe4, 0xe6, 0xd1, 0xca, 0xc8, 0xe5, 0xda, 0xc9],
      (b) => b >= 0xc0 || b === 0xa1 || b === 0xbf || b === 0x81 || b === 0x8d,
    ),
  },
  { encoding: "windows-1252", language: "Western European", likeness: latin("äöüÄÖÜßéèêëàâáãåæçñôóòõøûùúíìîïœÉÈÀÁÇÑÓÚÍÅØÆÊÂÔõÕÃ¿¡ºª", "windows-1252", 1) },
  {
    encoding: "windows-1250",
    language: "Central European",
    likeness: latin("ąćęłńóśźżĄĆĘŁŃŚŹŻčďěňřšťůžýáíéČŘŠŽÁÍÉÝőűöüŐŰÖÜúôľĺŕäșțăâî", "windows-1250", 0.97),
  },
  { encoding: "windows-1254", language: "Turkish", likeness: latin("çğıöşüÇĞİÖŞÜâî", "windows-1254", 0.985) },
];

/** How much of a text is looked at: bytes that are not ASCII, each with its neighbours. */
const mostLookedAt = 20_000;

/** The likeliest encoding of a text that is not UTF-8. Only encodings in which every byte of the sample has a meaning are considered. */
export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  const sample = sampleOf(bytes);
  const ranked = candidates
    .map(({ encoding, language, likeness }) => ({ encoding, language, likeness: decodes(sample, encoding) ? likeness(sample) : 0 }))
    .sort((a, b) => b.likeness - a.likeness);
  const [best, second] = ranked;
  const foreign = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  const margin = (best.likeness - second.likeness) * Math.sqrt(foreign);
  return { encoding: best.encoding, language: best.language, confidence: 1 / (1 + Math.exp(-2.5 * margin)) };
}

/** The lines of the text that hold bytes beyond ASCII, from its beginning. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.min(bytes.length, mostLookedAt));
  let length = 0;
  for (let start = 0; start < bytes.length && length < out.length;) {
    let end = bytes.indexOf(10, start);
    if (end < 0) end = bytes.length;
    const line = bytes.subarray(start, Math.min(end + 1, bytes.length));
    if (line.some((byte) => byte >= 0x80)) {
      const part = line.subarray(0, out.length - length);
      out.set(part, length);
      length += part.length;
    }
    start = end + 1;
  }
  return out.subarray(0, length);
}

/** A sample may be cut inside its last character. */
function decodes(sample: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return encoding === "windows-1252"; // the page of last resort
  }
}
