/** How a terminal sets text off. */
export interface TextStyle {
  /** What a line is about. */
  strong(text: string): string;
  /** What is beside the matter. */
  faint(text: string): string;
  /** What speaks against. */
  alert(text: string): string;
  /** The words of another text. */
  quote(text: string): string;
}

const as = (text: string) => text;

/** For files and pipes. */
export const PLAIN: TextStyle = { strong: as, faint: as, alert: as, quote: as };

/** ECMA-48's own sequences: every terminal has these, in the colours that its user chose. */
export const COLOURED: TextStyle = {
  strong: (text) => `\u001b[1m${text}\u001b[22m`,
  faint: (text) => `\u001b[2m${text}\u001b[22m`,
  alert: (text) => `\u001b[31m${text}\u001b[39m`,
  quote: (text) => `\u001b[33m${text}\u001b[39m`,
};
