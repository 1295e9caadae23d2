import { describe, expect, test } from "vitest";
import { hiddenCharacterFaults } from "../../src/annotations/find-hidden-characters.ts";
import { renderFault } from "../../src/diagnostics/fault.ts";
import { ingestSample } from "./sample.ts";

/** A name, or a name with an alias. */
type Given = string | readonly [name: string, alias: string];

function faultsOfNames(...names: readonly Given[]) {
  const entities = names.map((given) => {
    const [name, ...aliases] = [given].flat();
    return `  - { name: ${JSON.stringify(name)}, type: Person, aliases: ${JSON.stringify(aliases)} }\n`;
  });
  const { declarations } = ingestSample({}, { entities: `entities:\n${entities.join("")}` });
  return hiddenCharacterFaults(declarations);
}

const codes = (...names: readonly Given[]) => faultsOfNames(...names).map(({ code }) => code);

describe("characters that nobody sees", () => {
  test("are told where they stand, and where two names look alike by them", () => {
    const faults = faultsOfNames("Port Selm", "Port\u200b Selm");
    expect(faults.map(renderFault).join("\n").replaceAll("\u200b", "<200B>")).toMatchInlineSnapshot(`
      "entities.yaml:3:13: warning: Port Selm holds U+200B (zero-width space), which nobody sees [hidden-character]
      3 |   - { name: "Port<200B> Selm", type: Person, aliases: [] }
        |             ^^^^^^^^^^^
         type the name again instead of pasting it
      entities.yaml:3:13: warning: Port Selm looks like a name of Port Selm (entities.yaml:2), and is another by a character that nobody sees [look-alike]
      3 |   - { name: "Port<200B> Selm", type: Person, aliases: [] }
        |             ^^^^^^^^^^^
         if the two are one, unite them; else give one another name"
    `);
    expect(faults.map(({ severity }) => severity)).toEqual(["warning", "warning"]);
  });

  test.each([
    ["a soft hyphen", "Port\u00ad Selm"],
    ["a zero-width space", "Port Sel\u200bm"],
    ["a joiner between Latin letters", "Port Se\u200dlm"],
    ["a non-joiner between Latin letters", "Port Se\u200clm"],
    ["a mark of direction", "\u200ePort Selm"],
    ["a word joiner", "Port\u2060 Selm"],
    ["a byte order mark", "Port Se\ufefflm"],
    ["a filler of Hangul", "Port \u3164Selm"],
    ["a variation selector", "Port Selm\ufe0f"],
    ["a tag", "Port Selm\u{e0041}"],
  ])("%s", (_what, name) => {
    expect(codes(name)).toEqual(["hidden-character"]);
    expect(codes(["Other", name])).toEqual(["hidden-character"]);
    expect(codes("PORT SELM", name)).toEqual(["hidden-character", "look-alike"]);
    expect(codes(["Other", "Port Selm"], name)).toEqual(["hidden-character", "look-alike"]);
    expect(codes(name, ["Other", "Port Selm"])).toEqual(["hidden-character", "look-alike"]);
    expect(codes(["Port Selm", name])).toEqual(["hidden-character"]);
  });

  test.each([
    ["plain", "Port Selm"],
    ["with accents that are characters of their own", "Se\u0301lm"],
    ["Persian with a non-joiner", "می\u200cخواهم"],
    ["Hindi with a joiner", "क्\u200dष"],
    ["emoji with joiners and selectors", "👩\u200d💻 ❤\ufe0f"],
    ["a no-break space", "Port\u00a0Selm"],
  ])("but not what a name needs: %s", (_what, name) => {
    expect(codes(name)).toEqual([]);
  });

  test("and names that look alike by what they need are told all the same", () => {
    expect(codes("می\u200cخواهم", "میخواهم")).toEqual(["look-alike"]);
    expect(codes("Port Selm", "Port Selma")).toEqual([]);
    // These are one name already.
    expect(codes("Port Selm", ["Other", "PORT  SELM"])).toEqual([]);
  });
});
