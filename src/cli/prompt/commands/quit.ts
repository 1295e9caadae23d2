import type { PromptCommand } from "./prompt-command.ts";

export const quit: PromptCommand = {
  name: "quit",
  usage: ":quit",
  meaning: "leave the prompt, like Ctrl-D",
  run(session) {
    session.leaving = true;
  },
};
