import type { BrowserContextOptions, Page } from "playwright-core";
import { browser } from "../browser/browser.ts";

/** A page of the viewer, with its errors and its network requests. */
export interface OpenedPage {
  readonly page: Page;
  /** Errors and warnings of the console, and uncaught exceptions. */
  readonly errors: readonly string[];
  /** URLs of all requests, except the page itself and `blob:` and `data:` URLs. */
  readonly requests: readonly string[];
}

/** A small page without movement: with WebGL in software, every pixel and every frame takes time. */
const LITTLE: BrowserContextOptions = { viewport: { width: 1000, height: 700 }, reducedMotion: "reduce" };

/** For tests of movement: the layout runs when the page opens, and the camera flies. */
export const MOVING: BrowserContextOptions = { reducedMotion: "no-preference" };

/** Opens the page at `url` and waits until it has started and settled. By default, nothing moves. */
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
    // Software WebGL warns that it is slow; that is not a fault of the page.
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

/** Waits until neither the layout nor the camera moves, and the last frame is drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => window.hearsay?.isSettled() ?? true, undefined, { timeout: 30_000 });
  await page.evaluate(() => new Promise(requestAnimationFrame));
}
