/**
 * What a library says is wrong with a file, as the end of a sentence. What it says only because it stumbled
 * ("Cannot read properties of undefined", "Invalid array length") tells the user nothing.
 */
export function reasonOf(error: unknown, otherwise: string): string {
  const message = (error instanceof Error ? error.message : "").split("\n")[0].replace(/\.$/, "").slice(0, 160);
  const stumbled = message === "" || error instanceof TypeError || /^[A-Z]|undefined|NaN|\bnull\b|BigInt|offset is/.test(message);
  return stumbled ? otherwise : message;
}
