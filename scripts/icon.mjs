/** Draws media/icon.png, 128 × 128, from media/icon.svg. Needs a Chromium. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { openBrowser } from "./host-browser.mjs";

const media = join(resolve(import.meta.dirname, ".."), "media");
const { page, close } = await openBrowser({ width: 128, height: 128 });
try {
  await page.setContent(`<style>body{margin:0}svg{display:block;width:128px}</style>${readFileSync(join(media, "icon.svg"), "utf8")}`);
  await page.screenshot({ path: join(media, "icon.png"), omitBackground: true });
} finally {
  await close();
}
