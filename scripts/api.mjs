// Writes docs/api/: a page a file of src/psychometrics and src/numerics, with each public function's signature and what its comment says: what it computes, shapes, units, errors, source.
// Public is what a file exports and does not mark @internal (machinery that the engine's own files share). A public function names its source: author and year, or a line "Source: …",
// which for what needs no author is "Source: definition.". `--check` writes nothing and fails where a page differs; without a source both fail.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const check = process.argv.includes("--check");
const folder = "docs/api";

const filesIn = (path) =>
  readdirSync(path)
    .sort()
    .flatMap((name) => (statSync(join(path, name)).isDirectory() ? filesIn(join(path, name)) : name.endsWith(".ts") ? [join(path, name)] : []));
const exported = (node) => node.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword);

/** The text of a /** … *\/ comment, its stars and indentation taken away; formulas keep theirs. */
function commentOf(node, source) {
  const ranges = ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? [];
  const last = ranges
    .map((r) => source.text.slice(r.pos, r.end))
    .filter((c) => c.startsWith("/**"))
    .pop();
  if (!last) return "";
  return last
    .replace(/^\/\*\*\s?|\s*\*\/$/g, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, ""))
    .join("\n")
    .replace(/^@param (\w+) /gm, "- `$1`: ")
    .replace(/^@returns? /gm, "- returns ")
    .replace(/^@throws /gm, "- throws ")
    .trim();
}

const unsourced = [];
const namesSource = (comment) => /\bSources?: |\b1[6-9]\d\d\b|\b20\d\d\b/.test(comment);

function page(file) {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
  const parts = [];
  ts.forEachChild(source, (node) => {
    if (!ts.isFunctionDeclaration(node) || !exported(node) || !node.name) return;
    const comment = commentOf(node, source);
    if (/^@internal/m.test(comment)) return;
    if (!namesSource(comment)) unsourced.push(`${file}: ${node.name.text}`);
    const signature = source.text
      .slice(node.getStart(), node.body ? node.body.getStart() : node.getEnd())
      .replace(/^export (async )?/, "$1")
      .trim();
    parts.push(`## ${node.name.text}`, comment, "```ts\n" + signature + "\n```");
  });
  return parts.length === 0 ? undefined : [`# ${basename(file, ".ts")}`, `[${file}](../../${file})`, ...parts.filter(Boolean), ""].join("\n\n");
}

const files = ["src/psychometrics", "src/numerics"].flatMap(filesIn);
const pages = new Map(
  files.flatMap((file) => {
    const text = page(file);
    return text
      ? [
          [
            `${file
              .replace(/^src\//, "")
              .replace(/\.ts$/, "")
              .replaceAll("/", ".")}.md`,
            text,
          ],
        ]
      : [];
  }),
);
const list = [...pages.keys()].map((name) => `- [${name.replace(/\.md$/, "")}](${name})`).join("\n");
pages.set(
  "README.md",
  `# The functions\n\nMade by \`npm run docs\` from the comments in the code: the public statistics of the engine and the mathematics below them, each with its source.\n\n${list}\n`,
);

if (unsourced.length > 0) {
  console.error(`These public functions name no source (author and year, or "Source: definition."); machinery is marked @internal:\n${unsourced.join("\n")}`);
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const present = readdirSync(folder);
const stale = present.filter((name) => !pages.has(name));
const different = [...pages].filter(([name, text]) => !present.includes(name) || readFileSync(join(folder, name), "utf8") !== text).map(([name]) => name);
if (check && different.length + stale.length > 0) {
  console.error(`docs/api is not what the comments say (${[...different, ...stale].join(", ")}). Run npm run docs.`);
  process.exit(1);
}
if (!check) {
  for (const name of stale) rmSync(join(folder, name));
  for (const name of different) writeFileSync(join(folder, name), pages.get(name));
}
console.log(`${pages.size - 1} pages of functions, ${check ? "all up to date" : `${different.length} written`}`);
