import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { filesBelow } from "./files-below.ts";

/**
 * Phrases that made our text hard to read, each with what to write instead. They are looked for in everything that is
 * written for people: comments, messages, test titles, READMEs, case titles.
 */
const PHRASES: readonly (readonly [phrase: RegExp, instead: string])[] = [
  [/\brest(?:s|ed|ing)? on\b/i, "is supported by; evidence; depends on"],
  [/\b(?:tells?|telling|told)\s+(?:\S+\s+){0,3}apart\b/i, "distinguish; deduplicate"],
  [/\b(?:tells|told) (?:of|what|whether|how|where|who|which|nobody|everyone)\b/i, "reports; says; shows"],
  [/\bst(?:ands?|ood) (?:in|at|for|before|after|beside|alone|where)\b/i, "is in; represents"],
  [/(?<!there )\b(?:is|are|was|were|be) none\b(?!\()/i, "there is no …; is not"],
  [/\b(?:nobody|whoever|whomever)\b/, "no one by name: the caller, the user, any"],
  [/\bso many\b/i, "n; up to n; the number of"],
  [/\bof (?:one's|Hearsay's|somebody's) own\b/i, "its own; custom"],
  [/\bways? out\b/i, "hint; suggestion"],
  [/\banew\b/i, "again"],
  [/\bcomes? to nothing\b/i, "has no result; fails"],
  [/\bheld against\b/i, "compared with"],
  [
    /(?<!there )\b(?:is|are) no (?:date|number|name|file|text|list|string|value|command|option|type|limit)\b/i,
    "is not a …",
  ],
];

const ROOT = resolve(import.meta.dirname, "../..");
const FILES = filesBelow(
  ROOT,
  ["src", "test", "grammar", "seeds", "examples", ".github"],
  /\.(?:ts|mjs|ne|md|case)$/,
)
  .concat("README.md", "vite.config.ts", ".ci/run")
  .filter((file) => !file.includes("/generated/") && !file.endsWith("plain-english.test.ts"));

test("the files are found", () => {
  expect(FILES.length).toBeGreaterThan(700);
});

test("phrases that are hard to read do not come back", () => {
  const found = FILES.flatMap((file) => {
    const lines = readFileSync(resolve(ROOT, file), "utf8").split("\n");
    return lines.flatMap((line, at) =>
      PHRASES.filter(([phrase]) => phrase.test(line)).map(
        ([phrase, instead]) => `${file}:${at + 1}: "${phrase.exec(line)?.[0]}": write ${instead}`,
      ),
    );
  });
  expect(found).toEqual([]);
});
