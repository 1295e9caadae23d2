import { valueText } from "../../../values/value-text.ts";
import { CommandFailure } from "../../command-failure.ts";
import { parseParameterValue } from "../../parameters.ts";
import type { PromptCommand } from "./prompt-command.ts";

export const param: PromptCommand = {
  name: "param",
  usage: ":param NAME VALUE",
  meaning: "set the parameter $NAME; the value is JSON or text",
  run(session, argument) {
    const [, name, value] = /^\$?([^\s=]+)\s*=?\s*(.*)$/su.exec(argument) ?? [];
    if (name === undefined || value === undefined || value === "") {
      throw new CommandFailure("missing name or value; type for example :param limit 10");
    }
    session.parameters.set(name, parseParameterValue(value));
  },
};

export const params: PromptCommand = {
  name: "params",
  usage: ":params",
  meaning: "show the parameters that are set",
  run(session) {
    const lines = Array.from(session.parameters, ([name, value]) => `$${name} = ${valueText(value)}`);
    session.say(
      lines.length === 0 ? "no parameters are set; set one with :param NAME VALUE" : lines.join("\n"),
    );
  },
};
