/** Reads Word documents and PDFs: a bundle of its own. */
export { manuscriptText } from "../../manuscript/convert";
