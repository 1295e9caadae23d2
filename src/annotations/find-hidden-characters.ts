/**
 * Entities → warnings if a name contains invisible characters, such as a zero-width space from a web page, and if two
 * names look the same because of them: a query typed by hand finds one and not the other.
 */
import type { Fault } from "../diagnostics/fault.ts";
import { shortened } from "../diagnostics/printable-text.ts";
import { locate } from "../diagnostics/span.ts";
import { foldName } from "../graph/fold-name.ts";
import type { DeclaredEntity } from "./read-entities.ts";
import { reportInto } from "./report.ts";

/** Characters that Unicode says to leave undrawn if unsupported: joiners, direction marks, soft hyphens. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * Ignorable characters that a name needs: joiners after letters of scripts that use them, and joiners and variation
 * selectors in emoji (UAX 31, UTS 51).
 */
const NEEDED =
  /(?<=[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Tibt}])[\u200c\u200d](?=\p{L})|(?<=\p{Emoji}\p{M}*)[\u200d\ufe0e\ufe0f]/gu;

/** The most common of these characters, with the names that editors use. */
const CHARACTER_NAMES: ReadonlyMap<string, string> = new Map([
  ["\u00ad", "soft hyphen"],
  ["\u200b", "zero-width space"],
  ["\u200c", "zero-width non-joiner"],
  ["\u200d", "zero-width joiner"],
  ["\u200e", "left-to-right mark"],
  ["\u200f", "right-to-left mark"],
  ["\u2060", "word joiner"],
  ["\ufeff", "byte order mark"],
]);

/** A warning at each entity with an invisible character in its name or alias, and at the later of two look-alikes. */
export function hiddenCharacterFaults(declarations: readonly DeclaredEntity[]): readonly Fault[] {
  const faults: Fault[] = [];
  const byLook = new Map<string, { readonly declared: DeclaredEntity; readonly name: string }[]>();
  for (const declared of declarations) {
    const { entity, source, span } = declared;
    const report = reportInto(faults, source);
    const looks = new Map<string, string>();
    for (const name of [entity.name, ...entity.aliases]) {
      const [hidden] = name.replace(NEEDED, "").match(IGNORABLE) ?? [];
      if (hidden !== undefined) {
        const met = `${shortened(visible(name))} contains the invisible character ${nameOf(hidden)}`;
        report("hidden-character", span, met, "type the name again instead of pasting it");
      }
      looks.set(foldName(visible(name)), name);
    }
    for (const [look, name] of looks) {
      const others = byLook.get(look) ?? [];
      const other = others.find((one) => foldName(one.name) !== foldName(name));
      if (other !== undefined) {
        const place = `${other.declared.source.path}:${locate(other.declared.source.text, other.declared.span.start).line}`;
        const met = `${shortened(visible(name))} looks like a name of ${visible(other.declared.entity.name)} (${place}), but differs in an invisible character`;
        report(
          "look-alike",
          span,
          met,
          "if both are the same entity, merge them; if not, rename one of them",
        );
      }
      byLook.set(look, [...others, { declared, name }]);
    }
  }
  return faults;
}

function visible(name: string): string {
  return name.replace(IGNORABLE, "");
}

/** `U+200B (zero-width space)`. */
function nameOf(character: string): string {
  const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0");
  const name = CHARACTER_NAMES.get(character);
  return name === undefined ? `U+${code}` : `U+${code} (${name})`;
}
