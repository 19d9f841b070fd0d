import * as vscode from "vscode";
import { type FindingResult } from "../checks/result";
import { type Manuscripts } from "./manuscripts";
import { toRange } from "./places";
import { ruleLink } from "./rule-pages";

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

/** Findings as diagnostics: underlined, in Problems, linked to the other place and to the rule's page. */
export function diagnostics(manuscripts: Manuscripts): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection("scree");
  const listener = manuscripts.onDidCheck(({ document, checked }) => {
    if (!checked) collection.delete(document.uri);
    else if (checked.result)
      collection.set(
        document.uri,
        checked.result.findings.map((finding) => diagnosticOf(finding, document.uri)),
      );
    else if (checked.error) collection.set(document.uri, [unread(checked.error.message, checked.error.hint)]);
  });
  return vscode.Disposable.from(collection, listener);
}

export function diagnosticOf(finding: FindingResult, uri: vscode.Uri): vscode.Diagnostic {
  const message = finding.detail ? `${finding.message}\n${finding.detail}` : finding.message;
  const diagnostic = new vscode.Diagnostic(toRange(finding.range), message, severities[finding.severity]);
  diagnostic.source = "Scree";
  diagnostic.code = { value: finding.rule, target: ruleLink(finding.rule) };
  diagnostic.relatedInformation = finding.related.map(
    ({ message, range }) => new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, toRange(range)), message),
  );
  return diagnostic;
}

function unread(message: string, hint = ""): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 0), `${message} ${hint}`.trim(), vscode.DiagnosticSeverity.Information);
  diagnostic.source = "Scree";
  return diagnostic;
}
