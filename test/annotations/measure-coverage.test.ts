import { describe, expect, test } from "vitest";
import { measureCoverage, overlookedFaults } from "../../src/annotations/measure-coverage.ts";
import { renderFault } from "../../src/diagnostics/fault.ts";
import { articleOf, claimOf, HASH, ingestSample } from "./sample.ts";

/** Invented. */
const TEXT = "Harbour news\nLind met 🐟 Castell. Castell left.\nSign up. Sign up now.\n";

const passageOf = (words: string) => {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length;
  return `passage: { start: ${start}, end: ${start + [...words].length}, sha256: ${HASH} }`;
};

function coverageOf(claimed: readonly string[], omitted: readonly string[]) {
  const claims = claimed.map((words, id) =>
    claimOf(id, "Ana Lind MEETS Castell").replace(/passage.*/, passageOf(words)),
  );
  const omissions = omitted.map((words) => `\n  - reason: boilerplate\n    ${passageOf(words)}`);
  const list = omissions.length === 0 ? "" : `omissions:${omissions.join("")}\n`;
  const { readings } = ingestSample({ "a.yaml": articleOf(claims.join("\n") || "[]") + list });
  const [reading] = readings;
  if (reading === undefined) expect.unreachable("no article");
  return measureCoverage(reading, TEXT);
}

function sentencesOf(claimed: readonly string[], omitted: readonly string[] = []) {
  const coverage = coverageOf(claimed, omitted);
  const slice = ({ span }: { span: { start: number; end: number } }) => TEXT.slice(span.start, span.end);
  return {
    claimed: coverage.claimed.map(slice),
    omitted: coverage.omitted.map(({ sentence }) => slice(sentence)),
    overlooked: coverage.overlooked.map(slice),
    words: coverage.words,
  };
}

describe("a passage covers a sentence", () => {
  test("if it contains a word of it", () => {
    expect(sentencesOf(["Castell. Castell"], ["Sign up. Sign"])).toEqual({
      claimed: ["Lind met 🐟 Castell.", "Castell left."],
      omitted: ["Sign up.", "Sign up now."],
      overlooked: ["Harbour news"],
      words: { all: 5, claimed: 2 },
    });
  });

  test("but not if it only contains a part of a word, blanks or full stops", () => {
    expect(sentencesOf(["met 🐟 Castell. Cas"], ["\nSign up. Si"])).toMatchObject({
      claimed: ["Lind met 🐟 Castell."],
      omitted: ["Sign up."],
      overlooked: ["Harbour news", "Castell left.", "Sign up now."],
    });
  });

  test("and a claim takes precedence over an omission", () => {
    expect(sentencesOf(["Lind"], ["met 🐟 Castell"])).toMatchObject({
      claimed: ["Lind met 🐟 Castell."],
      omitted: [],
    });
  });
});

test("overlooked sentences are reported at their place, with a passage to paste", async () => {
  const coverage = coverageOf(["Lind", "Castell left"], ["Sign up. Sign up now."]);
  const faults = await overlookedFaults(coverage, { path: "a.txt", text: TEXT });
  expect(faults.map(renderFault).join("\n")).toMatchInlineSnapshot(`
    "a.txt:1:1: error: the sentence has no claim and no omission [overlooked-sentence]
    1 | Harbour news
      | ^^^^^^^^^^^^
       add a claim or an omission with passage: { start: 0, end: 12, sha256: 9e7e53666065c7ee2cf21ec604fa4c2a2e83f1a4f9684265e6f50bbc01aa2f82 }"
  `);
});
