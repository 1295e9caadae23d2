import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const program = join(root, "dist/cli/main.js");

/** Runs `hearsay` as a separate process in `folder`, with `args` and with `input` on standard input. */
export function hearsayProcess(
  args: readonly string[],
  input: string | Uint8Array = "",
  folder = root,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: folder });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
    // A program that ends before it has read its input closes the pipe; this must not fail the test.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

/** A `hearsay` that runs until it is interrupted. */
export interface RunningProgram {
  /** Waits until the text printed since the last wait matches `pattern`. */
  until(pattern: RegExp): Promise<void>;
  errors(): string;
  /** Interrupts it as Ctrl-C does, and returns the exit code. */
  interrupt(): Promise<number | null>;
}

/** Starts `hearsay` with these arguments. */
export function startHearsay(args: readonly string[]): RunningProgram {
  const child = spawn(process.execPath, [program, ...args], { cwd: root });
  let printed = "";
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    errors += text;
  });
  child.stdout.setEncoding("utf8").on("data", (text) => {
    printed += text;
  });
  const closed = new Promise<number | null>((resolve) => child.on("close", resolve));
  return {
    until(pattern) {
      return new Promise((resolve, reject) => {
        const look = () => {
          if (!pattern.test(printed)) return;
          printed = "";
          child.stdout.off("data", look);
          resolve();
        };
        child.stdout.on("data", look);
        void closed.then(() => reject(new Error(`it ended before ${pattern}: ${printed}${errors}`)));
        look();
      });
    },
    errors: () => errors,
    interrupt() {
      child.kill("SIGINT");
      return closed;
    },
  };
}
