/**
 * Characters that may disturb a terminal or deceive a reader: C0 and C1 controls except tab and newline, characters
 * that reorder text (Trojan Source, CVE-2021-42574), and tag characters, which programs read but people cannot see.
 */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/**
 * `text` with each unprintable character written as an escape such as `\u001b` or `\u{e0041}`; tab and newline stay.
 */
export function printableText(text: string): string {
  return escapeUnprintable(text, (char) => {
    const digits = (char.codePointAt(0) as number).toString(16).padStart(4, "0");
    return digits.length > 4 ? `\\u{${digits}}` : `\\u${digits}`;
  });
}

/** `text` with each unprintable character replaced by the result of `write`. */
export function escapeUnprintable(text: string, write: (char: string) => string): string {
  return text.replace(UNPRINTABLE, write);
}

/** {@link printableText} on one line: tabs and line breaks are escaped too. */
export function printableLine(text: string): string {
  return printableText(text).replace(/[\t\n]/g, (char) => (char === "\t" ? "\\t" : "\\n"));
}

/** `text` for a message, cut after `longest` code points. */
export function shortened(text: string, longest = 60): string {
  const points = [...text.slice(0, 2 * longest + 2)];
  return points.length <= longest ? text : `${points.slice(0, longest).join("")}…`;
}
