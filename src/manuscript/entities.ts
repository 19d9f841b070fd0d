/** The named HTML entities that manuscripts use; numeric ones are computed. */
const named: Record<string, string> = {
  amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", ensp: " ", emsp: " ", thinsp: "\u2009", minus: "\u2212", ndash: "–", mdash: "—", hellip: "…", plusmn: "±", times: "×", middot: "·",
  le: "≤", ge: "≥", asymp: "≈", ne: "≠", sup1: "¹", sup2: "²", sup3: "³", frac12: "½", deg: "°", micro: "μ", alpha: "α", beta: "β", gamma: "γ", delta: "δ", Delta: "Δ", eta: "η", theta: "θ", kappa: "κ", lambda: "λ", mu: "μ",
  rho: "ρ", sigma: "σ", phi: "φ", Phi: "Φ", chi: "χ", psi: "ψ", omega: "ω", lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", auml: "ä", ouml: "ö", uuml: "ü", Auml: "Ä", Ouml: "Ö", Uuml: "Ü", szlig: "ß", eacute: "é", egrave: "è", aacute: "á", iacute: "í", oacute: "ó", uacute: "ú", ntilde: "ñ", ccedil: "ç",
}; // prettier-ignore

/** The entity at the start of a text, decoded; undefined if there is none. */
export function entityAt(text: string, at: number): { char: string; length: number } | undefined {
  const match = /^&(?:([a-zA-Z]{2,8}\d?)|#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));/.exec(text.slice(at, at + 12));
  if (!match) return undefined;
  const code = match[2] ? Number(match[2]) : match[3] ? parseInt(match[3], 16) : undefined;
  if (code !== undefined) return code > 0 && code <= 0x10ffff ? { char: String.fromCodePoint(code), length: match[0].length } : undefined;
  return Object.hasOwn(named, match[1]) ? { char: named[match[1]], length: match[0].length } : undefined;
}
