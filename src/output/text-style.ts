/** Styles of text on a terminal. */
export interface TextStyle {
  /** For the subject of a line. */
  strong(text: string): string;
  /** For secondary details. */
  faint(text: string): string;
  /** For contradictions. */
  alert(text: string): string;
  /** For quotations. */
  quote(text: string): string;
}

const as = (text: string) => text;

/** For files and pipes. */
export const PLAIN: TextStyle = { strong: as, faint: as, alert: as, quote: as };

/** Escape sequences of ECMA-48: every terminal supports these, in the colours that its user has chosen. */
export const COLOURED: TextStyle = {
  strong: (text) => `\u001b[1m${text}\u001b[22m`,
  faint: (text) => `\u001b[2m${text}\u001b[22m`,
  alert: (text) => `\u001b[31m${text}\u001b[39m`,
  quote: (text) => `\u001b[33m${text}\u001b[39m`,
};
