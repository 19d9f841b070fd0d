import type { ClaimBase } from "./claim";
import { hiddenBelow, loadingTable } from "./loading-table";
import { numbersIn, type Reported } from "./number";
import type { Recogniser } from "./recogniser";

/** A size that loadings must have: for an item to be kept, for a loading to be printed in a table; or that all are said to have ("all loadings exceeded .40"). */
export interface LoadingCutoffClaim extends ClaimBase<"loading-cutoff"> {
  readonly reported: Reported;
  readonly use: "retention" | "display" | "all";
}

/** The statement that no item loads on two components. */
export interface NoCrossLoadingsClaim extends ClaimBase<"no-cross-loadings"> {
  readonly above?: Reported;
}

const removed = /(?:delet|remov|dropp|exclud|eliminat|discard|omit)\w*|ausgeschlossen|entfernt|eliminiert|eliminad/i;
const kept = /(?:retain|kept|accept|select)\w*|beibehalten/i;
const below =
  /(?:below|under|less than|lower than|smaller than|<|not (?:reach|exceed)\w*|unter) ?(?:an absolute value of |the |a )?(?:cut-?off (?:value )?of |threshold of )?(?:\|?±?)? ?$/i;
const above = /(?:above|over|at least|greater than|higher than|larger than|exceed\w*|>|≥|über|mindestens) ?(?:an absolute value of |the |a )?(?:\|?±?)? ?$/i;

/** "Items with loadings below .40 were removed", "Loadings below .30 are not shown", "There were no cross-loadings". */
const loadingCutoff: Recogniser = {
  name: "loading-cutoff",
  sentence(sentence, context) {
    const { text } = sentence;
    if (!/loading|ladung|carga/i.test(text) || sentence.table) return [];
    const place = context.place({ sentence });
    const out: (LoadingCutoffClaim | NoCrossLoadingsClaim)[] = [];
    const none =
      /\b(?:keine (?:[a-zäöü]+ )?(?:Neben|Quer|Doppel|Mehrfach)ladung(?:en)?|no (?:substantial |salient |significant |serious |notable )?cross-?loadings?|none of the items (?:cross-?loaded|loaded on (?:two|more than one))|no items? (?:cross-?loaded|loaded (?:substantially |saliently )?on (?:two|more than one)|(?:loaded|had loadings?) (?:of |above |over |at |more than )+\.\d+ (?:or more |or above )?on (?:a second|two|more than one|another)))/i.exec(
        text,
      );
    if (none && !/delet|remov|criteri|until|if |should|with no|had no/i.test(text)) {
      const [start, end] = [none.index, none.index + none[0].length];
      out.push({
        kind: "no-cross-loadings",
        text: none[0],
        statistic: false,
        place,
        range: { start: sentence.mapped.starts[start], end: sentence.mapped.ends[end - 1] },
        above: numbersIn(sentence.mapped, context.decimal).find((n) => n.start > start && n.decimals > 0 && n.value < 1),
      });
    }
    if (/cross|secondary|difference|communalit|MSA|correlat/i.test(text)) return out;
    const every =
      /\b(?:all|each|every)\b[^.;]{0,60}loadings?[^.;]{0,25}(?:exceed\w*|above|over|greater than|higher than|larger than|at least|≥|>) ?(?:the )?$/i;
    for (const n of numbersIn(sentence.mapped, context.decimal)) {
      if (
        n.decimals >= 1 &&
        n.value > 0 &&
        n.value < 0.95 &&
        every.test(text.slice(Math.max(0, n.start - 160), n.start)) &&
        !/should|must|except|most|significan|criteri|if /i.test(text)
      ) {
        out.push({
          kind: "loading-cutoff",
          use: "all",
          text: text.slice(Math.max(0, n.start - 10), n.end),
          range: n.range,
          reported: n,
          place,
          values: { cutoff: n.value },
        });
        continue;
      }
      if (n.decimals < 1 || n.value <= 0.1 || n.value >= 0.95) continue;
      const before = text.slice(Math.max(0, n.start - 60), n.start);
      if (
        (below.test(before) && removed.test(text) && /item|variable|statement|question|Aussage/i.test(text)) ||
        (above.test(before) && kept.test(text) && /item|variable|statement|question|Aussage/i.test(text))
      ) {
        out.push({
          kind: "loading-cutoff",
          use: "retention",
          text: text.slice(Math.max(0, n.start - 8), n.end),
          range: n.range,
          reported: n,
          place,
          values: { cutoff: n.value },
        });
      }
    }
    return out;
  },
  table(table, context) {
    if (!loadingTable(table, context.manuscript)) return [];
    const reported = hiddenBelow(table, context.manuscript);
    return reported
      ? [
          {
            kind: "loading-cutoff" as const,
            use: "display" as const,
            text: reported.text,
            range: reported.range,
            reported,
            place: context.place({ table }),
            values: { cutoff: reported.value },
          },
        ]
      : [];
  },
};
export default loadingCutoff;
