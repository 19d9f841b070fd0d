import { expect, it } from "vitest";
import { resolveUri } from "../../src/extension/remote/remote-files";
import { relativePath } from "../../src/extension/studies/insertion";

it.each([
  ["file:///home/a/paper.md", "survey.csv", "file:///home/a/survey.csv"],
  ["file:///home/a/paper.md", "../data/my survey.csv", "file:///home/data/my%20survey.csv"],
  ["file:///home/a/paper.md", "data\\survey#2.csv", "file:///home/a/data/survey%232.csv"],
  ["file:///home/a/paper.md", "/data/x.csv", "file:///data/x.csv"],
  ["file:///c%3A/a/paper.md", "D:/x.csv", "file:///D%3A/x.csv"],
  ["vscode-vfs://github/owner/repo/paper.md", "./survey.csv", "vscode-vfs://github/owner/repo/survey.csv"],
  ["vscode-test-web://mount/paper.md", "../../scree.yaml", "vscode-test-web://mount/scree.yaml"],
  ["file:///home/a/paper.md", "https://example.org/x.csv", "https://example.org/x.csv"],
])("%s and %s give %s", (from, path, expected) => expect(resolveUri(from, path)).toBe(expected));

it("ends at the root, where looking for a study further up stops", () => {
  expect(resolveUri("file:///scree.yaml", "../scree.yaml")).toBe("file:///scree.yaml");
});

it.each([
  ["file:///home/a/paper.md", "file:///home/a/survey.csv", "survey.csv"],
  ["file:///home/a/text/paper.md", "file:///home/a/data/my%20survey.csv", "../data/my survey.csv"],
  ["vscode-vfs://github/o/r/paper.md", "vscode-vfs://github/o/r/d/s.csv", "d/s.csv"],
])("from %s to %s is %s, and back", (from, to, path) => {
  expect(relativePath(from, to)).toBe(path);
  expect(resolveUri(from, path)).toBe(to);
});

it("refuses files of different systems", () => {
  expect(() => relativePath("file:///a/paper.md", "vscode-vfs://github/a/survey.csv")).toThrow(/no folder in common/);
});
