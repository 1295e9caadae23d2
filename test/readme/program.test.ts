import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const manual = readFileSync(join(root, "src/README.md"), "utf8");
const [, program = ""] = /^## The library\n[\s\S]*?^```ts\n([\s\S]*?)^```/m.exec(manual) ?? [];
const [, promised = ""] = /^result\.toObjects\(\);\s*\/\/ (.*)$/m.exec(program) ?? [];

const folder = mkdtempSync(join(tmpdir(), "hearsay-program-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("the program of src/README.md runs on the installed package, with the results in its comments", () => {
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules/hearsay"), "junction");
  // Print the values that the program only evaluates.
  const shown = `${program}
    const groups = engine.claims().groups(relationships.map(({ id }) => id));
    const gexf = toGexf(result.subgraph());
    console.log(JSON.stringify({
      objects: result.toObjects(),
      promised: ${promised},
      claims: groups.map(({ claims }) => claims.length),
      gexf: gexf.match(/<edge /g).length,
      faults: faults.length,
      report: renderFault({ severity: "error", code: "c", message: "m", file: "f", text: "", span: { start: 0, end: 0 } }),
    }));`;
  writeFileSync(join(folder, "program.mjs"), shown);
  const printed = execFileSync(process.execPath, ["program.mjs"], { cwd: folder, encoding: "utf8" });
  const { objects, promised: expected, ...rest } = JSON.parse(printed);
  expect(objects).toEqual(expected);
  const claims = objects.map((row: { claims: number }) => row.claims);
  const gexf = claims[0] + claims[1];
  expect(rest).toEqual({ claims: claims.slice(0, 1), gexf, faults: 0, report: "f:1:1: error: m [c]" });
});
