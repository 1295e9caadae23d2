#!/usr/bin/env node
import { reportError } from "./command-failure.ts";
import { runCommandLine } from "./command-line.ts";

const { stdin, stdout, stderr, env } = process;
const terminal = { stdin, stdout, stderr, environment: env };

/** A reader such as `head` may close the pipe early: then the program exits silently. */
for (const stream of [stdout, stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    process.exit(stream === stdout ? reportError(error, terminal) : 1);
  });
}

const exitCode = await runCommandLine(process.argv.slice(2), terminal);
// Not `process.exit`, which would drop output that a slow pipe has not read yet.
process.exitCode = exitCode;
stdin.destroy();
