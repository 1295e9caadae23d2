import { printableLine } from "../diagnostics/printable-text.ts";
import type { FileProgress } from "../files/import-files.ts";
import { shortened } from "../output/rows/fit-text.ts";
import type { Terminal } from "./terminal.ts";

/** What is done sooner needs no bar (milliseconds). */
const PATIENCE = 300;
/** How often the bar is drawn anew (milliseconds). */
const PERIOD = 80;
const WIDTH = 24;
const ERASE_LINE = "\r\u001b[K";

export interface ProgressBar {
  update(progress: FileProgress): void;
  /** Leaves nothing of the bar on the screen. */
  end(): void;
}

/** Shows on stderr how much of the files has been read, if a person is there to see it and it takes a while. */
export function progressBar(
  { stderr }: Pick<Terminal, "stderr">,
  now = () => performance.now(),
): ProgressBar {
  const start = now();
  let drawn: number | undefined;
  return {
    update: (progress) => {
      const time = now();
      if (!stderr.isTTY || time - start < PATIENCE || time - (drawn ?? 0) < PERIOD) return;
      drawn = time;
      stderr.write(`${ERASE_LINE}${barText(progress)}`);
    },
    end: () => {
      if (drawn !== undefined) stderr.write(ERASE_LINE);
    },
  };
}

/** `████████────────────────  33 % of 76 MB  claims.csv`. */
export function barText({ file, bytes, totalBytes }: FileProgress): string {
  const part = totalBytes === 0 ? 1 : Math.min(1, bytes / totalBytes);
  const filled = Math.round(part * WIDTH);
  const bar = `${"█".repeat(filled)}${"─".repeat(WIDTH - filled)}`;
  const percent = String(Math.floor(part * 100)).padStart(3);
  const size = Math.max(1, Math.round(totalBytes / 1e6));
  return `${bar} ${percent} % of ${size} MB  ${shortened(printableLine(file), 30)}`;
}
