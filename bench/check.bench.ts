import { existsSync, readdirSync, readFileSync } from "node:fs";
import { checkManuscript } from "../src/checks/run";
import { measure, report } from "./measure";

/** The checks in process: a paper, a keystroke in a long manuscript, a shelf of papers, and growth with length. */
async function main(): Promise<void> {
  const example = readFileSync("examples/contradictions.md", "utf8");
  await measure("check of examples/contradictions.md", () => checkManuscript(example, { path: "a.md" }));
  const papers = "../shared/papers";
  if (!existsSync(papers)) return;

  const first = readdirSync(papers).find((name) => name.startsWith("000"))!;
  const text = readFileSync(`${papers}/${first}`, "utf8");
  await measure("check of papers/000", () => checkManuscript(text, { path: first }), { bound: 100 });
  await shelf(`${papers}/open`);

  let long = "";
  const sources = readdirSync(`${papers}/open`).filter((name) => name.endsWith(".md"));
  for (let i = 0; long.length < 300_000; i++) long += `${readFileSync(`${papers}/open/${sources[i]}`, "utf8")}\n\n`;
  long = long.slice(0, 300_000);
  let cold = 0;
  await measure("check of a manuscript of 300 KB, cold", () => checkManuscript(long.replace("a", `${cold++}`), { path: `cold${cold}.md` }), {
    bound: 400,
    runs: 3,
    warmUp: 1,
  });
  const memory = new Map();
  checkManuscript(long, { path: "long.md", memory });
  let typed = long;
  await measure(
    "the same after a keystroke",
    () => checkManuscript((typed = `${typed.slice(0, 150_000)}x${typed.slice(150_000)}`), { path: "long.md", memory }),
    {
      bound: 50,
    },
  );
}

/** All open papers, in both forms. */
async function shelf(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const times: number[] = [];
  for (const name of readdirSync(folder)) {
    const source = readFileSync(`${folder}/${name}`, "utf8");
    const start = performance.now();
    checkManuscript(source, { path: name });
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  report({ name: `${times.length} open papers, all`, milliseconds: times.reduce((a, b) => a + b, 0), bound: 10_000 });
  report({ name: "an open paper, median", milliseconds: times[times.length >> 1], bound: 60 });
  report({ name: "an open paper, slowest", milliseconds: times.at(-1)!, bound: 500 });
}

void main();
