import { spawn } from "node:child_process";

/** The command that opens an address in the user's browser, by platform. */
const OPENERS: Readonly<Record<string, readonly [command: string, ...options: string[]]>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

/** Opens `url` in the user's browser. False if that cannot be started; true does not mean that the page appears. */
export function openInBrowser(url: string): Promise<boolean> {
  const [command, ...options] = OPENERS[process.platform] ?? ["xdg-open"];
  return new Promise((resolve) => {
    const opener = spawn(command, [...options, url], { detached: true, stdio: "ignore" });
    opener.once("error", () => resolve(false));
    opener.once("spawn", () => {
      opener.unref();
      resolve(true);
    });
  });
}
