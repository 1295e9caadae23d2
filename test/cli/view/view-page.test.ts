import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fillPage } from "../../../src/cli/view/view-page.ts";
import { hostileGraph, INJECTION } from "../../viewer/invented-graph.ts";

const SCRIPT = "console.log('$& $1')\r\nlast()";
const STYLE = "body { color: red }";
const TEMPLATE = `<!doctype html><head><!-- hearsay-policy -->
<script type="module" crossorigin>${SCRIPT}</script><style>${STYLE}</style></head>
<body><script type="application/json" id="hearsay-data"></script></body>`;
const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("fillPage", () => {
  const { html, policy } = fillPage(TEMPLATE, { graph: hostileGraph(), title: INJECTION });

  it("allows the page's own script and style by their hashes, and nothing else", () => {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${hash(SCRIPT.replace("\r\n", "\n"))};`);
    expect(policy).toContain(`style-src ${hash(STYLE)};`);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="${policy}" />`);
  });

  it("adds no element for any text of the graph", () => {
    const tags = (text: string) => text.match(/<[/a-z!]/gi)?.length;
    expect(tags(html)).toBe(tags(TEMPLATE));
  });

  it("leaves the template's other text unchanged", () => {
    expect(html).toContain(SCRIPT);
  });

  it("refuses a template without the two placeholders", () => {
    expect(() => fillPage("<html></html>", { graph: hostileGraph() })).toThrow("internal error");
  });
});
