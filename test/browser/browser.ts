import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

let launched: Promise<Browser> | undefined;

/** The browser of this test file: Chromium without a window, WebGL drawn in software. Started once. */
export function browser(): Promise<Browser> {
  launched ??= (async () =>
    playwright.launch({
      executablePath: await chromium.executablePath(),
      // Not `chromium.args`: those switch off the web's security, which is what some of these tests are about.
      args: [
        "--no-sandbox",
        "--ignore-gpu-blocklist",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        // SwiftShader still draws WebGL. If it put the page together, a picture would take four times longer.
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
