import { italic, markdown, type Style } from "../kit/style";

/** The manual of the APA, in Markdown: italic symbols, no zero before the point of what cannot exceed 1, the minus sign. */
export const apaMarkdown: Style = { ...markdown, name: "APA in GitHub Markdown", symbol: (name) => italic(name) };
