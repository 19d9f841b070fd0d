/** A Chromium that can reach this machine and nothing else. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import playwright from "playwright-core";
import { chromium } from "./host-install.mjs";

const isLoopback = ({ hostname }) => /^(127\.0\.0\.1|(.+\.)?localhost)$/.test(hostname);

export async function openBrowser({ width = 1280, height = 800, scale = 1 } = {}) {
  const profile = mkdtempSync(join(tmpdir(), "scree-browser-"));
  // a profile on disk with third-party cookies allowed: otherwise the service worker of a webview is refused
  mkdirSync(join(profile, "Default"));
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify({ profile: { cookie_controls_mode: 0, block_third_party_cookies: false } }));
  const context = await playwright.chromium.launchPersistentContext(profile, {
    executablePath: chromium(),
    headless: true,
    viewport: { width, height },
    deviceScaleFactor: scale,
    permissions: ["clipboard-read", "clipboard-write"],
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const outside = [];
  await context.route(
    (url) => /^https?:$/.test(url.protocol) && !isLoopback(url),
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    /** what was asked of the network and refused */
    outside,
    close: async () => {
      await context.close().catch(() => undefined);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
