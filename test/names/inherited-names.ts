import { afterEach, beforeEach, expect } from "vitest";

/** Names that every JavaScript object has a member of. */
export const INHERITED: readonly string[] = Object.getOwnPropertyNames(Object.prototype);

/** These, others that JavaScript or Hearsay gives a meaning, and some in the backquotes that Hearsay adds itself. */
export const ODD_NAMES: readonly string[] = [
  ...INHERITED,
  ..."prototype then toJSON length name id labels type key source target self".split(" "),
  ..."`__proto__` ``constructor`` `hasOwnProperty` `labels` `type` `".split(" "),
];

/** A name as a query writes it. */
export function quoted(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``;
}

/** After each test of the file, every object has the members that it had before, and they have theirs. */
export function checkThatObjectsStayClean(): void {
  let before: unknown;
  beforeEach(() => {
    before = membersOfObjects();
  });
  afterEach(() => {
    expect(membersOfObjects()).toEqual(before);
  });
}

function membersOfObjects(): unknown {
  const shared = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype];
  const inherited = INHERITED.flatMap((name) => {
    const { value } = Object.getOwnPropertyDescriptor(Object.prototype, name) ?? {};
    return typeof value === "function" ? [value as object] : [];
  });
  return [...shared, ...inherited].map((object) => [
    Object.getPrototypeOf(object) === Object.prototype,
    Reflect.ownKeys(object).map(String),
  ]);
}
