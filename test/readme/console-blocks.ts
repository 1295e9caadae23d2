/**
 * The examples of the manual: fenced blocks of `console`, in which each line `$ command` has its output below it, and
 * blocks of `yaml`.
 */

/** A command of a console block, with its output as the document shows it. */
export interface ShownCommand {
  readonly kind: "command";
  /** The words of the command, without quotes and without `npx`. */
  readonly words: readonly string[];
  readonly output: string;
  /** Offset of the output in the document. */
  readonly at: number;
}

export interface ShownYaml {
  readonly kind: "yaml";
  readonly text: string;
  readonly at: number;
}

type Example = ShownCommand | ShownYaml;

/** The commands and YAML blocks of a document, in its order. */
export function shownExamples(text: string): readonly Example[] {
  return [...text.matchAll(/^```(console|yaml)\n([\s\S]*?)^```/gm)].flatMap((block): readonly Example[] => {
    const [whole, language = "", body = ""] = block;
    const start = block.index + whole.indexOf("\n") + 1;
    return language === "yaml" ? [{ kind: "yaml", text: body, at: start }] : commands(body, start);
  });
}

function commands(block: string, start: number): readonly ShownCommand[] {
  return [...block.matchAll(/^\$ (.+\n)((?:(?!\$ ).*\n)*)/gm)].map((match) => {
    const [, command = "", output = ""] = match;
    const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? "");
    return {
      kind: "command",
      words: words[0] === "npx" ? words.slice(1) : words,
      output,
      at: start + match.index + "$ ".length + command.length,
    };
  });
}
