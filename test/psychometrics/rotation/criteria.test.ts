import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bifactor, type Criterion, geomin, oblimin, target } from "../../../src/psychometrics/rotation/criteria";

const p = 5;
const m = 3;
const wanted = Array.from({ length: p }, (_, i) => Array.from({ length: m }, (_, k) => ((i + k) % 3 === 0 ? null : (i - k) / 10)));
const criteria: [string, Criterion][] = [
  ["oblimin", oblimin()],
  ["oblimin, γ = −.5", oblimin(-0.5)],
  ["geomin", geomin()],
  ["target", target(wanted)],
  ["bifactor", bifactor],
];

describe("rotation criteria", () => {
  it.each(criteria)("%s: the gradient is that of the value", (_name, criterion) => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: p * m, maxLength: p * m }), (cells) => {
        const loadings = Float64Array.from(cells);
        const gradient = new Float64Array(p * m);
        criterion(loadings, p, m, gradient);
        const unused = new Float64Array(p * m);
        const h = 1e-5;
        for (let at = 0; at < p * m; at++) {
          const [up, down] = [h, -h].map((step) => criterion(loadings.with(at, loadings[at] + step), p, m, unused));
          expect(Math.abs(gradient[at] - (up - down) / (2 * h))).toBeLessThan(1e-4 * (1 + Math.abs(gradient[at])));
        }
      }),
    );
  });

  it("oblimin has the value of its definition", () => {
    const loadings = Float64Array.of(0.8, 0.1, 0.2, 0.7);
    // ¼ · 2 · (.8²·.1² + .2²·.7²)
    expect(oblimin()(loadings, 2, 2, new Float64Array(4))).toBeCloseTo((0.64 * 0.01 + 0.04 * 0.49) / 2, 15);
  });
});
