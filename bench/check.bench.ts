import { existsSync, readdirSync, readFileSync } from "node:fs";
import { checkManuscript } from "../src/checks/run";
import { measure, report } from "./measure";
import { statcheckReads } from "./peers";

/** The checks in process: a paper, a keystroke in a long manuscript, a shelf of papers, and growth with length. */
async function main(): Promise<void> {
  const example = readFileSync("examples/contradictions.md", "utf8");
  await measure("check of examples/contradictions.md", () => checkManuscript(example, { path: "a.md" }));
  const papers = "../shared/papers";
  if (!existsSync(papers)) return;

  const first = readdirSync(papers).find((name) => name.startsWith("000"))!;
  const text = readFileSync(`${papers}/${first}`, "utf8");
  await measure("check of papers/000", () => checkManuscript(text, { path: first }), { bound: 100 });
  shelf(`${papers}/open`);

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
  growth(`${papers}/open`);
}

/** All open papers, in both forms. */
function shelf(folder: string): void {
  if (!existsSync(folder)) return;
  const times: number[] = [];
  const names = readdirSync(folder);
  let results = 0;
  for (const name of names) {
    const source = readFileSync(`${folder}/${name}`, "utf8");
    const start = performance.now();
    results += checkManuscript(source, { path: name }).statistics.length;
    times.push(performance.now() - start);
  }
  const megabytes = process.resourceUsage().maxRSS / 1024;
  times.sort((a, b) => a - b);
  report({ name: `${times.length} open papers, all`, milliseconds: times.reduce((a, b) => a + b, 0), bound: 10_000, note: `${results} reported statistics` });
  const peer = statcheckReads(names.map((name) => `${folder}/${name}`));
  if ("missing" in peer) console.log(`  beside it: ${peer.missing}`);
  else report({ name: "  beside it: statcheck", ...peer });
  report({ name: "an open paper, median", milliseconds: times[times.length >> 1], bound: 60 });
  report({ name: "an open paper, slowest", milliseconds: times.at(-1)!, bound: 500 });
  console.log(
    `${"memory of the process after all of them, at most".padEnd(64)} ${megabytes.toFixed(0).padStart(9)} MB  bound 500 MB${megabytes > 500 ? "  OVER" : ""}`,
  );
  if (megabytes > 500) process.exitCode = 1;
}

/** Up to 5 MB: the time for each megabyte stays what it is for one. */
function growth(folder: string): void {
  if (!existsSync(folder)) return;
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => readFileSync(`${folder}/${name}`, "utf8"));
  const textOf = (length: number) => {
    let text = "";
    for (let i = 0; text.length < length; i++) text += `${sources[i % sources.length]}\n\n`;
    return text.slice(0, length);
  };
  const timeOf = (megabytes: number) => {
    const text = textOf(megabytes * 1_000_000);
    const start = performance.now();
    checkManuscript(text, { path: "long.md" });
    return performance.now() - start;
  };
  timeOf(1);
  const one = timeOf(1);
  report({ name: "a manuscript of 1 MB", milliseconds: one });
  report({ name: "a manuscript of 5 MB", milliseconds: timeOf(5), bound: 5 * one * 1.6, note: "5 × the time of 1 MB, and 60% for the noise" });
}

void main();
