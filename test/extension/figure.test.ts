import { expect, it } from "vitest";
import { figureEdit } from "../../src/extension/studies/figure";
import { applyEdits } from "../../src/study/edit";

const insert = (source: string, offset: number, flavour: "gfm" | "quarto" = "gfm") =>
  applyEdits(source, [figureEdit(source, offset, { figure: "scree", file: "my survey-scree.svg", words: "Scree plot of [24] eigenvalues." }, flavour)]);

it("stands after the paragraph of the cursor, with blank lines around it", () => {
  expect(insert("# A\n\nText that\ngoes on.\n\nMore.\n", 7)).toBe(
    "# A\n\nText that\ngoes on.\n\n**Figure 1**\n\n*Scree plot with parallel analysis*\n\n![Scree plot of \\[24\\] eigenvalues.](my%20survey-scree.svg)\n\nMore.\n",
  );
});

it.each(["", "Text", "Text\n", "Text\n\n"])("ends %j with a figure", (source) =>
  expect(insert(source, source.length)).toMatch(/^(Text\n\n)?\*\*Figure 1\*\*\n[\s\S]*svg\)\n$/),
);

it("is numbered after the figures there are", () => expect(insert("**Figure 3**\n\n", 0)).toContain("**Figure 4**"));

it("is numbered by Quarto in a Quarto document", () =>
  expect(insert("Text\n", 0, "quarto")).toContain(
    '![Scree plot with parallel analysis](my%20survey-scree.svg){#fig-scree fig-alt="Scree plot of [24] eigenvalues."}',
  ));
