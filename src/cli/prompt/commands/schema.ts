import { printableLine } from "../../../diagnostics/printable-text.ts";
import { padded, shortened, textWidth } from "../../../output/rows/fit-text.ts";
import { tableWidth } from "../../terminal.ts";
import { type Counts, countSchema } from "../count-schema.ts";
import type { PromptCommand } from "./prompt-command.ts";

const DEFAULT_WIDTH = 80;

export const schema: PromptCommand = {
  name: "schema",
  usage: ":schema",
  meaning: "show labels, relationship types and property keys, with their counts",
  run(session) {
    const { labels, types, nodeKeys, relationshipKeys } = countSchema(session.columns);
    const { entityTypes, relationshipTypes } = session.vocabulary ?? {};
    const width = tableWidth(session.terminal);
    const lines = [
      "Labels",
      ...onePerLine(labels, entityTypes, width),
      "Relationship types",
      ...onePerLine(types, relationshipTypes, width),
      "Properties of nodes",
      ...wrapped(nodeKeys, width),
      "Properties of relationships",
      ...wrapped(relationshipKeys, width),
    ];
    session.say(lines.join("\n"));
  },
};

type Meanings = ReadonlyMap<string, { readonly meaning: string }>;

/** One name per line, with its count and meaning. */
function onePerLine(counts: Counts, meanings: Meanings | undefined, width: number | undefined): string[] {
  const names = [...counts.keys()].map(printableLine);
  const longest = Math.max(0, ...names.map(textWidth));
  const digits = Math.max(0, ...Array.from(counts.values(), (count) => String(count).length));
  return Array.from(counts, ([name, count], i) => {
    const shown = padded(names[i] ?? "", longest, "right");
    const meaning = printableLine(meanings?.get(name)?.meaning ?? "");
    const line = `  ${shown}  ${String(count).padStart(digits)}  ${meaning}`.trimEnd();
    return width === undefined ? line : shortened(line, width);
  });
}

/** Names with their counts, wrapped to `width`. */
function wrapped(counts: Counts, width = DEFAULT_WIDTH): string[] {
  const lines: string[] = [];
  for (const [name, count] of counts) {
    const item = `${printableLine(name)} ${count}`;
    const longer = `${lines.at(-1)}, ${item}`;
    if (lines.length > 0 && textWidth(longer) < width) lines[lines.length - 1] = longer;
    else lines.push(`  ${item}`);
  }
  return lines.map((line, i) => (i < lines.length - 1 ? `${line},` : line));
}
