import type { BoundExpression } from "../../semantics/bound-tree.ts";
import type { Execution } from "../execution.ts";
import { compileKeyEncoders } from "../expressions/compile-key-encoder.ts";

/** Up to this number of codes, groups are found in a table. */
const MAX_TABLE = 1 << 20;

/** Numbers the groups of rows, from 0, in the order in which they first occur. */
export interface GroupFinder {
  readonly begin: () => void;
  /** The group of the current row; the next number if it is new. */
  readonly find: () => number;
}

export function groupFinder(expressions: readonly BoundExpression[], execution: Execution): GroupFinder {
  const { read, size, isDense } = compileKeyEncoders(expressions, execution);
  return isDense || size() <= MAX_TABLE ? tableFinder(read) : hashingFinder(read);
}

function tableFinder(read: () => number): GroupFinder {
  /** By code: the number of its group, plus one. */
  let table = new Uint32Array(64);
  let codes: number[] = [];
  return {
    begin: () => {
      for (const code of codes) table[code] = 0;
      codes = [];
    },
    find: () => {
      const code = read();
      const known = table[code] ?? 0;
      if (known !== 0) return known - 1;
      if (code >= table.length) {
        const larger = new Uint32Array(Math.max(code + 1, table.length * 2));
        larger.set(table);
        table = larger;
      }
      table[code] = codes.push(code);
      return codes.length - 1;
    },
  };
}

function hashingFinder(read: () => number): GroupFinder {
  const groups = new Map<number, number>();
  let lastCode = -1;
  let lastGroup = -1;
  return {
    begin: () => {
      groups.clear();
      lastCode = -1;
    },
    find: () => {
      const code = read();
      // Rows of a group are often consecutive.
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
