import { boundRules } from "../../checks/bound-rules";
import { checks } from "../../checks/catalogue";
import { rulePage } from "../../checks/page";
import { checkManuscript } from "../../checks/run";
import { type Memory } from "../../claims/recognise";
import { exported } from "../report/exported";
import { connect } from "../remote/channel";
import { ownPort } from "../remote/own-port";
import { resolveUri } from "../remote/remote-files";
import { type CheckRequest, type RuleInfo, type StudyChecksRequest, type StudyCompletionsRequest, type StudyProblemsRequest } from "../remote/services";
import { studyChecks } from "../../study/study-checks";
import { allRules } from "../../checks/rule-ids";
import { studySchema } from "../../study/schema";
import { studyCompletions } from "../../study/study-completions";
import { studyProblems } from "../../study/study-problems";

const schema = studySchema(allRules.map(({ id }) => id));

/** What was read of the last few documents: a keystroke then costs one sentence. */
const memories = new Map<string, Memory>();

function memoryOf(path: string): Memory {
  const memory = memories.get(path) ?? new Map();
  memories.delete(path);
  memories.set(path, memory);
  if (memories.size > 8) memories.delete(memories.keys().next().value!);
  return memory;
}

/** Reads and checks manuscripts away from the thread that the editor types on. */
connect(ownPort(), {
  check: ({ text, path, disabled }: CheckRequest) => checkManuscript(text, { path, disabled, memory: memoryOf(path) }),
  study: ({ source, path, manuscript }: StudyChecksRequest) => studyChecks(source, path, manuscript, { resolve: resolveUri }),
  studyCompletions: ({ source, offset, columns }: StudyCompletionsRequest) => studyCompletions(source, offset, schema, columns),
  studyProblems: ({ source, path, columns }: StudyProblemsRequest) => studyProblems(source, path, columns),
  exported,
  rules: (): RuleInfo[] =>
    [...checks, ...boundRules].map((check) => ({ id: check.id, severity: check.severity, summary: check.summary, page: rulePage(check) })),
});
