/**
 * Loaded into the built program (`node --import`): stops it before the file operation that `HEARSAY_STOP` names.
 *
 *     kill:7            SIGKILL
 *     half:7            SIGKILL in the middle of a write; ignored if the operation is not a write
 *     signal:7:SIGTERM  another signal
 *     fail:7:ENOSPC     the operation fails
 *     count:0:FILE      does not stop; writes the names of all operations to FILE
 */
import { writeFileSync } from "node:fs";
import { watchOperations } from "./watch-operations.mjs";

const [action = "", at = "0", detail = ""] = (process.env.HEARSAY_STOP ?? "").split(":");
const plainWrite = writeFileSync;
const names = [];

await watchOperations(({ number, name, half }) => {
  names.push(name);
  if (number !== Number(at)) return;
  switch (action) {
    case "kill":
      process.kill(process.pid, "SIGKILL");
      break;
    case "half":
      half();
      if (/^write/.test(name)) process.kill(process.pid, "SIGKILL");
      break;
    case "signal":
      process.kill(process.pid, detail);
      break;
    case "fail":
      throw Object.assign(new Error(`${detail}: made by a test`), { code: detail, syscall: name });
  }
});
if (action === "count") process.on("exit", () => plainWrite(detail, names.join(" ")));
