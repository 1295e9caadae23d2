/**
 * The rooms that each room may import, from the table in `src/README.md`. The third cell of a row is `nothing`, a
 * comma-separated list of names, `all above`, or `all above but` a list of names.
 */
export function roomTable(markdown: string): ReadonlyMap<string, readonly string[]> {
  const rooms = new Map<string, readonly string[]>();
  const table =
    markdown.split(/\n\n+/).find((block) => /^\| room +\| .* \| may import +\|/.test(block)) ?? "";
  for (const line of table.split("\n").slice(2)) {
    const [name = "", , cell = ""] = line
      .split("|")
      .slice(1)
      .map((text) => text.trim());
    rooms.set(name.replaceAll("`", ""), roomsOf(cell, [...rooms.keys()]));
  }
  return rooms;
}

function roomsOf(cell: string, above: readonly string[]): readonly string[] {
  if (cell === "nothing") return [];
  const [, but] = /^all above(?: but (.*))?$/.exec(cell) ?? [];
  if (but !== undefined) return above.filter((room) => !listed(but).includes(room));
  return cell === "all above" ? above : listed(cell);
}

function listed(names: string): string[] {
  return names.split(", ");
}
