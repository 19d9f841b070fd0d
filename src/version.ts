/** Scree's version: it stands in every result, and in the hash of what a live table was made from. */
export { version } from "../package.json";
