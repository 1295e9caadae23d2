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

/** Little to draw: where WebGL is drawn in software, every pixel and every frame of a movement takes time. */
const LITTLE: BrowserContextOptions = { viewport: { width: 1000, height: 700 }, reducedMotion: "reduce" };

/** For tests of what moves: the layout runs when the page opens, and the camera flies. */
export const MOVING: BrowserContextOptions = { reducedMotion: "no-preference" };

/** Opens the page at `url` and waits until it has started and rests. Unless asked, nothing moves. */
export async function openPage(url: string, options?: BrowserContextOptions): Promise<OpenedPage> {
  const opened = await startPage(url, options);
  await settled(opened.page);
  return opened;
}

/** Opens the page at `url` and waits until it has started. */
export async function startPage(url: string, options: BrowserContextOptions = {}): Promise<OpenedPage> {
  const context = await (await browser()).newContext({ ...LITTLE, ...options });
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
  return { page, errors, requests };
}

/** Waits until neither the layout nor the camera moves, and the frame that shows it is drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => window.hearsay?.isSettled() ?? true, undefined, { timeout: 30_000 });
  await page.evaluate(() => new Promise(requestAnimationFrame));
}
