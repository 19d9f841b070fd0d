// Writes docs/checks/ from the rules, and docs/scree.schema.json from what a study can say. `--check` writes nothing and fails where a page differs.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const check = process.argv.includes("--check");
const folder = "docs/checks";
const bundle = join(tmpdir(), `scree-rules-${process.pid}.cjs`);
await build({
  stdin: {
    contents: `import { checks as provable } from "./src/checks/catalogue"; import { boundRules } from "./src/checks/bound-rules"; export const checks = [...provable, ...boundRules]; export { rulePage, ruleIndex } from "./src/checks/page"; export { studySchema } from "./src/study/schema";`,
    resolveDir: ".",
    loader: "ts",
  },
  bundle: true,
  platform: "node",
  format: "cjs",
  outfile: bundle,
  logLevel: "error",
});
const { checks, rulePage, ruleIndex, studySchema } = createRequire(import.meta.url)(bundle);
rmSync(bundle);

const pages = new Map([
  ["README.md", ruleIndex(checks)],
  ...checks.map((c) => [`${c.id}.md`, rulePage(c)]),
  ["../scree.schema.json", `${JSON.stringify(studySchema(checks.map(({ id }) => id)), null, 2)}\n`],
]);
mkdirSync(folder, { recursive: true });
const stale = readdirSync(folder).filter((name) => !pages.has(name));
const read = (name) => {
  try {
    return readFileSync(join(folder, name), "utf8");
  } catch {
    return undefined;
  }
};
const different = [...pages].filter(([name, text]) => read(name) !== text).map(([name]) => name);
if (check) {
  const all = [...different, ...stale];
  if (all.length > 0) {
    console.error(`docs/checks is not what the rules say (${all.join(", ")}). Run npm run docs.`);
    process.exit(1);
  }
} else {
  for (const name of stale) rmSync(join(folder, name));
  for (const name of different) writeFileSync(join(folder, name), pages.get(name));
}
console.log(`${checks.length} rules, ${check ? "all pages up to date" : `${different.length} pages written`}`);
