/**
 * The short hashes in the markers of live tables. They find changes, they protect nothing.
 *
 * Two lanes of 32 bits take one 32-bit word after the other:
 *
 *     a ← rotl(a ⊕ word·C₁, 13)·5 + N₁      b ← rotl(b ⊕ word·C₂, 17)·5 + N₂      (mod 2³²; the step of MurmurHash3, Appleby 2011)
 *
 * and are mixed at the end with their length and each other by MurmurHash3's finalizer. Text enters as UTF-16 code units behind its length, a number as the two
 * words of its double, low word first (one zero, one NaN). Printed: the first bits of a‖b in base64url (A–Z a–z 0–9 - _), 6 bits a character.
 * The same text gives the same characters on every machine and in every version of Scree; `test/study/hash.test.ts` holds known values.
 */
export class Hash {
  private a = 0x9e3779b9;
  private b = 0x85ebca6b;
  private words = 0;

  word(word: number): this {
    this.a = (Math.imul(rotate(this.a ^ Math.imul(word, 0xcc9e2d51), 13), 5) + 0xe6546b64) | 0;
    this.b = (Math.imul(rotate(this.b ^ Math.imul(word, 0x1b873593), 17), 5) + 0x561ccd1b) | 0;
    this.words++;
    return this;
  }

  text(text: string): this {
    this.word(text.length);
    for (let i = 0; i < text.length; i++) this.word(text.charCodeAt(i));
    return this;
  }

  numbers(values: ArrayLike<number>): this {
    this.word(values.length);
    const double = new Float64Array(1);
    const halves = new DataView(double.buffer);
    for (let i = 0; i < values.length; i++) {
      halves.setFloat64(0, Number.isNaN(values[i]) ? NaN : values[i] + 0, true);
      this.word(halves.getInt32(0, true)).word(halves.getInt32(4, true));
    }
    return this;
  }

  /** @param characters at most 10: 60 bits */
  print(characters = 10): string {
    const a = finish(this.a ^ this.words);
    const b = finish((this.b ^ this.words) + a);
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let out = "";
    for (let i = 0; i < characters; i++) {
      const lane = i < 5 ? a : b;
      out += alphabet[(lane >>> (26 - 6 * (i % 5))) & 63];
    }
    return out;
  }
}

const rotate = (x: number, bits: number): number => (x << bits) | (x >>> (32 - bits));

function finish(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}
