import type { Style } from "../kit/style";
import { apaMarkdown } from "./apa-markdown";
import { german } from "./german";
import { gridTable } from "./grid-table";
import { html } from "./html";
import { jamovi } from "./jamovi";
import { latex } from "./latex";
import { pdfText } from "./pdf-text";
import { quarto } from "./quarto";
import { simpleTable } from "./simple-table";
import { spss } from "./spss";
import { unicode } from "./unicode";
import { wordsThousands } from "./words-thousands";

export const styles: readonly Style[] = [apaMarkdown, gridTable, simpleTable, quarto, latex, html, pdfText, unicode, german, wordsThousands, jamovi, spss];
