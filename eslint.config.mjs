import js from "@eslint/js";
import tseslint from "typescript-eslint";

/**
 * The house of the design: a folder imports only from the floors below it.
 * Files directly under src/ (errors.ts, files.ts) are the foundation, open to all and importing nothing.
 */
const mayImport = {
  numerics: [],
  manuscript: [],
  survey: ["numerics"],
  psychometrics: ["survey", "numerics"],
  claims: ["manuscript", "numerics"],
  tables: ["psychometrics", "numerics"],
  checks: ["claims", "manuscript", "numerics", "psychometrics"],
  study: ["survey", "psychometrics", "manuscript", "claims", "tables", "checks", "numerics"],
  webview: ["tables", "psychometrics", "checks", "survey", "study"],
  cli: ["survey", "psychometrics", "manuscript", "claims", "tables", "checks", "study", "numerics"],
  extension: ["survey", "psychometrics", "manuscript", "claims", "tables", "checks", "study", "webview", "numerics"],
};
const folders = Object.keys(mayImport);
const faces = ["cli", "extension", "webview"];

const layer = (folder) => {
  const forbidden = folders.filter((other) => other !== folder && !mayImport[folder].includes(other));
  const patterns = [{ group: forbidden.flatMap((f) => [`../${f}/*`, `../../${f}/*`]), message: `${folder}/ may import only: ${mayImport[folder].join(", ") || "nothing"}.` }];
  if (!faces.includes(folder)) patterns.push({ group: ["node:*", "vscode", "fs", "path"], message: "The core runs in every host: no vscode, no node." });
  if (folder === "webview") patterns.push({ group: ["node:*", "vscode"], message: "A webview runs in the page." });
  if (folder === "cli") patterns.push({ group: ["vscode"], message: "The command line has no editor." });
  return {
    files: [`src/${folder}/**/*.ts`],
    rules: {
      "no-restricted-imports": ["error", { patterns }],
      ...(faces.includes(folder) ? {} : { "no-restricted-globals": ["error", "document", "window", "process", "Buffer", "require"] }),
    },
  };
};

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "docs/", "examples/", "**/*.cjs", "test-results/"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-restricted-syntax": ["error", { selector: "NewExpression[callee.name='Error']", message: "Throw a ScreeError with a code, a sentence and a way out." }],
    },
  },
  { files: ["test/**", "bench/**", "scripts/**", "**/*.mjs"], rules: { "no-restricted-syntax": "off" }, languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly", setTimeout: "readonly", performance: "readonly", fetch: "readonly", Buffer: "readonly" } } },
  ...folders.map(layer),
);
