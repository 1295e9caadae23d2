import { describe, expect, test } from "vitest";
import { hiddenCharacterFaults } from "../../src/annotations/find-hidden-characters.ts";
import { renderFault } from "../../src/diagnostics/fault.ts";
import { ingestSample } from "./sample.ts";

/** A name, or a name and an alias. */
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

describe("invisible characters", () => {
  test("are reported at their name, and at the later of two names that look alike", () => {
    const faults = faultsOfNames("Port Selm", "Port\u200b Selm");
    expect(faults.map(renderFault).join("\n").replaceAll("\u200b", "<200B>")).toMatchInlineSnapshot(`
      "entities.yaml:3:13: warning: Port Selm contains the invisible character U+200B (zero-width space) [hidden-character]
      3 |   - { name: "Port<200B> Selm", type: Person, aliases: [] }
        |             ^^^^^^^^^^^
         type the name again instead of pasting it
      entities.yaml:3:13: warning: Port Selm looks like a name of Port Selm (entities.yaml:2), but differs in an invisible character [look-alike]
      3 |   - { name: "Port<200B> Selm", type: Person, aliases: [] }
        |             ^^^^^^^^^^^
         if both are the same entity, merge them; if not, rename one of them"
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
    ["a Hangul filler", "Port \u3164Selm"],
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
    ["with combining accents", "Se\u0301lm"],
    ["Persian with a non-joiner", "می\u200cخواهم"],
    ["Hindi with a joiner", "क्\u200dष"],
    ["emoji with joiners and selectors", "👩\u200d💻 ❤\ufe0f"],
    ["a no-break space", "Port\u00a0Selm"],
  ])("are not reported if a name needs them: %s", (_what, name) => {
    expect(codes(name)).toEqual([]);
  });

  test("but names that look alike because of them are still reported", () => {
    expect(codes("می\u200cخواهم", "میخواهم")).toEqual(["look-alike"]);
    expect(codes("Port Selm", "Port Selma")).toEqual([]);
    // These are the same name.
    expect(codes("Port Selm", ["Other", "PORT  SELM"])).toEqual([]);
  });
});
