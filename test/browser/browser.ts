import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

let launched: Promise<Browser> | undefined;

/** The browser of this test file: headless Chromium, with WebGL in software. Started once. */
export function browser(): Promise<Browser> {
  launched ??= (async () =>
    playwright.launch({
      executablePath: await chromium.executablePath(),
      // Not `chromium.args`: they turn off web security, which some of these tests check.
      args: [
        "--no-sandbox",
        "--ignore-gpu-blocklist",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        // SwiftShader still draws WebGL, but composing the page with it would make each frame take four times longer.
        "--disable-gpu-compositing",
      ],
      headless: true,
    }))();
  return launched;
}

export async function closeBrowser(): Promise<void> {
  await (await launched)?.close();
  launched = undefined;
}
