const reserved = new Set(["ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"]);

/**
 * A name that SPSS accepts for each column: letters, digits, "_", ".", "@", "#" and "$", beginning with a letter, not ending in a full stop, 60 bytes at most, and
 * different from the others whatever the case.
 * Source: SPSS's rules for variable names (IBM SPSS Statistics command syntax reference).
 */
export function spssNames(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const given = new Map<string, string>();
  names.forEach((name, at) => {
    const cleaned = shortened(name.replace(/[^\p{L}\p{M}\p{N}_@$.]/gu, "_")).replace(/[._]+$/, "");
    const letter = /^\p{L}/u.test(cleaned) && !reserved.has(cleaned.toUpperCase()) ? cleaned : `v${at + 1}_${cleaned}`.replace(/_$/, "");
    let own = letter;
    for (let again = 2; taken.has(own.toLowerCase()); again++) own = `${letter}_${again}`;
    taken.add(own.toLowerCase());
    given.set(name, own);
  });
  return given;
}

/** Names may have 64 bytes. */
function shortened(name: string): string {
  let short = name;
  while (new TextEncoder().encode(short).length > 52) short = [...short].slice(0, -1).join("");
  return short;
}
