/**
 * Before any test: builds the grammar, the program and the viewer's page if they are missing or older than their
 * sources, because tests run the program and open the page as users do. A test cannot build them: test files run in
 * parallel, and one would read a file that another is writing. Types are checked elsewhere. If the page cannot be
 * built it is removed, so that only the tests that need it fail.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const page = join(root, "dist/page/index.html");

export function setup(): void {
  if (isOlder("src/syntax/generated/grammar.js", ["grammar"])) run("npm", "run", "--silent", "build:grammar");
  if (isOlder("dist/cli/main.js", ["src", "package-lock.json"]))
    run("npx", "tsc", "-p", "src/tsconfig.json", "--noCheck");
  if (!isOlder("dist/page/index.html", ["src", "package-lock.json", "vite.config.ts"])) return;
  // Build into another folder first, because another test run may be reading the page.
  const folder = join(root, `dist/.page-${process.pid}`);
  try {
    run("npx", "vite", "build", "--logLevel", "error", "--outDir", folder);
    mkdirSync(join(root, "dist/page"), { recursive: true });
    renameSync(join(folder, "index.html"), page);
  } catch {
    rmSync(page, { force: true });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command: "npm" | "npx", ...args: readonly string[]): void {
  // Without VITEST in the environment, which vite.config.ts uses to distinguish a test run from a build.
  const { VITEST: _, NODE_ENV: __, ...environment } = process.env;
  const isWindows = process.platform === "win32";
  execFileSync(isWindows ? `${command}.cmd` : command, args, {
    cwd: root,
    env: environment,
    stdio: ["ignore", "ignore", "inherit"],
    shell: isWindows,
  });
}

function isOlder(made: string, sources: readonly string[]): boolean {
  const path = join(root, made);
  return (
    !existsSync(path) ||
    statSync(path).mtimeMs < Math.max(...sources.map((source) => newest(join(root, source))))
  );
}

/** Modification time (ms) of the newest file in or below `path`; 0 if there is none. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
