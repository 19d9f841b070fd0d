import fc from "fast-check";

/** Real numbers spread evenly, with round ones among them; fast-check's own doubles crowd around zero. */
export const real = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: 1_000_003 }).map((x) => min + ((max - min) * x) / 1_000_003);
