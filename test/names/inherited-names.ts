import { afterEach, beforeEach, expect } from "vitest";

/** Names of members that every JavaScript object inherits. */
export const INHERITED: readonly string[] = Object.getOwnPropertyNames(Object.prototype);

/**
 * The inherited names, others with a meaning in JavaScript or Hearsay, and some in the backquotes that Hearsay adds.
 */
export const ODD_NAMES: readonly string[] = [
  ...INHERITED,
  ..."prototype then toJSON length name id labels type key source target self".split(" "),
  ..."`__proto__` ``constructor`` `hasOwnProperty` `labels` `type` `".split(" "),
];

/** A name as written in a query. */
export function quoted(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``;
}

/** Checks after each test of the file that all objects have the same members as before, and that the members do too. */
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
