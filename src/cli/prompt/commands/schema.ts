import { printableLine } from "../../../diagnostics/printable-text.ts";
import { padded, shortened, textWidth } from "../../../output/rows/fit-text.ts";
import { tableWidth } from "../../terminal.ts";
import { type Counts, countSchema } from "../count-schema.ts";
import type { PromptCommand } from "./prompt-command.ts";

const USUAL_WIDTH = 80;

export const schema: PromptCommand = {
  name: "schema",
  usage: ":schema",
  meaning: "labels, relationship types and property keys, with their numbers",
  run(session) {
    const { labels, types, nodeKeys, relationshipKeys } = countSchema(session.columns);
    const { entityTypes, relationshipTypes } = session.vocabulary ?? {};
    const width = tableWidth(session.terminal);
    const lines = [
      "Labels",
      ...oneEachLine(labels, entityTypes, width),
      "Relationship types",
      ...oneEachLine(types, relationshipTypes, width),
      "Properties of nodes",
      ...wrapped(nodeKeys, width),
      "Properties of relationships",
      ...wrapped(relationshipKeys, width),
    ];
    session.say(lines.join("\n"));
  },
};

type Meanings = ReadonlyMap<string, { readonly meaning: string }>;

/** A name a line, with its number and what it means. */
function oneEachLine(counts: Counts, meanings: Meanings | undefined, width: number | undefined): string[] {
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

/** Names with their numbers, as many on a line as fit. */
function wrapped(counts: Counts, width = USUAL_WIDTH): string[] {
  const lines: string[] = [];
  for (const [name, count] of counts) {
    const item = `${printableLine(name)} ${count}`;
    const longer = `${lines.at(-1)}, ${item}`;
    if (lines.length > 0 && textWidth(longer) < width) lines[lines.length - 1] = longer;
    else lines.push(`  ${item}`);
  }
  return lines.map((line, i) => (i < lines.length - 1 ? `${line},` : line));
}
