/* Writes docs/encodings.md: how often the encoding of a text is recognised, by encoding, language and length. `node scripts/encodings.mjs [tries a cell]` */
import { rm, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const tries = Number(process.argv[2] ?? 400);
const bundle = "node_modules/.cache-encodings.mjs";
await build({ entryPoints: ["test/survey/encodings/matrix.ts"], bundle: true, platform: "node", format: "esm", outfile: bundle, logLevel: "error" });
const { detectionMatrix, lengths } = await import(pathToFileURL(bundle).href);
await rm(bundle);

const matrix = detectionMatrix(tries);
const percent = (right, of) => (right === of ? "100" : ((100 * right) / of).toFixed(1));
const confusions = (cells) => {
  const counts = new Map();
  for (const { wrong } of cells) for (const [guess, times] of wrong) counts.set(guess, (counts.get(guess) ?? 0) + times);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 2)
    .map(([guess]) => guess)
    .join(", ");
};
const rows = [...matrix].map(([key, cells]) => {
  const [language, encoding] = key.split("|");
  return `| ${encoding} | ${language} | ${cells.map(({ right, tries: of }) => percent(right, of)).join(" | ")} | ${confusions(cells)} |`;
});

const stated = [...matrix.values()].flat().flatMap((cell) => cell.stated);
const bounds = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99, 1.01];
const calibration = bounds.slice(1).map((high, b) => {
  const inside = stated.filter(({ confidence }) => confidence >= bounds[b] && confidence < high);
  const mean = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length;
  const right = inside.filter((one) => one.right).length;
  return `| ${bounds[b]} to ${Math.min(high, 1)} | ${inside.length} | ${(100 * mean).toFixed(1)} | ${percent(right, inside.length)} |`;
});

const page = `# Recognising the encoding of a text file

Made by \`node scripts/encodings.mjs ${tries}\` from the texts in \`test/survey/encodings/texts.ts\`: questions and answers written for this table. The tables of letters in the recogniser were not counted from them, though they hold words that every questionnaire has.
A sample is a small CSV file with about as many characters of text as the column says, lines drawn at random, the first begun at any word. A try counts as right when every letter
comes out as it was written: pages that spell a text with the same bytes (German in windows-1252 and windows-1250) are one. ${tries} tries a cell; for UTF-8 and UTF-16, ${Math.ceil(tries / 10)} in each of the languages below.

## Detection rate, per cent

| Encoding | Language | ${lengths.map((length) => `${length} characters`).join(" | ")} | Read as, when wrong |
|---|---|${lengths.map(() => "--:|").join("")}---|
${rows.join("\n")}

windows-874 is TIS-620 with a few signs more, gb18030 contains GBK and GB 2312, euc-kr is read with the extensions of code page 949, big5 with those of 950.

## Stated confidence

The confidence that a guess comes with, in the warning and in its data, against how often it was right, over all cells that need a guess:

| Stated | Samples | Mean stated, % | Right, % |
|---|--:|--:|--:|
${calibration.join("\n")}

Each encoding is tried; what it makes of the bytes is looked at as a text of each language that is written in it: how frequent its letters are, and whether they may stand where they do.
Letters follow from letters, so the sum over them overstates the evidence; one factor, fitted on these texts, sets that right. Below 90 per cent the warning says that there is too little text to be sure.

## When a guess is wrong

\`--encoding NAME\` on the command line, or \`encoding: NAME\` in \`scree.yaml\`, which remembers it; the warning names the next likeliest. Names are those of the WHATWG Encoding Standard
(\`utf-8\`, \`gb18030\`, \`big5\`, \`shift_jis\`, \`euc-jp\`, \`euc-kr\`, \`windows-874\` or \`tis-620\`, \`windows-1250\` to \`windows-1258\`, \`koi8-r\`, \`macintosh\`, …).
`;
await writeFile("docs/encodings.md", page);
process.stdout.write(page);
