/** A scale whose persons' means are taken over the answers that they gave. */
export interface CountedScale {
  /** places of its items among the columns looked at */
  readonly at: readonly number[];
  /** of each item the answer by code, NaN for none */
  readonly values: readonly Float64Array[];
}

/** Mean and standard deviation of the persons' scale means, as `personMeans` has them, of rows that go by. */
export class PersonMeans {
  private n = 0;
  private mean = 0;
  private squares = 0;
  private sums = new Float64Array(0);
  private counts = new Float64Array(0);

  constructor(private readonly scale: CountedScale) {}

  add(codes: readonly Uint8Array[], rows: number): void {
    if (this.sums.length < rows) [this.sums, this.counts] = [new Float64Array(Math.ceil(rows * 1.1)), new Float64Array(Math.ceil(rows * 1.1))];
    const { sums, counts } = this;
    sums.fill(0, 0, rows);
    counts.fill(0, 0, rows);
    this.scale.at.forEach((at, i) => {
      const own = codes[at];
      const answer = Float64Array.from({ length: 256 }, (_, code) => this.scale.values[i][code] ?? NaN).map((value) => (Number.isNaN(value) ? 0 : value));
      const given = Float64Array.from({ length: 256 }, (_, code) => (Number.isNaN(this.scale.values[i][code] ?? NaN) ? 0 : 1));
      for (let row = 0; row < rows; row++) {
        sums[row] += answer[own[row]];
        counts[row] += given[own[row]];
      }
    });
    for (let row = 0; row < rows; row++) {
      if (counts[row] === 0) continue;
      this.n++;
      const value = sums[row] / counts[row];
      const delta = value - this.mean;
      this.mean += delta / this.n;
      this.squares += delta * (value - this.mean);
    }
  }

  get result(): { mean: number | null; sd: number | null } {
    return { mean: this.n > 0 ? this.mean : null, sd: this.n > 1 ? Math.sqrt(this.squares / (this.n - 1)) : null };
  }
}
