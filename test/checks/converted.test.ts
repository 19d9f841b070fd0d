import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkManuscript } from "../../src/checks/run";
import { manuscriptText } from "../../src/manuscript/convert";
import { shared } from "../shared";

const has = (program: string) => spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;
const pandoc = has("pandoc");
const office = pandoc && has("soffice");

/** A paper with tables in the ways that authors set them, and errors in some: a digit of a loading, a percentage, a t, an F. */
const tables = `# Service and quality

## Method

We asked 320 students; 117 (36.6%) were men and 203 (63.4%) women.

## Results

An exploratory factor analysis (principal components, varimax) of the 6 items gave two components (Table 1). The regression in Table 2 was significant, R^2^ = .34, *F*(2, 317) = 81.65, *p* < .001. Women (*M* = 3.61, *SD* = 0.72) and men (*M* = 3.42, *SD* = 0.81) differed, *t*(318) = 2.18, *p* = .003.

Table 1. Rotated component matrix of the six items

| Item | Component 1 | Component 2 | *h*^2^ |
| :-- | --: | --: | --: |
| The answers are quick and friendly | .71 | .12 | .52 |
| Somebody is there on the weekend | .64 | −.20 | .45 |
| Questions are understood | .80 | .05 | .74 |
| The goods are as described | .10 | .75 | .57 |
| The goods last | −.08 | .69 | .48 |
| Parts can be had for years | .22 | .62 | .43 |
| SS loadings | 1.62 | 1.48 | |

*Note.* *N* = 320.

Table 2. Regression of satisfaction on service and quality

| Predictor | *B* | *SE* | β | *t* | *p* |
| :-- | --: | --: | --: | --: | --: |
| (Constant) | 1.204 | 0.301 | | 4.00 | < .001 |
| Service | 0.452 | 0.098 | .35 | 5.61 | < .001 |
| Quality | 0.298 | 0.099 | .22 | 3.01 | .003 |

Table 3. Who answered

| Characteristic | *n* | % |
| :-- | --: | --: |
| Women | 203 | 63.4 |
| Men | 117 | 36.6 |
| Bachelor | 160 | 50.0 |
| Master | 120 | 37.5 |
| Doctorate | 40 | 21.5 |

*Note.* *N* = 320.

Table 3 describes the sample.
`;

/** Their LaTeX maths becomes pictures of formulas in a PDF that LibreOffice prints, and pandoc leaves raw HTML and Quarto's references as they are. */
const plain = (name: string) => /\.md$/.test(name) && !/latex|html|quarto/.test(name);

describe.skipIf(!pandoc)("manuscripts converted here", () => {
  const folder = mkdtempSync(join(tmpdir(), "scree-forms-"));
  const examples = ["examples/contradictions.md", "examples/manuscript.md"].map((path) => readFileSync(path, "utf8"));
  const others = shared ? readdirSync(`${shared}/cases/manuscripts`).filter(plain).slice(0, 8).map((name) => readFileSync(`${shared}/cases/manuscripts/${name}`, "utf8")) : []; // prettier-ignore
  const papers = [tables, ...examples, ...others];

  beforeAll(() => {
    papers.forEach((paper, i) => {
      writeFileSync(join(folder, `${i}.md`), paper);
      for (const format of ["docx", "tex", "html"]) execFileSync("pandoc", ["-s", `${i}.md`, "-o", `${i}.${format}`], { cwd: folder, stdio: "ignore" });
    });
    if (office) {
      const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
      spawnSync("soffice", [profile, "--headless", "--convert-to", "pdf", ...papers.map((_, i) => `${i}.docx`)], {
        cwd: folder,
        stdio: "ignore",
        timeout: 120_000,
      });
    }
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const found = async (path: string) =>
    checkManuscript(await manuscriptText(readFileSync(join(folder, path)), path), { path })
      .findings.map((f) => `${f.severity} ${f.rule}: ${f.message}`)
      .sort();

  it("the paper of tables has its errors", async () => {
    const rules = (await found("0.md")).map((f) => f.split(":")[0].split(" ")[1]);
    for (const rule of ["p-value", "communality", "coefficient-t", "percent-count"]) expect(rules).toContain(rule);
  });

  it.each(["docx", "tex", "html", ...(office ? ["pdf"] : [])])("as .%s have the findings of their Markdown", async (format) => {
    for (let i = 0; i < papers.length; i++) {
      expect(existsSync(join(folder, `${i}.${format}`)), `${i}.${format}`).toBe(true);
      expect(await found(`${i}.${format}`), papers[i].slice(0, 60)).toEqual(await found(`${i}.md`));
    }
  });
});
