import { escapeUnprintable } from "../../diagnostics/printable-text.ts";

/** Characters that XML 1.0 (section 2.2) cannot represent: most C0 controls, lone surrogates, U+FFFE, U+FFFF. */
const NOT_IN_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** `text` with U+FFFD, the replacement character, for each character that XML cannot represent. */
export function xmlText(text: string): string {
  return text.replace(NOT_IN_XML, "\ufffd");
}

/** The same XML with unprintable and text-reordering characters as character references: `&#x202E;`. */
export function printableXml(xml: string): string {
  return escapeUnprintable(
    xml,
    (char) => `&#x${(char.codePointAt(0) as number).toString(16).toUpperCase()};`,
  );
}
