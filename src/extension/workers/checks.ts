import { checks } from "../../checks/catalogue";
import { rulePage } from "../../checks/page";
import { checkManuscript } from "../../checks/run";
import { connect } from "../remote/channel";
import { ownPort } from "../remote/own-port";
import { type CheckRequest, type RuleInfo } from "../remote/services";

/** Reads and checks manuscripts away from the thread that the editor types on. */
connect(ownPort(), {
  check: ({ text, path, disabled }: CheckRequest) => checkManuscript(text, { path, disabled }),
  rules: (): RuleInfo[] => checks.map((check) => ({ id: check.id, severity: check.severity, summary: check.summary, page: rulePage(check) })),
});
