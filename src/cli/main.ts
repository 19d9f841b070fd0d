import { ScreeError } from "../errors";
import { version } from "../version";
import { nodeFiles } from "./files";
import { type Command, done, type Io, unusable } from "./io";

const help = `Scree ${version}: factor analysis, reliability and live tables for questionnaire papers,
and a check of every reported statistic that can be proven wrong.

  scree check [FILE...]     contradictions in manuscripts (Markdown, Quarto, LaTeX, HTML, DOCX, PDF, text)
  scree analyze DATA        reliability and exploratory factor analysis of a survey
  scree careless DATA       rows that look carelessly answered, and the results with and without them
  scree tables [FILE...]    refresh the live tables and bound numbers of manuscripts (Markdown, Quarto)
  scree cfa DATA            confirmatory factor analysis, with convergent and discriminant validity
  scree icc DATA            agreement of raters: six intraclass correlations
  scree sample-size         how many people to ask: Krejcie & Morgan, Yamane, Cochran, strata
  scree content-validity FILE   IOC, CVI, kappa, CVR and Aiken's V from expert ratings

  scree COMMAND --help      the options of a command
  scree --version

"-" as a file stands for standard input.
Exit status: 0 nothing to report · 1 something was found · 2 the input or the options cannot be used.
`;

/** Each command is a bundle of its own: a check need not load the numerics, nor an analysis the parsers. */
async function commandOf(name: string): Promise<Command> {
  if (name === "check") return (await import("./commands/check")).default;
  if (name === "analyze" || name === "analyse") return (await import("./commands/analyze")).default;
  if (name === "careless") return (await import("./commands/careless")).default;
  if (name === "tables") return (await import("./commands/tables")).default;
  if (name === "sample-size") return (await import("./commands/sample-size")).default;
  if (name === "content-validity") return (await import("./commands/content-validity")).default;
  if (name === "cfa") return (await import("./commands/cfa")).default;
  if (name === "icc") return (await import("./commands/icc")).default;
  throw new ScreeError("unknown-command", `There is no command "${name}".`, { hint: "See scree --help." });
}

const io: Io = {
  files: nodeFiles,
  async stdin() {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks);
  },
  out: (text) => void process.stdout.write(text),
  err: (line) => void process.stderr.write(`${oneLine(line)}\n`),
  colours: process.stdout.isTTY === true && process.env.NO_COLOR === undefined && process.env.TERM !== "dumb",
};

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    io.err("scree: name a command, such as check, analyze or tables. See scree --help.");
    return unusable;
  }
  if (name === "--help" || name === "-h" || name === "help") return say(help);
  if (name === "--version" || name === "-V") return say(`${version}\n`);
  const command = await commandOf(name);
  if (rest.includes("--help") || rest.includes("-h")) return say(command.help);
  return command.run(rest, io);
}

function say(text: string): number {
  io.out(text);
  return done;
}

/** What went wrong, as one line: the sentence and the way out. */
function sentence(error: unknown): string {
  if (error instanceof ScreeError) return error.hint ? `${error.message} ${error.hint}` : error.message;
  return `something went wrong that should not (${error instanceof Error ? error.message : String(error)}). Please report it with the command that you gave.`;
}

const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, " ");

process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? done : unusable)); // `scree … | head` closes early
main(process.argv.slice(2)).then(
  (status) => void (process.exitCode = status),
  (error: unknown) => {
    io.err(`scree: ${sentence(error)}`);
    process.exitCode = unusable;
  },
);
