import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { undressLines } from "../../src/manuscript/inline";
import { rangeOf } from "../../src/manuscript/mapped";

const plain = (source: string) => undressLines(source, [{ start: 0, end: source.length }]).text;

describe("inline markup", () => {
  it.each([
    ["*p* < .001", "p < .001"],
    ["**bold** and __bold__ and _it_ and ***both***", "bold and bold and it and both"],
    ["the variable my_long_name stays", "the variable my_long_name stays"],
    ["r = -.87**, s = .42*", "r = -.87**, s = .42*"],
    ["r = .87\\*\\*", "r = .87**"],
    ["*t*(30) = 4.11, *p* < .001, *d* = 1.48", "t(30) = 4.11, p < .001, d = 1.48"],
    ["χ^2^(276)", "χ²(276)"],
    ["$\\chi^2(276) = 6543.2$, $p < .001$", "χ²(276) = 6543.2, p < .001"],
    ["$\\chi^{2}_{(276)}$", "χ²_(276)"],
    ["*M*~age~ = 22", "M_age = 22"],
    ["R<sup>2</sup> = .5 and F<sub>1,29</sub>", "R² = .5 and F_1,29"],
    ["&chi;&sup2;&nbsp;&lt; 3", "χ² < 3"],
    ["−.45 and r = –.45 and .40–.45", "-.45 and r = -.45 and .40–.45"],
    ["[text](http://a.b/c_(d)) and [3.64, 10.85] and [@key, p. 3]", "text and [3.64, 10.85] and [@key, p. 3]"],
    ["costs $5 and $6", "costs $5 and $6"],
    ["a `code = 1.3` b, item `Q3`", "a \ufffc b, item Q3"],
    ["α = .81<!-- scree:v alpha.all -->.", "α = .81."],
    ["$N = 1{,}248$", "N = 1,248"],
    ["“quoted” ‘it’s’", "\"quoted\" 'it's'"],
    ["1 248 rows", "1 248 rows"],
    ["p\u00a0<\u2009.05", "p < .05"],
    ["5 * 3 * 2", "5 * 3 * 2"],
  ])("%s", (source, expected) => {
    expect(plain(source)).toBe(expected);
  });

  it("maps every character to its place", () => {
    const source = "so $\\chi^2(276) = 6543.2$, *p* < .001";
    const mapped = undressLines(source, [{ start: 0, end: source.length }]);
    const at = mapped.text.indexOf("6543.2");
    expect(source.slice(...Object.values(rangeOf(mapped, at, at + 6)))).toBe("6543.2");
    const chi = mapped.text.indexOf("χ²");
    expect(source.slice(...Object.values(rangeOf(mapped, chi, chi + 2)))).toBe("\\chi^2");
  });

  it("keeps order and bounds whatever the text", () => {
    const noise = fc.string({
      unit: fc.constantFrom("*", "_", "`", "$", "[", "]", "(", ")", "<", ">", "^", "~", "\\", "&", ";", "!", "{", "}", "a", "1", ".", " ", "−", "é", "😀"),
      maxLength: 200,
    });
    fc.assert(
      fc.property(noise, (source) => {
        const m = undressLines(source, [{ start: 0, end: source.length }]);
        expect(m.starts.length).toBe(m.text.length);
        for (let i = 0; i < m.text.length; i++) {
          expect(m.starts[i]).toBeLessThanOrEqual(m.ends[i]);
          expect(m.ends[i]).toBeLessThanOrEqual(source.length);
          if (i > 0) expect(m.starts[i]).toBeGreaterThanOrEqual(m.starts[i - 1]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
