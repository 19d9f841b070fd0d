import * as vscode from "vscode";
import { calculatorPages } from "./calculators/calculators";
import { codeActions } from "./code-actions";
import { diagnostics } from "./diagnostics";
import { fileHandlers } from "./files";
import { hover } from "./hover";
import { lastManuscript } from "./last-manuscript";
import { manuscripts } from "./manuscripts";
import { nearStudies } from "./near-study";
import { panels } from "./panel/panels";
import { previews } from "./preview/previews";
import { analysesService } from "./remote/analysis-service";
import { officeService } from "./remote/office";
import { checksService } from "./remote/services";
import { remote, type StartWorker } from "./remote/worker";
import { folders } from "./report/folders";
import { reports } from "./report/reports";
import { rulePages } from "./rule-pages";
import { studyFiles } from "./study-file";
import { tableCommands } from "./tables/commands";
import { liveActions } from "./tables/live-actions";
import { inserter } from "./tables/live-tables";
import { liveWatch } from "./tables/live-watch";

/** Everything that the extension offers, in either host. Nothing heavy is loaded here: reading and computing live in workers that start when first needed. */
export function start(context: vscode.ExtensionContext, startWorker: StartWorker): void {
  const { extensionUri: root } = context;
  const checksWorker = remote(startWorker, "checks", {});
  const analysisWorker = remote(startWorker, "analysis", fileHandlers);
  const checks = checksService(checksWorker);
  const analyses = analysesService(analysisWorker);
  const studies = nearStudies(checks);
  const watched = manuscripts(checks, studies);
  const last = lastManuscript();
  const insert = inserter(analyses, last);
  const live = liveWatch(analyses, studies);
  const open = panels(root, { analyses, inserter: insert });

  context.subscriptions.push(
    diagnostics(watched),
    hover(watched),
    codeActions(watched),
    rulePages(checks),
    reports(root, { manuscripts: watched, live, checks, analyses, studies, office: officeService(startWorker) }),
    folders(root, { analyses, checks, studies, office: officeService(startWorker) }),
    previews(root, startWorker, analyses),
    tableCommands(analyses, insert, live, last, open),
    liveActions(live),
    studyFiles(checks, analyses),
    calculatorPages(root, { analyses, inserter: insert }),
    open,
    live,
    last,
    watched,
    studies,
    new vscode.Disposable(() => [checksWorker, analysisWorker].forEach((worker) => worker.stop())),
  );
}
