import { CommandFailure } from "../../command-failure.ts";
import type { PromptCommand } from "./prompt-command.ts";

/** Seconds. */
const LONGEST = 86_400;

export const timeout: PromptCommand = {
  name: "timeout",
  usage: ":timeout [SECONDS]",
  meaning: "show or set the time limit for a query",
  run(session, argument) {
    if (argument === "") return session.say(`${session.timeout / 1000} s`);
    const seconds = /^\d*\.?\d+$/.test(argument) ? Number(argument) : Number.NaN;
    if (!(seconds > 0 && seconds <= LONGEST)) {
      throw new CommandFailure(
        `${argument} is not a time limit; give seconds above 0 and up to ${LONGEST} (one day), for example :timeout 120`,
      );
    }
    session.timeout = seconds * 1000;
  },
};
