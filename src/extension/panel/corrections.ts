import * as vscode from "vscode";
import { ScreeError } from "../../errors";
import { type ReadingChange } from "../../study/edit-reading";
import { type Analyses, type Correction } from "../remote/analysis-service";
import { replaceText, textOf } from "../text-files";
import { type Shown } from "./session";

export interface Corrections {
  /** writes them into `scree.yaml` and reads the survey again */
  correct(changes: readonly ReadingChange[], said: string): Promise<void>;
  undo(): Promise<void>;
}

/** What a panel changes in `scree.yaml` about the reading of its file; each change can be taken back there and here. */
export function corrections({ source, choices, post, reload }: Shown, analyses: Analyses): Corrections {
  const done: Correction[] = [];
  return {
    async correct(changes, said) {
      const correction = await analyses.correct({ ...source, choices: choices(), changes });
      const { uri, before, after } = correction;
      if (before === after) return;
      await replaceText(vscode.Uri.parse(uri, true), before, after);
      done.push(correction);
      await reload();
      post({ type: "said", text: said, undo: true });
    },

    async undo() {
      const last = done.pop();
      if (!last) return;
      const uri = vscode.Uri.parse(last.uri, true);
      if ((await textOf(uri)) !== last.after)
        throw new ScreeError("study-changed", "scree.yaml was changed meanwhile, so the correction stays.", { hint: "Undo it in the file." });
      if (last.before === null) await vscode.workspace.fs.delete(uri, { useTrash: false });
      else await replaceText(uri, last.after, last.before);
      await reload();
      post({ type: "said", text: "Taken back.", undo: done.length > 0 });
    },
  };
}
