import type { BoundExpression } from "../../semantics/bound-tree.ts";
import { type GroupKey, groupKeyOf } from "../../values/group-key.ts";
import { compileCodes } from "../compile-code.ts";
import { compileKey } from "../compile-slot.ts";
import type { Execution } from "../execution.ts";

/** Up to this many codes groups are found in a table. */
const MAX_TABLE = 1 << 20;

/** Numbers the groups of rows, from 0, in the order in which they are met. */
export interface GroupFinder {
  readonly begin: () => void;
  /** The group of the row that stands in the execution; the next number where it is new. */
  readonly find: () => number;
}

export function groupFinder(expressions: readonly BoundExpression[], execution: Execution): GroupFinder {
  const coder = compileCodes(expressions, execution);
  if (coder === undefined) return hashingFinder(expressions, execution);
  return coder.size() <= MAX_TABLE ? tableFinder(coder.read, coder.size) : codeFinder(coder.read);
}

function tableFinder(read: () => number, size: () => number): GroupFinder {
  /** By code: the number of its group, plus one. */
  let table = new Uint32Array(0);
  let codes: number[] = [];
  return {
    begin: () => {
      if (table.length < size()) table = new Uint32Array(size());
      else for (const code of codes) table[code] = 0;
      codes = [];
    },
    find: () => {
      const code = read();
      const known = table[code] as number;
      if (known !== 0) return known - 1;
      table[code] = codes.push(code);
      return codes.length - 1;
    },
  };
}

function codeFinder(read: () => number): GroupFinder {
  let groups = new Map<number, number>();
  let lastCode = -1;
  let lastGroup = -1;
  return {
    begin: () => {
      groups = new Map();
      lastCode = -1;
    },
    find: () => {
      const code = read();
      // Rows of a group often come together.
      if (code === lastCode) return lastGroup;
      let group = groups.get(code);
      if (group === undefined) {
        group = groups.size;
        groups.set(code, group);
      }
      lastCode = code;
      lastGroup = group;
      return group;
    },
  };
}

function hashingFinder(expressions: readonly BoundExpression[], execution: Execution): GroupFinder {
  const keys = expressions.map((expression) => compileKey(expression, execution));
  let groups = new Map<GroupKey, number>();
  return {
    begin: () => {
      groups = new Map();
    },
    find: () => {
      const key = groupKeyOf(keys.map((read) => read()));
      const known = groups.get(key);
      if (known !== undefined) return known;
      groups.set(key, groups.size);
      return groups.size - 1;
    },
  };
}
