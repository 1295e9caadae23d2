import stringWidth from "string-width";

const ASCII = /^[ -~]*$/;
const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Width of `text` in terminal columns; wide characters count two, combining marks none. */
export function textWidth(text: string): number {
  return ASCII.test(text) ? text.length : stringWidth(text);
}

/** `text` cut to at most `width` columns, with `…` for the missing part. Graphemes are never split. */
export function shortened(text: string, width: number): string {
  if (text.length <= width && ASCII.test(text)) return text;
  let kept = "";
  let used = 0;
  for (const { segment } of segmenter.segment(text)) {
    const wide = textWidth(segment);
    if (used + wide > width) return `${cutTo(kept, width - 1)}…`;
    kept += segment;
    used += wide;
  }
  return text;
}

/** `text` filled with spaces to `width` columns. */
export function padded(text: string, width: number, side: "left" | "right"): string {
  const spaces = " ".repeat(Math.max(0, width - textWidth(text)));
  return side === "left" ? spaces + text : text + spaces;
}

function cutTo(text: string, width: number): string {
  let kept = text;
  while (textWidth(kept) > width) {
    const segments = [...segmenter.segment(kept)];
    kept = kept.slice(0, segments.at(-1)?.index ?? 0);
  }
  return kept;
}
