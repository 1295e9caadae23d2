/** Does what a prompt does with its history file, `process.argv[3]`, using the built program's functions. */
import { join } from "node:path";

const { addToHistory, trimHistory } = await import(join(process.argv[2], "dist/cli/prompt/history.js"));
const file = process.argv[3];
await trimHistory(file);
const error = addToHistory(file, "RETURN 'new'");
await trimHistory(file);
if (error !== undefined) {
  console.error(error.message);
  process.exitCode = 1;
}
