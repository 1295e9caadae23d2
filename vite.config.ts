import { availableParallelism } from "node:os";
import { viteSingleFile } from "vite-plugin-singlefile";
import { defineConfig } from "vitest/config";

/** The viewer is built as one HTML file, so that it can be served, saved and opened from `file://`. */
export default defineConfig(({ mode }) => ({
  root: process.env["VITEST"] ? "." : "src/viewer",
  plugins: [viteSingleFile()],
  build: { outDir: "../../dist/page", emptyOutDir: true, target: "es2022" },
  test: {
    root: ".",
    globalSetup: "test/global-setup.ts",
    setupFiles: "test/random-runs.ts",
    include: ["test/**/*.test.ts"],
    // Test files change no shared state, and loading the engine again for each file takes a third of the time.
    isolate: false,
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    ...(mode === "deep" && { env: deepEnvironment(), testTimeout: 3_600_000 }),
  },
}));

/** For `npm run test:deep`: see `test/random-runs.ts`. */
function deepEnvironment(): Record<string, string> {
  const depth = process.env["TEST_DEPTH"] ?? "50";
  const seed = process.env["TEST_SEED"] ?? String(Math.floor(Math.random() * 2 ** 31));
  console.log(`random tests make ${depth} times as many runs; repeat them with TEST_SEED=${seed}`);
  return { TEST_DEPTH: depth, TEST_SEED: seed };
}
