/** Reads Word documents and PDFs: a bundle of its own. */
export { convertedManuscript } from "../../manuscript/convert";
