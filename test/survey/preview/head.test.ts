import { describe, expect, it } from "vitest";
import { headCuts } from "../../../src/survey/preview/head";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("headCuts", () => {
  it("are behind line ends, the longest first", () => {
    const text = `${"abcdefgh\n".repeat(10)}abc`;
    const cuts = headCuts(bytes(text));
    expect(cuts[0]).toBe(90);
    expect(cuts).toHaveLength(3);
    for (const cut of cuts) expect(text[cut - 1]).toBe("\n");
  });
  it("know line ends of old Macs", () => expect(headCuts(bytes("a,b\r1,2\r3,"))[0]).toBe(8));
  it("are none in one line, and in UTF-16", () => {
    expect(headCuts(bytes("abc"))).toEqual([]);
    expect(headCuts(Uint8Array.of(0xff, 0xfe, 65, 0, 10, 0))).toEqual([]);
    expect(headCuts(Uint8Array.of(65, 0, 10, 0, 66, 0))).toEqual([]);
  });
});
