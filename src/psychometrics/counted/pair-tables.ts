/** Codes of one or two items in one number, so that one look counts up to four pairs of items. */
interface Group {
  /** places of its items */
  readonly items: readonly number[];
  /** bits of each */
  readonly bits: readonly number[];
}

/** Items with at most so many codes, missing among them, share a group: 64 × 64 counts stay in the processor's first cache. */
const mostShared = 8;

/**
 * Cross-tables of all pairs of p items, counted block by block from their codes: sums of whole numbers, which come out the same in any order and any blocks.
 * Items with few answers are counted two by two, so that a row costs p²/8 looks instead of p²/2.
 */
export class PairTables {
  private readonly groups: readonly Group[];
  private readonly tables: Uint32Array[] = [];
  private readonly single: Uint32Array[];
  private combined: Uint8Array[] = [];

  /** @param sizes codes that each item can have, missing among them; at most 128 */
  constructor(readonly sizes: readonly number[]) {
    this.groups = grouped(sizes);
    this.single = this.groups.map((group) => new Uint32Array(1 << width(group)));
    this.groups.forEach((a, s) => this.groups.slice(0, s).forEach((b) => this.tables.push(new Uint32Array(1 << (width(a) + width(b))))));
  }

  /** Counts rows. @param codes of each item, at least `rows` long; @param keep places of the rows to count, absent: all */
  add(codes: readonly Uint8Array[], rows: number, keep?: Int32Array): void {
    const n = keep ? keep.length : rows;
    if (this.combined.length === 0 || this.combined[0].length < n) this.combined = this.groups.map(() => new Uint8Array(Math.ceil(n * 1.1)));
    this.groups.forEach(({ items, bits }, s) => {
      const [a, b] = items.map((item) => codes[item]);
      combine(this.combined[s], a, b, bits[1] ?? 0, rows, keep);
      countOne(this.combined[s], n, this.single[s]);
    });
    let at = 0;
    for (let s = 1; s < this.groups.length; s++)
      for (let t = 0; t < s; t++) countTwo(this.combined[s], this.combined[t], n, width(this.groups[t]), this.tables[at++]);
  }

  /** Rows with each pair of codes of two items, row-major, `sizes[i]` × `sizes[j]`. */
  table(i: number, j: number): Float64Array {
    const [rows, columns] = [this.sizes[i], this.sizes[j]];
    const out = new Float64Array(rows * columns);
    const [a, b] = [this.placeOf(i), this.placeOf(j)];
    const [s, t] = a.group >= b.group ? [a, b] : [b, a];
    const counts = s.group === t.group ? this.single[s.group] : this.tables[(s.group * (s.group - 1)) / 2 + t.group];
    const shift = s.group === t.group ? 0 : width(this.groups[t.group]);
    for (let cell = 0; cell < counts.length; cell++) {
      if (counts[cell] === 0) continue;
      const high = cell >> shift;
      const low = shift === 0 ? cell : cell & ((1 << shift) - 1);
      const codeOf = ({ group, from, mask }: Place) => ((group === s.group ? high : low) >> from) & mask;
      out[codeOf(a) * columns + codeOf(b)] += counts[cell];
    }
    return out;
  }

  private placeOf(item: number): Place {
    const group = this.groups.findIndex(({ items }) => items.includes(item));
    const { items, bits } = this.groups[group];
    const isFirst = items[0] === item;
    return { group, from: isFirst ? (bits[1] ?? 0) : 0, mask: (1 << bits[isFirst ? 0 : 1]) - 1 };
  }
}

interface Place {
  readonly group: number;
  /** bits below the item's own in the combined code */
  readonly from: number;
  readonly mask: number;
}

const width = ({ bits }: Group): number => bits.reduce((sum, one) => sum + one, 0);

function grouped(sizes: readonly number[]): Group[] {
  const bitsOf = (item: number) => Math.max(1, Math.ceil(Math.log2(sizes[item])));
  const narrow = sizes.flatMap((size, item) => (size <= mostShared ? [item] : []));
  const groups: Group[] = [];
  for (let at = 0; at < narrow.length; at += 2) {
    const items = narrow.slice(at, at + 2);
    groups.push({ items, bits: items.map(bitsOf) });
  }
  sizes.forEach((size, item) => size > mostShared && groups.push({ items: [item], bits: [bitsOf(item)] }));
  return groups;
}

function combine(out: Uint8Array, a: Uint8Array, b: Uint8Array | undefined, bits: number, rows: number, keep?: Int32Array): void {
  if (keep) for (let k = 0; k < keep.length; k++) out[k] = b ? (a[keep[k]] << bits) | b[keep[k]] : a[keep[k]];
  else if (b) for (let row = 0; row < rows; row++) out[row] = (a[row] << bits) | b[row];
  else for (let row = 0; row < rows; row++) out[row] = a[row];
}

function countOne(x: Uint8Array, n: number, counts: Uint32Array): void {
  for (let row = 0; row < n; row++) counts[x[row]]++;
}

function countTwo(x: Uint8Array, y: Uint8Array, n: number, shift: number, counts: Uint32Array): void {
  for (let row = 0; row < n; row++) counts[(x[row] << shift) | y[row]]++;
}
