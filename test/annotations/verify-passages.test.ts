import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { sha256Hex } from "../../src/annotations/sha256-hex.ts";
import { verifyArticle } from "../../src/annotations/verify-passages.ts";
import { type Fault, renderFault } from "../../src/diagnostics/fault.ts";
import { ingestSample } from "./sample.ts";

/** Invented; with characters of one to four bytes and one to two UTF-16 units, and mixed newlines. */
const TEXT = "\ufeffTwo 🐟🐠 boats — naïve ones —\r\nleft Port Mira.\nLind met Castell 𝒾n 🏠.\n";

const hashOf = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

/** An annotation of `text` with a claim for each of the passages `slices`. */
function annotation(text: string, slices: readonly string[]): string {
  const claims = slices.map((slice, at) => {
    const start = [...text.slice(0, text.indexOf(slice))].length;
    const end = start + [...slice].length;
    return `  - id: ${at}\n    triple: Ana Lind MEETS Castell\n    gist: invented\n    passage: { start: ${start}, end: ${end}, sha256: ${hashOf(slice)} }\n`;
  });
  const length = [...text].length;
  return `article:\n  id: a\n  title: t\n  file: a.txt\n  sha256: ${hashOf(text)}\n  length: ${length}\nclaims:\n${claims.join("")}`;
}

async function verify(annotated: string, text: string) {
  const { readings, faults } = ingestSample({ "a.yaml": annotated });
  const [reading] = readings;
  if (reading === undefined) expect.unreachable("no article");
  const verification = await verifyArticle(reading, text);
  return { verified: verification.verified, faults: [...faults, ...verification.faults] };
}

const rendered = (faults: readonly Fault[]) => faults.map(renderFault).join("\n");

const SLICES = ["\ufeffTwo", "🐟🐠 boats", "—\r\nleft", "𝒾n 🏠", "\n", TEXT];

describe("verifyArticle", () => {
  test("offsets count code points, astral characters as one", async () => {
    expect(await verify(annotation(TEXT, SLICES), TEXT)).toEqual({ verified: SLICES.length, faults: [] });
  });

  test("a changed character is reported at the article's hash and at each passage that contains it", async () => {
    const { verified, faults } = await verify(
      annotation(TEXT, ["boats", "left Port", "Lind met"]),
      TEXT.replace("left", "lift"),
    );
    expect(verified).toBe(2);
    expect(
      rendered(faults),
    ).toBe(`a.yaml:5:11: error: the article's text is not the one that was annotated [article-changed]
5 |   sha256: ${hashOf(TEXT)}
  |           ${"^".repeat(64)}
   check the claims against it; its sha256 is ${hashOf(TEXT.replace("left", "lift"))}
a.yaml:15:44: error: the article's text from 30 to 39 is not the passage that was annotated [passage-changed]
15 |     passage: { start: 30, end: 39, sha256: ${hashOf("left Port").slice(0, 57)}…
   |                                            ${"^".repeat(57)}
   the text there is: lift Port (sha256 ${hashOf("lift Port")})`);
  });

  test("a shorter text has another length, and passages past its end are reported", async () => {
    const { faults } = await verify(annotation(TEXT, ["boats", "🏠"]), TEXT.slice(0, 20));
    expect(faults.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      "article-changed: the article's text is not the one that was annotated",
      "article-changed: the article's text has 18 code points, not 69",
      "passage-changed: the passage ends at 67, but the article's text at 18",
    ]);
  });

  describe("words that have moved", () => {
    const hints = async (slices: readonly string[], text: string, annotated = TEXT) => {
      const { faults } = await verify(annotation(annotated, slices), text);
      return faults.filter(({ code }) => code === "passage-changed").map(({ hint }) => hint);
    };

    test("are found at their new place, before or after the old one", async () => {
      expect(await hints(["boats", "left Port", "Lind met"], TEXT.replace("Two", "Two or 🐟"))).toEqual([
        "its words are now at { start: 13, end: 18 }",
        "its words are now at { start: 35, end: 44 }",
        "its words are now at { start: 51, end: 59 }",
      ]);
      expect(await hints(["boats", "Lind met"], TEXT.replace("\ufeffTwo ", ""))).toEqual([
        "its words are now at { start: 3, end: 8 }",
        "its words are now at { start: 41, end: 49 }",
      ]);
    });

    test("are searched for relative to the new place of the passage before", async () => {
      const more = "blank ".repeat(70);
      const text = `Lind met. ${more}Castell left.`;
      const longer = `${more}Lind met. ${more}${more}Castell left.`;
      expect(await hints(["Lind met", "Castell left"], longer, text)).toEqual([
        "its words are now at { start: 420, end: 428 }",
        "its words are now at { start: 1270, end: 1282 }",
      ]);
      expect(await hints(["Castell left"], longer, text)).toEqual([
        expect.stringMatching(/^the text there is: /),
      ]);
    });

    test("are only searched for within a limit", async () => {
      const slices = Array.from({ length: 200 }, (_, at) => `word ${at + 100}`);
      const text = `${slices.join(". ")}.`;
      const faults = await hints(slices, text.toUpperCase(), text);
      expect(faults).toHaveLength(200);
    });
  });

  test("a fault about a missing or malformed hash shows the right one", async () => {
    const text = annotation(TEXT, ["boats"]).replace(hashOf(TEXT), "later").replace(hashOf("boats"), "00");
    const { faults } = await verify(text, TEXT);
    expect(faults.map(({ code, hint }) => [code, hint])).toEqual([
      ["bad-hash", "hearsay check --articles DIR prints the right one"],
      ["bad-hash", "hearsay check --articles DIR prints the right one"],
      ["article-changed", `check the claims against it; its sha256 is ${hashOf(TEXT)}`],
      ["passage-changed", `the text there is: boats (sha256 ${hashOf("boats")})`],
    ]);
  });

  test("passages of claims with errors are verified too", async () => {
    const text = annotation(TEXT, ["boats"]).replace("Castell", "Nobody");
    const { verified, faults } = await verify(text, TEXT);
    expect([verified, faults.map(({ code }) => code)]).toEqual([1, ["unknown-entity"]]);
  });
});

test("sha256Hex agrees with Node's hashes", async () => {
  for (const text of ["", "abc", TEXT]) expect(await sha256Hex(text)).toBe(hashOf(text));
});
