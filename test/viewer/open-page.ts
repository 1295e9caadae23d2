import type { BrowserContextOptions, Page } from "playwright-core";
import { browser } from "../browser/browser.ts";

/** A page of the viewer, with what went wrong in it and what it asked of the network. */
export interface OpenedPage {
  readonly page: Page;
  /** Errors and warnings of the console, and uncaught exceptions. */
  readonly errors: readonly string[];
  /** Addresses of all requests but the page's own and those inside it (`blob:`, `data:`). */
  readonly requests: readonly string[];
}

/** Opens the page at `url` and waits until it has started and the layout rests. */
export async function openPage(url: string, options: BrowserContextOptions = {}): Promise<OpenedPage> {
  const context = await (await browser()).newContext({ viewport: { width: 1400, height: 900 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    // Software WebGL warns that it is slow; that says nothing of the page.
    if (["error", "warning"].includes(message.type()) && !message.text().includes("GL Driver Message")) {
      errors.push(message.text());
    }
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("request", (request) => {
    if (request.url() !== url && !/^(blob|data):/.test(request.url())) requests.push(request.url());
  });
  await page.goto(url);
  await page.waitForFunction(() => window.hearsay !== undefined || document.querySelector(".fatal") !== null);
  await settled(page);
  return { page, errors, requests };
}

/** Waits until neither the layout nor the camera moves. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => window.hearsay?.isSettled() ?? true, undefined, { timeout: 30_000 });
}
