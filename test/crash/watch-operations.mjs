/**
 * Calls a function before each operation of this process that changes files, so that a test can stop the process
 * between any two of them. In JavaScript, because it is loaded directly into the built program (`node --import`).
 */
import fs, { promises } from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const SYNCHRONOUS = ["rename", "link", "rm", "unlink", "mkdir", "rmdir", "fchmod", "write", "appendFile"];
const PROMISED = ["rename", "link", "rm", "unlink", "mkdir", "rmdir"];
const OF_HANDLES = ["write", "writeFile", "sync", "chmod", "chown"];

/**
 * @param {(operation: { number: number, name: string, half: () => void }) => void} before called with the number of the
 * operation, from 1, and its name; `half` does the first half of a write. If it throws, the operation fails with that
 * error.
 * @returns {Promise<() => void>} a function that stops watching
 */
export async function watchOperations(before) {
  const undo = [];
  let number = 0;
  const wrap = (owner, name, made) => {
    const original = owner[name];
    owner[name] = made(original);
    undo.push(() => {
      owner[name] = original;
    });
  };
  const nothing = () => {};
  const handle = await promises.open(import.meta.filename);
  const handles = Object.getPrototypeOf(handle);
  await handle.close();

  const writes = (flags) =>
    typeof flags === "number" ? (flags & 3) !== 0 : flags !== undefined && !/^r$/.test(flags);
  const { writeSync } = fs;
  for (const name of SYNCHRONOUS) {
    wrap(fs, `${name}Sync`, (original) => (...args) => {
      const half = name === "write" ? () => halfOf(args[1], (part) => writeSync(args[0], part)) : nothing;
      before({ number: ++number, name, half });
      return original(...args);
    });
  }
  for (const name of PROMISED) {
    wrap(promises, name, (original) => async (...args) => {
      before({ number: ++number, name, half: nothing });
      return original(...args);
    });
  }
  for (const name of OF_HANDLES) {
    wrap(
      handles,
      name,
      (original) =>
        async function (...args) {
          const half = /^write/.test(name)
            ? () => halfOf(args[0], (part) => writeSync(this.fd, part))
            : nothing;
          before({ number: ++number, name, half });
          return original.apply(this, args);
        },
    );
  }
  wrap(fs, "openSync", (original) => (...args) => {
    if (writes(args[1])) before({ number: ++number, name: "open", half: nothing });
    return original(...args);
  });
  wrap(promises, "open", (original) => async (...args) => {
    if (writes(args[1])) before({ number: ++number, name: "open", half: nothing });
    return original(...args);
  });
  syncBuiltinESMExports();
  return () => {
    for (const restore of undo) restore();
    syncBuiltinESMExports();
  };
}

function halfOf(content, write) {
  const bytes = Buffer.from(content);
  write(bytes.subarray(0, bytes.length >> 1));
}
