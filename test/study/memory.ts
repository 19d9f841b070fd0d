import { ScreeError } from "../../src/errors";
import type { Files } from "../../src/files";
import { openStudy } from "../../src/study/open-study";

/** Files in memory, by path; folders with "/". */
export function memoryFiles(content: Record<string, string>): Files & { readonly content: Map<string, string> } {
  const files = new Map(Object.entries(content));
  return {
    content: files,
    async read(path) {
      const text = files.get(path);
      if (text === undefined) throw new ScreeError("file-not-found", `${path} does not exist.`);
      return new TextEncoder().encode(text);
    },
    async write(path, bytes) {
      files.set(path, new TextDecoder().decode(bytes));
    },
    exists: async (path) => files.has(path),
    async stream(path) {
      const content = await this.read(path);
      return {
        size: content.length,
        async *pieces() {
          for (let at = 0; at < content.length; at += 100) yield content.slice(at, at + 100);
        },
      };
    },
    resolve(from, path) {
      const parts = path.startsWith("/") ? [] : from.split("/").slice(0, -1);
      for (const part of path.split("/")) {
        if (part === "..") parts.pop();
        else if (part !== "." && part !== "") parts.push(part);
      }
      return parts.join("/");
    },
  };
}

/** A survey of 60 people and 6 items that hang together in two groups of three; the same on every machine. */
export function smallSurvey(change: (rows: number[][]) => void = () => undefined): string {
  let state = 7;
  const random = () => ((state = (state * 48271) % 2147483647), state / 2147483647);
  const rows = Array.from({ length: 60 }, () => {
    const [a, b] = [random(), random()];
    return [a, a, a, b, b, b].map((x) => 1 + Math.min(4, Math.floor(5 * (0.65 * x + 0.35 * random()))));
  });
  change(rows);
  return ["A1,A2,A3,B1,B2,B3", ...rows.map((row) => row.join(","))].join("\n");
}

export const smallStudy = `data: survey.csv
scales:
  First: A1-A3
  Second group: B1-B3
analyses:
  main: { factors: 2, iterations: 0 }
  oblique: { factors: 2, iterations: 0, rotation: promax }
`;

export const openSmall = (study = smallStudy, survey = smallSurvey()) => openStudy(memoryFiles({ "scree.yaml": study, "survey.csv": survey }), "scree.yaml");
