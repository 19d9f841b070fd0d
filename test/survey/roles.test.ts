import { describe, expect, it } from "vitest";
import { type DraftColumn } from "../../src/survey/draft";
import { readSurvey } from "../../src/survey/read";
import { rolesOf } from "../../src/survey/roles";

/** A survey of 60 rows with the column under test beside two plain items. */
async function roleOf(name: string, value: (row: number) => string | number, rows = 60) {
  const lines = Array.from({ length: rows }, (_, row) => `${(row % 5) + 1},${((row * 3) % 5) + 1},"${value(row)}"`);
  const survey = await readSurvey(new TextEncoder().encode(`Q1,Q2,"${name}"\n${lines.join("\n")}\n`), { name: "s.csv" });
  return survey.columns[2];
}

describe("what a column is", () => {
  it.each<[string, string, (row: number) => string | number, string, RegExp]>([
    ["a five-point item", "B3", (row) => (row % 5) + 1, "item", /^5 distinct values, 1 to 5$/],
    ["a right-or-wrong item", "letter.7", (row) => row % 2, "item", /^2 distinct values, 0 to 1$/],
    ["a number of the row", "x", (row) => row + 1, "identifier", /only increase, 1 to 60/],
    ["increasing numbers with gaps", "R", (row) => 1000 + row * 7, "identifier", /only increase/],
    ["a number of a person who answers often", "id", (row) => (row % 6) + 1, "group", /named id, 6 distinct values/],
    ["letters and digits, all different", "code", (row) => `S${row}`, "identifier", /60 distinct values/],
    ["an address", "x", (row) => `p${row}@example.org`, "identifier", /60 distinct/],
    ["a coded gender", "Gender", (row) => (row % 2) + 1, "group", /named Gender, 2 distinct values/],
    ["a coded sex", "SEX", (row) => row % 2, "group", /named SEX/],
    ["a Chinese gender", "性别", (row) => (row % 2) + 1, "group", /性别/],
    ["age bands", "age_group", (row) => row % 4, "group", /4 distinct values/],
    ["age in years", "Age", (row) => 18 + ((row * 7) % 45), "continuous", /\d\d distinct values/],
    ["an item with age in its name", "age_discrimination", (row) => (row % 5) + 1, "item", /5 distinct/],
    ["a university", "where", (row) => `U${row % 10}`, "group", /10 distinct values, in words/],
    ["a date", "when", (row) => `2024-03-${String((row % 28) + 1).padStart(2, "0")}`, "date", /dates or times/],
    ["a date and time", "Timestamp", (row) => `3/${(row % 28) + 1}/2024 10:0${row % 10}:00`, "date", /dates or times/],
    ["a date in digits", "day", (row) => 20240101 + (row % 28), "date", /20240101/],
    ["a duration", "Duration (in seconds)", (row) => 100 + ((row * 37) % 300), "timing", /Duration/],
    ["a duration with its unit", "Dauer (s)", (row) => 100.5 + ((row * 37) % 300), "timing", /Dauer/],
    ["a time with its unit", "time_sec", (row) => 100 + ((row * 37) % 300), "timing", /time_sec/],
    ["a page timer", "QID4_Page Submit", (row) => 3.5 + ((row * 37) % 300), "timing", /Page Submit/],
    ["free text", "remarks", (row) => `my answer is ${row} words`, "text", /60 distinct values/],
    ["ratios, one infinite", "ratio", (row) => (row === 7 ? "Inf" : ((row * 37) % 59) + 0.5), "text", /^numbers but for "Inf"$/],
    ["answers with a few slips", "Q9", (row) => (row % 20 === 3 ? `x${row}` : (row % 5) + 1), "text", /^numbers but for "x3" and "x23" and 1 more$/],
    ["words and numbers", "much", (row) => (row % 2 ? row : `about ${row}`), "text", /^words, 60 distinct/],
    ["a score", "score", (row) => ((row * 37) % 59) + 0.5, "continuous", /59 distinct values/],
    ["the same everywhere", "Q9", () => 3, "constant", /the same value, 3/],
    ["nothing at all", "Q9", () => "", "constant", /no answers/],
  ])("%s", async (_, name, value, role, reason) => {
    const column = await roleOf(name, value);
    expect(column.role).toBe(role);
    expect(column.roleReason).toMatch(reason);
  });

  it("says of a column with a slip what keeps it out, and not that it is free text", async () => {
    const lines = Array.from({ length: 60 }, (_, row) => `${(row % 5) + 1},${((row * 3) % 5) + 1},${row === 9 ? "Inf" : row * 0.37},my answer is ${row} words`);
    const survey = await readSurvey(new TextEncoder().encode(`Q1,Q2,x,remarks\n${lines.join("\n")}\n`), { name: "s.csv" });
    expect(survey.warnings.find(({ code }) => code === "text-columns")?.message).toBe(
      'remarks was left out: free text. x (numbers but for "Inf") was left out: correct or empty the cells that are no numbers.',
    );
  });

  it("takes group1, group2, group3 for a series of items", async () => {
    const lines = Array.from({ length: 30 }, (_, row) => [1, 2, 3].map((j) => ((row * j) % 5) + 1).join(","));
    const survey = await readSurvey(new TextEncoder().encode(`group1,group2,group3\n${lines.join("\n")}\n`), { name: "s.csv" });
    expect(survey.columns.map((column) => column.role)).toEqual(["item", "item", "item"]);
  });

  it("takes coded columns for groups by their labels: genders, and nominal ones with labels of their own", () => {
    const values = Int8Array.from({ length: 30 }, (_, row) => (row % 3) + 1);
    const column = (name: string, labels: string[], measure?: "nominal"): DraftColumn => ({
      kind: "numeric",
      name,
      values,
      sentinel: -128,
      measure,
      valueLabels: new Map(labels.map((label, k) => [k + 1, label])),
    });
    const scale = ["Disagree", "Neutral", "Agree"];
    const own = ["Rarely used", "Used", "Much used"];
    const columns = [
      column("D1", ["Male", "Female", "Other"]),
      column("D2", ["North", "South", "East"], "nominal"),
      column("I1", scale, "nominal"),
      column("I2", own, "nominal"),
      column("I3", own, "nominal"),
      column("I4", ["Low", "Middle", "High"]),
    ];
    expect(rolesOf(columns, 30).map(({ role }) => role)).toEqual(["group", "group", "item", "item", "item", "item"]);
    expect(rolesOf(columns, 30)[1].reason).toBe("its values are labelled North, South and East");
  });

  it("takes 1 to 5 in five rows for answers in Q1, for a count in a first column without a number", async () => {
    const read = (name: string) => readSurvey(new TextEncoder().encode(`${name},Q2\n1,2\n2,3\n3,3\n4,5\n5,4\n`), { name: "s.csv" });
    expect((await read("Q1")).columns[0].role).toBe("item");
    expect((await read("person")).columns[0].role).toBe("identifier");
  });

  it("keeps six judges' scores items, though all differ in some", async () => {
    const survey = await readSurvey(new TextEncoder().encode("J1,J2\n3,2\n6,1\n8,4\n9,1\n10,5\n12,2\n"), { name: "s.csv" });
    expect(survey.columns.map((column) => column.role)).toEqual(["item", "item"]);
  });

  it("names what is left out in one sentence a reason", async () => {
    const lines = Array.from({ length: 40 }, (_, row) => `${row + 1},${row % 2},${row % 3},3,${row * 1.5},${(row % 5) + 1}`);
    const survey = await readSurvey(new TextEncoder().encode(`id,gender,class,Q1,score,Q2\n${lines.join("\n")}\n`), { name: "s.csv" });
    expect(survey.warnings.map((warning) => warning.message)).toEqual([
      "id was left out: an identifier (named id, 40 distinct values in 40 rows).",
      "gender and class were left out: they divide the respondents into groups (gender: named gender, 2 distinct values; class: named class, 3 distinct values).",
      "score (40) was left out: more than 20 distinct values. Name it as an item to analyse it.",
      "Q1 has the same value in all rows, or none, and was left out.",
    ]);
  });
});
