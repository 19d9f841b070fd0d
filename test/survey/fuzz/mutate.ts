import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Mulberry32: the same numbers for the same seed, so that a failure can be repeated. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

type Random = (below: number) => number;

const edges = [0, 1, 2, 7, 8, 127, 128, 255, 256, 32767, 32768, 65535, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffffe];
const marks = "\",;\t|\n\r\0='\\{}[]<>&/:. -0123456789eE";

const mutations: readonly ((bytes: Uint8Array, random: Random) => Uint8Array)[] = [
  (bytes, random) => put(bytes, random(bytes.length), [random(256)]),
  (bytes, random) => put(bytes, random(bytes.length), [bytes[random(bytes.length)] ^ (1 << random(8))]),
  (bytes, random) => put(bytes, random(bytes.length), [marks.charCodeAt(random(marks.length))]),
  (bytes, random) => put(bytes, random(bytes.length), number(edges[random(edges.length)], [1, 2, 4, 8][random(4)], random(2) === 1)),
  (bytes, random) => bytes.slice(0, random(bytes.length)),
  (bytes, random) => cut(bytes, random(bytes.length), 1 + random(64)),
  (bytes, random) => insert(bytes, random(bytes.length), bytes.subarray(random(bytes.length)).subarray(0, 1 + random(64))),
  (bytes, random) => insert(bytes, random(bytes.length), new Uint8Array(1 + random(300)).fill(random(256))),
  (bytes, random) => put(bytes, random(bytes.length), [...bytes.subarray(random(bytes.length)).subarray(0, 1 + random(32))]),
];

/** One to six changes of a valid file: bytes, numbers at the edges of their type, cuts, insertions, repetitions. */
export function mutate(valid: Uint8Array, random: Random): Uint8Array {
  let bytes: Uint8Array = valid.slice();
  const changes = 1 + random(6);
  for (let i = 0; i < changes && bytes.length > 0; i++) bytes = mutations[random(mutations.length)](bytes, random);
  return bytes;
}

/** A ZIP package is also changed inside, and packed again, so that the changes get past its checksums. */
export function mutatePackage(valid: Uint8Array, random: Random): Uint8Array {
  if (random(3) === 0) return mutate(valid, random);
  const parts = unzipSync(valid);
  const names = Object.keys(parts).filter((name) => name.endsWith(".xml") || name.endsWith(".rels"));
  const name = names[random(names.length)];
  parts[name] = random(2) === 0 ? Uint8Array.from(mutate(parts[name], random)) : strToU8(swapTags(strFromU8(parts[name]), random));
  return zipSync(parts, { level: 1 });
}

/** Two elements of a document change places, or one is repeated inside another. */
function swapTags(xml: string, random: Random): string {
  const tags = [...xml.matchAll(/<[^<>]{1,200}>/g)];
  if (tags.length === 0) return xml;
  const [a, b] = [tags[random(tags.length)], tags[random(tags.length)]];
  return xml.slice(0, a.index) + b[0] + xml.slice(a.index + (random(2) === 0 ? a[0].length : 0));
}

function put(bytes: Uint8Array, at: number, values: readonly number[]): Uint8Array {
  values.forEach((value, i) => {
    if (at + i < bytes.length) bytes[at + i] = value;
  });
  return bytes;
}

const cut = (bytes: Uint8Array, at: number, length: number): Uint8Array => Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + length)]);

const insert = (bytes: Uint8Array, at: number, more: Uint8Array): Uint8Array => Uint8Array.from([...bytes.subarray(0, at), ...more, ...bytes.subarray(at)]);

function number(value: number, size: number, little: boolean): number[] {
  const bytes = Array.from({ length: size }, (_, i) => (i < 4 ? (value >>> (i * 8)) & 255 : value >= 0x80000000 ? 255 : 0));
  return little ? bytes : bytes.reverse();
}
