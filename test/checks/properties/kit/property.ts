import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyFixes } from "../../apply-fixes";
import { styles } from "../styles/index";
import type { Paper } from "./document";
import { alarms, changeOf, check, said, shown, touches } from "./judge";
import { print, type PrintedPaper, type Rounding } from "./print";

/** True results for a rule, and what would be false in them. */
export interface Property {
  readonly rule: string;
  readonly paper: fc.Arbitrary<Paper>;
  /** other rules that may prove the same slip */
  readonly also?: readonly string[];
  /** styles that cannot say it, with the reason */
  readonly without?: Readonly<Record<string, string>>;
  /** where the finding must be: in the changed line or paragraph, or (the contradiction names its other end) anywhere in the paper */
  readonly near?: "line" | "paper";
  /** what else of the paper is true but noted as information */
  readonly name?: string;
}

const runs = Number(process.env.SCREE_RUNS ?? 200);
const some = (all: number) => Math.ceil((runs * all) / 200);

/** Fixes take away what they are for and bring nothing new; a second time they change nothing. */
function expectSettled(printed: PrintedPaper): void {
  const before = check(printed);
  if (before.every((f) => f.fixes.length === 0)) return;
  const { text, applied } = applyFixes(printed.source, { findings: [...before] });
  const after = check({ ...printed, source: text });
  const key = (f: { rule: string; message: string }) => `${f.rule}: ${f.message}`;
  const gone = new Set(applied.map(key));
  const known = new Set(before.map(key));
  expect(
    after.map(key).filter((k) => gone.has(k) || !known.has(k)),
    text,
  ).toEqual([]);
  expect(applyFixes(text, { findings: [...after] }).text).toBe(text);
}

/** Papers that an earlier property has printed often: every rule was looked at then. */
const known = new Set<Property["paper"]>();

/** A rule's tests: true papers in all styles are left alone by every rule, and one changed digit or word is found by this one. */
export function describeProperty(property: Property): void {
  const { rule, name } = property;
  const fits = styles.filter((s) => !property.without?.[s.name]);
  const style = fc.constantFrom(...fits);
  const again = known.has(property.paper);
  known.add(property.paper);
  describe(name ? `${rule}: ${name}` : rule, () => {
    it("leaves true results alone, in at least eight styles", () => {
      expect(fits.length).toBeGreaterThanOrEqual(8);
      fc.assert(
        fc.property(property.paper, style, fc.constantFrom<Rounding>("half up", "half even", "truncated"), (paper, style, rounding) => {
          const printed = print(paper, style, rounding);
          expect(alarms(printed, rule, rounding), `${style.name}, ${rounding}\n${printed.source}`).toEqual([]);
        }),
        { numRuns: some(again ? 40 : 200) },
      );
    });

    it("finds one digit or word changed beyond rounding", () => {
      let changes = 0;
      fc.assert(
        fc.property(property.paper, style, fc.nat(), fc.nat(), fc.nat(), (paper, style, place, digit, by) => {
          const change = changeOf(paper, style, rule, place, digit, by);
          fc.pre(change !== undefined);
          const printed = print(paper, style, "half up", change);
          fc.pre(printed.changed !== undefined);
          changes++;
          const found = check(printed).filter((f) => f.rule === rule || property.also?.includes(f.rule));
          const at = property.near === "paper" ? found : found.filter((f) => touches(f, printed));
          expect(at.length, `${style.name}: ${shown(change!)}\n${printed.source}\nfound: ${JSON.stringify(check(printed).map(said), null, 1)}`).toBeGreaterThan(
            0,
          );
          expectSettled(printed);
        }),
        { numRuns: some(80) },
      );
      expect(changes).toBeGreaterThan(some(32));
    });
  });
}
