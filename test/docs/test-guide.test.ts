import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT, readDocument } from "../readme/documents.ts";

/** The example tests of test/README.md: blocks of TypeScript whose first line is the file's name. */
const examples = [...readDocument("test/README.md").matchAll(/^```ts\n\/\/ (\S+)\n([\s\S]*?)^```/gm)].map(
  ([, file = "", code = ""]) => ({ file, code }),
);

test("the guide has examples", () => {
  expect(examples.length).toBeGreaterThanOrEqual(2);
});

describe.each(examples)("$file", ({ file, code }) => {
  test("imports what the project exports", () => {
    const imports = [...code.matchAll(/^import \{ (.+) \} from "(\.[^"]+)";$/gm)];
    expect(imports.length).toBeGreaterThan(0);
    for (const [, names = "", path = ""] of imports) {
      const source = readFileSync(resolve(ROOT, file, "..", path), "utf8");
      for (const name of names.split(", "))
        expect(source, `${name} of ${path}`).toMatch(
          new RegExp(`^export (?:async )?(?:function|const|class) ${name}\\b`, "m"),
        );
    }
  });
});
