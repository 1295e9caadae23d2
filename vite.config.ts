import { viteSingleFile } from "vite-plugin-singlefile";
import { defineConfig } from "vitest/config";

/** The viewer is built as one HTML file, so that it can be served, saved and opened from `file://` alike. */
export default defineConfig({
  root: process.env["VITEST"] ? "." : "src/viewer",
  plugins: [viteSingleFile()],
  build: { outDir: "../../dist/viewer", emptyOutDir: true, target: "es2022" },
  test: {
    root: ".",
    globalSetup: "test/global-setup.ts",
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
