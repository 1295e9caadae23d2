import { describe, expect, test } from "vitest";
import { markdownRows } from "../../src/output/rows/markdown.ts";
import { nasty, oneColumn, unsafe, xi } from "./sample-rows.ts";

describe("Markdown", () => {
  test("is a table with numbers aligned right", () => {
    const rows = [
      ["Xi", 5],
      ["Putin", null],
    ];
    expect(markdownRows({ columns: ["name", "n"], rows })).toBe(
      "| name | n |\n| --- | ---: |\n| Xi | 5 |\n| Putin | null |\n",
    );
  });

  test("text stays text", () => {
    const text = markdownRows(oneColumn("a|b *c* [d](https://e.example) <img src=x>", nasty));
    const [, , markup, controls] = text.split("\n");
    expect(markup).toBe("| a\\|b \\*c\\* \\[d](https<!-- -->://e.example) \\<img src=x> |");
    expect(controls).toContain("line<br>break tab \\| pipe");
    expect(text).not.toMatch(unsafe);
  });

  test.each([
    ["https://evil.example", "https<!-- -->://evil.example"],
    ["see HTTP://www.x.com", "see HTTP<!-- -->://www<!-- -->.x.com"],
    ["ftp://a.example", "ftp<!-- -->://a.example"],
    ["(@octocat)", "(@<!-- -->octocat)"],
    ["ann@b.example", "ann@<!-- -->b.example"],
    ["3 @ 5, www, 10:30", "3 @ 5, www, 10:30"],
  ])("%s does not become a link", (text, written) => {
    expect(markdownRows(oneColumn(text))).toContain(`| ${written} |\n`);
  });

  test("an entity is shown by its name", () => {
    expect(markdownRows(oneColumn(xi))).toContain('| ("Xi Jinping":Person) |');
  });
});
