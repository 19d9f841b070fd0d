/** The few moves that a user makes in VS Code's window. */
export function workbench(page) {
  page.setDefaultTimeout(30_000);

  const pick = async (text, patience) => {
    const input = page.locator(".quick-input-widget input.input");
    await input.waitFor();
    await input.fill(text, { timeout: 5_000 });
    // the one that Enter takes: before the list is narrowed down, it is the file opened last
    await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: text.replace(/^>/, "") }).waitFor({ timeout: patience });
    await page.keyboard.press("Enter");
    await input.waitFor({ state: "hidden" });
  };

  return {
    /** a command, by its title in the palette */
    run: async (title) => {
      const input = page.locator(".quick-input-widget input.input");
      for (let tries = 0; ; tries++) {
        if (!(await input.isVisible())) await page.keyboard.press("F1");
        try {
          await input.waitFor({ timeout: 2_000 }); // a page that has just taken the focus can swallow the key, or close what it opened
          return await pick(`>${title}`);
        } catch (error) {
          if (tries === 4) throw error;
        }
      }
    },

    openFile: async (name) => {
      await page.locator(".monaco-workbench").waitFor();
      for (let tries = 0; ; tries++) {
        await page.keyboard.press("Control+p");
        try {
          await pick(name, 8_000); // a list made before the file was there does not have it
          return await page.locator(".tab.active", { hasText: name }).waitFor({ timeout: 8_000 });
        } catch (error) {
          if (tries === 4) throw error;
          await page.keyboard.press("Escape");
        }
      }
    },

    contextMenu: async (file, item) => {
      const row = page.locator(".explorer-folders-view .monaco-list-row", { hasText: file }).first();
      const entry = page.locator(".monaco-menu .action-item a", { hasText: item }).first();
      await row.hover();
      for (let tries = 0; ; tries++) {
        await page.waitForTimeout(500); // the menu closes when the window gets news while it opens
        await row.click({ button: "right" });
        try {
          await entry.hover({ timeout: 3_000 });
          await page.waitForTimeout(300); // a click right after opening counts as the one that opened it
          await entry.click({ timeout: 3_000, delay: 80 });
          await entry.waitFor({ state: "detached", timeout: 3_000 });
          return;
        } catch (error) {
          if (tries === 4) throw error;
          await page.keyboard.press("Escape");
        }
      }
    },

    /** moves the border between the two groups of editors to the left */
    widen: async (pixels) => {
      const { x, y } = await page.locator(".editor-group-container").nth(1).boundingBox();
      await page.mouse.move(x, y + 300);
      await page.mouse.down();
      await page.mouse.move(x - pixels, y + 300, { steps: 8 });
      await page.mouse.up();
    },

    /** the extension's own page inside the two frames of a webview, found by something that it holds */
    page: async (selector) => {
      for (let tries = 0; tries < 150; tries++) {
        for (const outer of await page.locator("iframe.webview.ready").all()) {
          const inner = outer.contentFrame().frameLocator("#active-frame");
          if (
            (await inner
              .locator(selector)
              .count()
              .catch(() => 0)) > 0
          )
            return inner;
        }
        await page.waitForTimeout(200);
      }
      throw new Error(`no page with ${selector}`);
    },
  };
}
