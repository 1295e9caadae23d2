import { oneOf } from "../../../diagnostics/nearest-names.ts";
import { FORMATS, isFormat } from "../../../output/rows/formats.ts";
import { CommandFailure } from "../../command-failure.ts";
import type { PromptCommand } from "./prompt-command.ts";

export const format: PromptCommand = {
  name: "format",
  usage: ":format [FORMAT]",
  meaning: `show or set the format of rows: ${oneOf(Object.keys(FORMATS))}`,
  run(session, argument) {
    if (argument === "") return session.say(session.format);
    if (!isFormat(argument)) {
      throw new CommandFailure(`unknown format ${argument}; choose ${oneOf(Object.keys(FORMATS))}`);
    }
    session.format = argument;
  },
};
