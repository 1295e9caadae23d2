import type { Rows } from "../../src/output/rows/rows.ts";
import { Node, Path, Relationship } from "../../src/values/value.ts";

export const xi = new Node("xi-jinping", ["Person"], {
  id: "xi-jinping",
  name: "Xi Jinping",
  aliases: ["Xi"],
});
export const moscow = new Node("moscow", ["City", "Place"], { id: "moscow", name: 'The "Third Rome"' });
export const visit = new Relationship("000#1", "VISITS", "xi-jinping", "moscow", {
  claim: "000#1",
  stance: "affirmed",
});
export const denial = new Relationship("000#2", "VISITS", "xi-jinping", "moscow", {
  claim: "000#2",
  claimant: "Dmitry Peskov",
  stance: "denied",
});
export const walk = new Path([moscow, xi], [visit]);

/** Text that breaks tables, terminals, spreadsheets and markup. */
export const nasty = 'line\nbreak\ttab | pipe, "quote" <b>\u001b[31m \u202e习近平 👩‍👩‍👧';

/** Controls other than the line break, and characters that reorder text. */
export const unsafe = /(?!\n)\p{Cc}|\p{Bidi_Control}/u;

export function oneColumn(...values: Rows["rows"][number]): Rows {
  return { columns: ["value"], rows: values.map((value) => [value]) };
}
