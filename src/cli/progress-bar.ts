import { printableLine } from "../diagnostics/printable-text.ts";
import type { FileProgress } from "../files/import-files.ts";
import { shortened } from "../output/rows/fit-text.ts";
import type { Terminal } from "./terminal.ts";

/** No bar is shown for work that takes less time (milliseconds). */
const PATIENCE = 300;
/** Time between two updates of the bar (milliseconds). */
const PERIOD = 80;
const WIDTH = 24;
const ERASE_LINE = "\r\u001b[K";

export interface ProgressBar {
  update(progress: FileProgress): void;
  /** Erases the bar. */
  end(): void;
}

/** A bar on stderr that shows how much of the files has been read; only on a terminal, and only for long reads. */
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
