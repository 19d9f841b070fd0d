import { ScreeError } from "../errors";
import type { AnalysisSettings, SolutionOverrides } from "../psychometrics/analysis";
import { mostIterations, overrideNumbers, stopRuleNames } from "../study/override-settings";
import { choice, type Given, number, type OptionKind, whole } from "./arguments";

/** Single choices, each of which replaces what the convention would do. */
export const overrideOptions: Readonly<Record<string, OptionKind>> = {
  kaiser: "value",
  kappa: "value",
  delta: "value",
  "stop-rule": "value",
  tolerance: "value",
  "max-iterations": "value",
  target: "value",
};

/**
 * What the command line says in place of the convention, but for the target, which is a file.
 * @throws ScreeError of an option that cannot be read
 */
export function overridesOf(given: Given): Partial<AnalysisSettings> {
  const kaiser = choice(given, "kaiser", ["on", "off"]);
  return {
    kaiser: kaiser === undefined ? undefined : kaiser === "on",
    kappa: within(given, "kappa"),
    delta: within(given, "delta"),
    stopRule: choice(given, "stop-rule", stopRuleNames),
    tolerance: within(given, "tolerance"),
    maxIterations: whole(given, "max-iterations", 1, mostIterations),
  };
}

function within(given: Given, option: keyof typeof overrideNumbers): number | undefined {
  const value = number(given, option);
  if (value === undefined || overrideNumbers[option].allowed(value)) return value;
  throw new ScreeError("not-a-number", `--${option} cannot be ${value}.`, { hint: overrideNumbers[option].hint });
}

/**
 * An option that changes nothing in this analysis is a mistake that would stay unseen.
 * @throws ScreeError `idle-option`
 */
export function refuseIdle(given: Given, settings: AnalysisSettings): void {
  const needs = (option: keyof SolutionOverrides | "stop-rule" | "max-iterations", met: boolean, what: string, instead: string) => {
    if (!given.has(option) || met) return;
    throw new ScreeError("idle-option", `--${option} belongs to ${what}, and this is ${instead}.`, { hint: `Leave --${option} out, or ask for ${what}.` });
  };
  needs("kappa", settings.rotation === "promax", "promax rotation", `${settings.rotation} rotation`.replace("none rotation", "no rotation"));
  needs("delta", settings.rotation === "oblimin", "oblimin rotation", `${settings.rotation} rotation`.replace("none rotation", "no rotation"));
  needs("kaiser", settings.rotation !== "none", "a rotation", "an unrotated solution");
  for (const option of ["stop-rule", "tolerance", "max-iterations"] as const)
    needs(option, settings.extraction === "paf", "principal axis factoring (--extraction paf)", `extraction by ${settings.extraction}`);
  const descends = ["oblimin", "geomin", "bifactor", "target"].includes(settings.rotation);
  needs("starts", descends, "oblimin, geomin, bifactor and target rotation", `${settings.rotation} rotation`.replace("none rotation", "no rotation"));
  needs("target", settings.rotation === "target", "target rotation", `${settings.rotation} rotation`);
}
