import { headerOf, type ManuscriptTable, type Sentence } from "../manuscript/manuscript";
import { rangeOf } from "../manuscript/mapped";
import type { Interval } from "../numerics/interval";
import type { ClaimBase } from "./claim";
import { magnitudeAfter } from "./magnitude";
import { numbersIn, type Reported } from "./number";
import type { Recogniser, RecogniserContext } from "./recogniser";
import { cellNumber, sentencesOnOneTable } from "./table-cells";
import { escape } from "./table-labels";

/** "Seven institutions have a GMV above one billion": how many rows of a table pass a limit. */
export interface TableCount extends ClaimBase<"table-count"> {
  readonly reported: Reported;
  readonly table: ManuscriptTable;
  readonly header: string;
  readonly limit: string;
  /** rows that pass it, at least (beyond doubt) and at most (were the limit itself to count) */
  readonly passing: Interval;
  readonly rows: number;
}

const tableCount: Recogniser = {
  name: "table-count",
  document: (manuscript, context) => sentencesOnOneTable(manuscript).flatMap(({ sentence, table, next }) => (next ? [] : countsIn(sentence, table, context))),
};

const limitWords =
  "(above|over|more than|greater than|exceeding|higher than|at least|as high as|below|under|less than|lower than|über|mehr als|unter|weniger als)";

function countsIn(sentence: Sentence, table: ManuscriptTable, context: RecogniserContext): TableCount[] {
  const { text } = sentence;
  const out: TableCount[] = [];
  const lower = text.toLowerCase();
  for (let column = 1; column < table.width; column++) {
    const header = headerOf(table, column);
    const name = header.replace(/ ?\(.*\)$/, "").trim();
    if (name.length < 2 || /[\u4e00-\u9fff]/.test(name) || !lower.includes(name.toLowerCase())) continue;
    const said = new RegExp(
      `(?<![\\p{L}\\p{N}])${escape(name)}\\)? (?:of |was |were |is |are |values )?(?:all )?${limitWords} ((?:-?\\d(?:[\\d.,]*\\d)?)?) ?(hundred|thousand|million|billion|trillion)?`,
      "iu",
    ).exec(text);
    if (!said || (!said[2] && !said[3])) continue;
    const subject = numbersIn(sentence.mapped, context.decimal)
      .filter((n) => n.end < said.index && said.index - n.end < 90 && n.decimals === 0 && n.value >= 1 && n.value <= table.rows.length)
      .pop();
    if (
      !subject ||
      /,| and /.test(text.slice(subject.end, said.index)) ||
      !/^ (?:\p{L}+ ){1,4}(?:in \p{L}+ \d{4} )?(?:have|has|had|with|reached|show|haben|hatten)\b/iu.test(text.slice(subject.end, said.index + 1))
    )
      continue;
    const limit = (said[2] ? Number(said[2].replace(/[,.](?=\d{3}\b)/g, "").replace(",", ".")) : 1) * (said[3] ? magnitudeAfter(" " + said[3], 0).factor : 1);
    const cells = table.rows.map((r) => cellNumber(r.cells[column], header, context.decimal));
    if (!Number.isFinite(limit) || cells.some((c) => !c)) continue;
    const below = /below|under|less|lower|unter|weniger/i.test(said[1]);
    const sure = cells.filter((c) => (below ? c!.value.high < limit : c!.value.low > limit)).length;
    const possible = cells.filter((c) => (below ? c!.value.low <= limit : c!.value.high >= limit)).length;
    out.push({
      kind: "table-count",
      reported: subject,
      table,
      header,
      limit: `${said[1]} ${said[2]}${said[2] && said[3] ? " " : ""}${said[3] ?? ""}`,
      passing: { low: sure, high: possible },
      rows: table.rows.length,
      text: text.slice(subject.start, said.index + said[0].length),
      range: rangeOf(sentence.mapped, subject.start, said.index + said[0].length),
      place: context.place({ sentence, at: subject.start }),
      values: { count: subject.value, table: table.number ?? table.id ?? null, column: header },
    });
  }
  return out;
}

export default tableCount;
