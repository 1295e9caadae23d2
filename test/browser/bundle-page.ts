import { extname, join } from "node:path";
import { build } from "vite";

/** `page.ts`, or `page.js` if the tests have been compiled. */
const ENTRY = join(import.meta.dirname, `page${extname(import.meta.filename)}`);

/** The test page's program with all its imports as one classic script, for a browser and without Node's modules. */
export async function bundlePage(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2022",
      minify: false,
      lib: { entry: ENTRY, formats: ["iife"], name: "hearsayTestPage" },
    },
  });
  const chunks = [output].flat().flatMap((one) => ("output" in one ? one.output : []));
  const [script] = chunks.filter((chunk) => chunk.type === "chunk");
  if (script === undefined || chunks.length !== 1) throw new Error("the test page is not one script");
  return script.code;
}
