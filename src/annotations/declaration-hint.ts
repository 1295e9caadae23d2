import { oneOf } from "../diagnostics/nearest-names.ts";
import { shortened } from "../diagnostics/printable-text.ts";
import { ARTICLE, VALUE } from "./vocabulary.ts";

/** A hint with the line that declares the entity `name`; `types` are the types it may have, empty for any type. */
export function declarationHint(name: string, types: readonly string[] = []): string {
  const possible = types.filter((type) => type !== ARTICLE && type !== VALUE);
  const [only, ...others] = possible;
  const type = others.length === 0 ? only : undefined;
  const line = `- { name: ${yamlText(shortened(name))}, type: ${type ?? "..."} }`;
  const choice = others.length > 0 ? ` of type ${oneOf(possible)}` : "";
  return `declare it under entities: ${line}${choice}`;
}

/** `text` as a YAML scalar within braces: unquoted if YAML reads it as a string, otherwise in quotes. */
function yamlText(text: string): string {
  const isPlain =
    /^\p{L}[\p{L}\p{M}\p{N} .'’()_/-]*$/u.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}
