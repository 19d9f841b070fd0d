import fc from "fast-check";
import { expect, test } from "vitest";
import { Hash } from "../../src/study/hash";

test("known values: they stand in manuscripts, so they may never change", () => {
  expect(new Hash().print()).toBe("ksovDQyMJv");
  expect(new Hash().text("").print()).toBe("-Lixba0d_v");
  expect(new Hash().text(".81").print()).toBe("Wehs4AJUWd");
  expect(new Hash().text("α = −.5").numbers([1, NaN, -0, 2.5e300]).print()).toBe("xUPUAvm1OV");
  expect(new Hash().text(".81").print(5)).toBe("Wehs4");
});

test("one zero and one NaN", () => {
  expect(new Hash().numbers([-0]).print()).toBe(new Hash().numbers([0]).print());
  const odd = new Float64Array(new BigUint64Array([0x7ff8000000000123n]).buffer);
  expect(new Hash().numbers(odd).print()).toBe(new Hash().numbers([NaN]).print());
});

test("ten characters that a URL and a comment can hold", () => {
  fc.assert(fc.property(fc.string(), (text) => /^[\w-]{10}$/.test(new Hash().text(text).print())));
});

test("different texts, different hashes: none of 200,000 neighbours collide, in whole or in half", () => {
  const whole = new Set<string>();
  for (let i = 0; i < 200_000; i++) whole.add(new Hash().text(String(i)).print());
  expect(whole.size).toBe(200_000);
  // of 20,000 in 30 bits a fifth of a collision is expected by chance
  const half = new Set<string>();
  for (let i = 0; i < 20_000; i++) half.add(new Hash().numbers([i, 1]).print(5));
  expect(half.size).toBeGreaterThan(19_997);
});

test("texts are separated: where one ends matters", () => {
  expect(new Hash().text("ab").text("c").print()).not.toBe(new Hash().text("a").text("bc").print());
});
