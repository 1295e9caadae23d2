/** Colours from theme.css for the drawing, as the browser resolves them for light or dark mode. */
export interface DrawingTheme {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly lineNear: string;
  readonly contested: string;
  readonly accent: string;
  /** Share of white (0 to 1) in the colours of nodes. */
  readonly lift: number;
  readonly font: string;
}

export function drawingTheme(): DrawingTheme {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    paper: token("--stage"),
    ink: token("--ink"),
    muted: token("--muted"),
    line: token("--line"),
    lineNear: token("--line-near"),
    contested: token("--contested"),
    accent: token("--accent"),
    lift: Number.parseFloat(token("--lift")) / 100,
    font: token("--sans"),
  };
}

/** `color` mixed with `share` (0 to 1) of `other`. Both as `#rrggbb`; the result is opaque, since lines cross. */
export function mix(color: string, other: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const parts = [1, 3, 5].map((at) =>
    Math.round(channel(color, at) * (1 - share) + channel(other, at) * share)
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${parts.join("")}`;
}
