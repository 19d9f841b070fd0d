import type { Claims } from "../claims/claim";

/** Something that depends on the whole manuscript only: computed once for a set of claims, however many of them ask. */
export function onceFor<T>(compute: (claims: Claims) => T): (claims: Claims) => T {
  const known = new WeakMap<Claims, { readonly value: T }>();
  return (claims) => {
    let entry = known.get(claims);
    if (!entry) known.set(claims, (entry = { value: compute(claims) }));
    return entry.value;
  };
}
