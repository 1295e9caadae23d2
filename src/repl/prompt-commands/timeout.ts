import { CommandFailure } from "../command-failure.ts";
import type { PromptCommand } from "./prompt-command.ts";

export const timeout: PromptCommand = {
  name: "timeout",
  usage: ":timeout [SECONDS]",
  meaning: "how long a query may run",
  run(session, argument) {
    if (argument === "") return session.say(`${session.timeout / 1000} s`);
    const seconds = Number(argument);
    if (!(seconds > 0))
      throw new CommandFailure(`${argument} is no number of seconds; for example :timeout 120`);
    session.timeout = seconds * 1000;
  },
};
