import type { Page } from "playwright-core";
import { browser } from "./browser.ts";
import { bundlePage } from "./bundle-page.ts";

let opened: Promise<Page> | undefined;

/** An empty page of the browser with the test program in it, opened once. Close it with `closeBrowser`. */
export function testPage(): Promise<Page> {
  opened ??= (async () => {
    const page = await (await browser()).newPage();
    // Test files share this module: after one has closed the browser, the next one needs a new page.
    page.once("close", () => {
      opened = undefined;
    });
    const script = await bundlePage();
    await page.addScriptTag({ content: script });
    return page;
  })();
  return opened;
}
