import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startViewer, type ViewerOptions } from "../../src/cli/commands/view.ts";
import { viewerPage } from "../../src/cli/view/view-page.ts";
import type { ViewServer } from "../../src/cli/view/view-server.ts";
import { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import type { PassageText } from "../../src/output/evidence/passage-text.ts";
import { browser, closeBrowser } from "../browser/browser.ts";
import { hostileGraph, INJECTION, inheritedGraph, inventedGraph, largeGraph } from "./invented-graph.ts";
import { MOVING, type OpenedPage, openPage, settled, startPage } from "./open-page.ts";

const servers: ViewServer[] = [];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hearsay-viewer-"));
  await browser();
});

afterAll(async () => {
  await closeBrowser();
  await rm(folder, { recursive: true, force: true });
});

async function closePages(): Promise<void> {
  for (const context of (await browser()).contexts()) await context.close();
  for (const server of servers.splice(0)) await server.close();
}

async function serve(graph: MultiDirectedGraph, options: ViewerOptions = {}): Promise<string> {
  const server = await startViewer(graph, { port: 0, ...options });
  servers.push(server);
  return server.url;
}

async function view(
  graph: MultiDirectedGraph,
  options?: ViewerOptions,
  reader?: BrowserContextOptions,
): Promise<OpenedPage> {
  return openPage(await serve(graph, options), reader);
}

/** Number of colours in the drawing: a blank canvas has one. */
async function coloursDrawn(page: Page): Promise<number> {
  const picture = await page.locator("#canvas").screenshot();
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return new Set(new Uint32Array(data.buffer)).size;
  }, picture.toString("base64"));
}

/** Position of a node on the page, or the middle of the line between two nodes. */
function placeOf(page: Page, ...keys: readonly string[]): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const canvas = document.getElementById("canvas")?.getBoundingClientRect();
    const places = wanted.map((key) => window.hearsay?.renderer.place(key));
    const mean = (axis: "x" | "y") =>
      places.reduce((sum, place) => sum + (place?.[axis] ?? 0), 0) / places.length;
    return { x: mean("x") + (canvas?.left ?? 0), y: mean("y") + (canvas?.top ?? 0) };
  }, keys);
}

/** Time of the last click by {@link clickDrawing}, per page. */
const clicked = new WeakMap<Page, number>();

/** Clicks at this position, late enough after the last click that sigma does not see a double click. */
async function clickDrawing(page: Page, { x, y }: { readonly x: number; readonly y: number }): Promise<void> {
  const early = (clicked.get(page) ?? 0) + 400 - performance.now();
  if (early > 0) await page.waitForTimeout(early);
  await page.mouse.click(x, y);
  clicked.set(page, performance.now());
}

async function ask(page: Page, query: string): Promise<void> {
  await page.locator("#query-input").fill(query);
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector(".answer-facts, .error");
  await settled(page);
}

/** The visible text of the matching elements, with line breaks. */
async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).allInnerTexts()).join("\n");
}

const panelText = (page: Page) => textOf(page, "#panel");
const state = (page: Page) =>
  page.evaluate(() => {
    const { selected, hovered, highlight } = window.hearsay?.store.state ?? {};
    return {
      selected,
      hovered,
      nodes: [...(highlight?.nodes ?? [])],
      claims: [...(highlight?.claims ?? [])],
    };
  });

/** All state of a page that a reader can change, except the graph. */
async function visibleState(page: Page): Promise<unknown> {
  const types = page.locator(".legend-type");
  return {
    state: await state(page),
    places: [await placeOf(page, "norland"), await placeOf(page, "ada-strom")],
    texts: [await panelText(page), await textOf(page, ".answer"), await textOf(page, "#search-list")],
    typed: [
      await page.locator("#search-input").inputValue(),
      await page.locator("#query-input").inputValue(),
    ],
    types: await types.evaluateAll((all) => all.map((type) => type.getAttribute("aria-pressed"))),
  };
}

/** Resets the text fields, the answer, the selection and the camera after a test. */
async function startOver(page: Page): Promise<void> {
  for (const input of ["#search-input", "#query-input"]) await page.locator(input).fill("");
  await page.locator("#query-input").blur();
  // Once each for the selection, the chosen row and the answer.
  for (let times = 0; times < 3; times++) await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Show the whole graph" }).click();
  await page.mouse.move(0, 0);
  await settled(page);
}

describe("the page of a small graph, without changes to it", () => {
  let opened: OpenedPage;
  let page: Page;
  let untouched: unknown;

  beforeAll(async () => {
    opened = await view(inventedGraph());
    page = opened.page;
    untouched = await visibleState(page);
  });

  afterEach(async () => {
    await startOver(page);
    expect(await visibleState(page)).toEqual(untouched);
    expect(opened.errors).toEqual([]);
  });

  afterAll(closePages);

  it("finds a name without its accents, with only the keyboard, and shows its claims", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("strom");
    expect(await page.locator(".search-option").allInnerTexts()).toEqual([
      expect.stringMatching(/Ada Ström[\s\S]*Person · 2 claims/),
    ]);
    expect(await page.locator("#search-input").getAttribute("aria-activedescendant")).toBe("search-option-0");
    await page.keyboard.press("Enter");
    await settled(page);
    expect((await state(page)).selected).toEqual({ kind: "node", key: "ada-strom" });
    const text = await panelText(page);
    expect(text).toMatch(/Ada Ström\s+also Strom, Minister Ström/);
    expect(text).toMatch(
      /Ada Ström meets Bruno Vale[\s\S]*7 May 2025 – 10 May 2025[\s\S]*place\s*Isle of Ester/,
    );
    await page.getByRole("tab", { name: "About" }).focus();
    await page.keyboard.press("ArrowRight");
    expect(await panelText(page)).toMatch(/Norland supplies weapons to Sudavia[\s\S]*accused/);
    await page.keyboard.press("Escape");
    expect((await state(page)).selected).toBeUndefined();
  });

  it("reports that a name is not found", async () => {
    await page.locator("#search-input").fill("absent");
    expect(await textOf(page, "#search-list")).toBe("No such name.");
  });

  it("lists the claims of a clicked line, with claimants, stances and sources", async () => {
    await clickDrawing(page, await placeOf(page, "norland", "sudavia"));
    const text = await panelText(page);
    expect(text).toMatch(/Norland ↔ Sudavia/);
    expect(text).toMatch(/Norland supplies weapons to Sudavia\s+contested\s*3 claims/);
    expect(text).toMatch(/Bruno Vale\s+denied/);
    expect(text).toMatch(/Dmitri Orlov\s+as reported by The Daily Ester/);
    expect(text).toMatch(/Arms for the south\s+The Daily Ester, 4 May 2025/);
    expect(text).toMatch(/Sudavia borders Norland\s+1 claim[\s\S]*the article/);
  });

  it("lists the claims of a clicked node, marks planned and false ones, and links to other nodes", async () => {
    await clickDrawing(page, await placeOf(page, "isle-of-ester"));
    expect(await panelText(page)).toMatch(
      /Carla Ibáñez visits Isle of Ester\s+contested[\s\S]*the article: false/,
    );
    await page.locator("#panel").getByRole("button", { name: "Dmitri Orlov" }).click();
    await settled(page);
    expect((await state(page)).selected).toEqual({ kind: "node", key: "dmitri-orlov" });
    await page.getByRole("button", { name: "A quiet week on the island" }).first().click();
    expect(await panelText(page)).toMatch(/Article[\s\S]*In this article\s*4[\s\S]*planned/);
  });

  it("focuses on the node or line under the pointer", async () => {
    const node = await placeOf(page, "dmitri-orlov");
    await page.mouse.move(node.x, node.y);
    await expect.poll(async () => (await state(page)).hovered).toEqual({ kind: "node", key: "dmitri-orlov" });
    const line = await placeOf(page, "ada-strom", "bruno-vale");
    await page.mouse.move(line.x + 2, line.y + 2);
    await expect.poll(async () => (await state(page)).hovered?.kind).toBe("bundle");
  });

  it("hides and shows a type through the legend", async () => {
    const person = page.locator(".legend-type", { hasText: "Person" });
    const all = await coloursDrawn(page);
    await person.click();
    expect(await person.getAttribute("aria-pressed")).toBe("false");
    expect(await coloursDrawn(page)).toBeLessThan(all);
    await person.click();
    expect(await person.getAttribute("aria-pressed")).toBe("true");
  });

  it("runs a query, shows its rows, and highlights their evidence", async () => {
    await ask(
      page,
      'MATCH ("Norland")-[r:SUPPLIES_WEAPONS_TO]->(x)\nRETURN x, collect(r) AS claims, count(r) AS number, null AS nothing',
    );
    expect(await page.locator("th[scope=col]").allInnerTexts()).toEqual([
      "",
      "x",
      "claims",
      "number",
      "nothing",
    ]);
    expect(await page.locator("td").allInnerTexts()).toEqual([
      "Sudavia",
      expect.stringMatching(/^supplies weapons to(\s*,\s*supplies weapons to){2}$/),
      "3",
      "null",
    ]);
    const { nodes, claims } = await state(page);
    expect(nodes.sort()).toEqual(["norland", "sudavia"]);
    expect(claims.sort()).toEqual(["a1#0", "a1#1", "a1#2"]);
    expect(await panelText(page)).toMatch(/Evidence for the answer\s+3 claims/);
    await page.locator("td .chip-claim").first().click();
    expect(await page.locator(".claim-in-result").count()).toBe(3);
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    expect((await state(page)).claims).toEqual([]);
    expect(await page.locator(".example").count()).toBeGreaterThan(2);
  });

  it("shows the beginning of a list of a million items, and the number of the others", async () => {
    await ask(page, "RETURN range(1, 1000000) AS numbers, [[1, 2], range(1, 1000)] AS lists");
    const [numbers, lists] = await page.locator(".table tbody td").allInnerTexts();
    expect(numbers).toMatch(/^1, 2, 3, .*, 100, … 999,900 more$/);
    expect(lists).toMatch(/^1, 2, 1, 2, .*, 96, … 904 more$/);
  });

  it("shows the claims that support a row, and the claims against it", async () => {
    await ask(
      page,
      'MATCH ("Norland")-[r:SUPPLIES_WEAPONS_TO]->(x) RETURN r.claimant, count(*) AS n ORDER BY r.claimant',
    );
    await page.getByRole("button", { name: "Why row 1?" }).click();
    await settled(page);
    const text = await panelText(page);
    expect(text).toMatch(/Evidence for row 1\s+1 claim\s+contradicted by 1 other claim/);
    expect(text).toMatch(
      /Ada Ström\s+accused[\s\S]*Claims against it, not part of the row[\s\S]*Bruno Vale\s+denied/,
    );
    expect(text).toContain("a1#0 · characters 0 to 1");
    expect(await page.evaluate(() => [...(window.hearsay?.store.state.row?.claims ?? [])])).toEqual(["a1#0"]);
    expect(await page.locator(".row-chosen").allInnerTexts()).toEqual([expect.stringMatching(/Ada Ström/)]);

    await page.locator("tbody tr").nth(1).locator("td").last().click();
    expect(await panelText(page)).toMatch(
      /Evidence for row 2[\s\S]*Bruno Vale[\s\S]*against it[\s\S]*Ada Ström/,
    );
    await page.locator("#panel").getByRole("button", { name: "Bruno Vale" }).first().click();
    await page.getByRole("button", { name: "Back to the row" }).click();
    await page.keyboard.press("Escape");
    expect(await panelText(page)).toMatch(/Evidence for the answer\s+3 claims/);
    expect(await page.locator(".row-chosen").count()).toBe(0);
  });

  it("shows a row that only nodes support, and a row without evidence", async () => {
    await ask(page, "MATCH (c:Country) RETURN c.name ORDER BY c.name");
    await page.locator("tbody tr").first().locator("td").click();
    expect(await panelText(page)).toMatch(/Evidence for row 1\s+1 node\s+Isle of Ester/);
    await ask(page, "RETURN 1 AS one");
    await page.getByRole("button", { name: "Why row 1?" }).click();
    expect(await panelText(page)).toMatch(/Evidence for row 1\s+nothing in the graph/);
  });

  it("runs each of its example queries", async () => {
    const count = await page.locator(".example").count();
    for (let at = 0; at < count; at++) {
      await page.locator(".example").nth(at).click();
      await page.waitForSelector(".answer-facts");
      await page.getByRole("button", { name: "Clear", exact: true }).click();
    }
  });

  it("shows an error with its caret, and a note for an unknown name", async () => {
    await ask(page, "MATCH (a RETURN a");
    const error = await textOf(page, ".error");
    expect(error).toMatch(/SyntaxError/);
    expect(error).toMatch(/MATCH \(a RETURN a\n.*\^/);
    await ask(page, 'MATCH ("Norlund")-[r]->(x) RETURN r');
    expect(await textOf(page, ".notification")).toMatch(/Norl[ua]nd/);
  });

  it("ends a query that needs too much memory, with an error", async () => {
    await ask(page, "UNWIND range(1, 1000) AS i RETURN range(1, 100000) AS list");
    expect(await textOf(page, ".error")).toMatch(/holds more than .*ResourceExhausted/);
  });

  it("shows a plan without a hint about evidence", async () => {
    for (const word of ["EXPLAIN", "PROFILE"]) {
      await ask(page, `${word} MATCH (c:Country) RETURN c`);
      expect(await textOf(page, ".answer")).toMatch(/Projection c AS c/);
      expect(await textOf(page, ".answer")).not.toMatch(/Nothing is highlighted/);
    }
  });

  it("aligns a column of any kind of numbers right", async () => {
    await ask(page, "UNWIND [2.5, null] AS b RETURN 1.0 AS a, b, 'x' AS c");
    const sides = await page
      .locator("td")
      .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).textAlign));
    expect(sides).toEqual(["end", "end", "start", "end", "end", "start"]);
  });
});

describe("the page", () => {
  afterEach(closePages);

  it("draws the graph without errors and without network requests", async () => {
    const { page, errors, requests } = await view(inventedGraph(), { title: "Ester" }, MOVING);
    expect(await page.evaluate(() => window.hearsay?.sceneSize())).toEqual({ nodes: 7, bundles: 4 });
    expect(await coloursDrawn(page)).toBeGreaterThan(50);
    expect(await page.title()).toBe("Ester – Hearsay");
    expect(await page.locator(".legend-type").allInnerTexts()).toEqual(["Person\n4", "Country\n3"]);
    expect(await panelText(page)).toMatch(/8 claims\s+in 2 articles[\s\S]*Contested\s+Norland ↔ Sudavia/);
    expect(errors).toEqual([]);
    expect(requests).toEqual([]);
  });

  it("lays the graph out in a worker, stops by itself, and resumes", async () => {
    const { page } = await view(largeGraph(100, 200), {}, MOVING);
    expect(await textOf(page, ".tool-layout")).toBe("Resume layout");
    const before = await placeOf(page, "n5");
    // It may settle again before the test can look, so an observer records the button's labels.
    const labels = await page.evaluateHandle(() => {
      const seen: (string | null)[] = [];
      const button = document.querySelector(".tool-layout") as Element;
      new MutationObserver(() => seen.push(button.textContent)).observe(button, {
        attributeFilter: ["title"],
      });
      return seen;
    });
    await page.locator(".tool-layout").click();
    await settled(page);
    await expect.poll(() => labels.jsonValue()).toEqual(["Pause layout", "Resume layout"]);
    expect(page.workers().length).toBe(1);
    expect(await placeOf(page, "n5")).not.toEqual(before);
  });

  it("handles nodes whose ids are members of every object in drawing, search, queries and clicks", async () => {
    const { page, errors } = await view(inheritedGraph());
    const members = () => page.evaluate(() => Object.getOwnPropertyNames(Object.prototype));
    const names = await members();
    expect(await page.evaluate(() => window.hearsay?.sceneSize())).toEqual({ nodes: 12, bundles: 12 });
    await clickDrawing(page, { x: 5, y: 400 });
    for (const id of ["__proto__", "constructor", "hasOwnProperty"]) {
      const { x, y } = await placeOf(page, id);
      await page.mouse.move(x, y);
      await expect.poll(async () => (await state(page)).hovered).toEqual({ kind: "node", key: id });
      await clickDrawing(page, { x, y });
      await settled(page);
      expect((await state(page)).selected).toEqual({ kind: "node", key: id });
      expect(await panelText(page)).toContain(`From ${id} to `);
      await page.keyboard.press("Escape");
      await settled(page);
    }
    const next = names[(names.indexOf("__proto__") + 1) % names.length] ?? "";
    await clickDrawing(page, await placeOf(page, "__proto__", next));
    expect(await panelText(page)).toContain(`From __proto__ to ${next}.`);
    await page.keyboard.press("Escape");
    await ask(page, "MATCH (a)-[r:__proto__]->(b) RETURN a, r, b, a.`__proto__` AS p, keys(a)");
    expect(await state(page)).toMatchObject({
      nodes: expect.arrayContaining(["__proto__", next]),
      claims: ["__proto__"],
    });
    await page.locator(".answer").getByText("Name", { exact: false }).first().click();
    await settled(page);
    expect(await textOf(page, ".answer")).toContain("__proto__");
    await page.keyboard.press("Escape");
    await ask(page, 'MATCH (a "constructor") SET a.toString = 1 RETURN id(a) AS id');
    expect(await textOf(page, ".answer")).toContain("constructor");
    expect(await page.evaluate(() => window.hearsay?.sceneSize())).toEqual({ nodes: 12, bundles: 12 });
    await page.locator("#search-input").fill("valueOf");
    await page.keyboard.press("Enter");
    await settled(page);
    expect((await state(page)).selected).toEqual({ kind: "node", key: "valueOf" });
    expect(await members()).toEqual(names);
    expect(errors).toEqual([]);
  });

  it("shows the words of a row's claims, or why it cannot", async () => {
    const passages = new Map<string, PassageText>([
      ["a1#0", { kind: "words", words: "Norland <b>arms</b> the south", line: 3 }],
      ["a1#1", { kind: "missing", reason: "no text a1.txt" }],
    ]);
    const { page, errors } = await view(inventedGraph(), { passages });
    await ask(page, 'MATCH ("Norland")-[r:SUPPLIES_WEAPONS_TO]->(x) RETURN r.claimant ORDER BY r.claimant');
    await page.getByRole("button", { name: "Why row 1?" }).click();
    expect(await page.locator("blockquote").allInnerTexts()).toEqual(["“Norland <b>arms</b> the south”"]);
    const text = await panelText(page);
    expect(text).toContain("a1#0 · characters 0 to 1 · line 3");
    expect(text).toContain("a1#1 · characters 1 to 2 · no text a1.txt");
    expect(errors).toEqual([]);
  });

  it("shows a row whose claims contradict each other", async () => {
    const graph = inventedGraph();
    graph.setAttribute("functionalTypes", ["LEADS"]);
    graph.addEdgeWithKey("a3#1", "dmitri-orlov", "norland", { type: "LEADS", gist: "Orlov leads Norland." });
    const { page, errors } = await view(graph);
    await ask(page, 'MATCH ("Orlov")-[r:LEADS]->(x) RETURN count(*)');
    await page.getByRole("button", { name: "Why row 1?" }).click();
    const text = await panelText(page);
    expect(text).toMatch(/Evidence for row 1\s+2 claims/);
    expect(text).toContain("supported by 1 claim (1 article), contradicted by 1");
    expect(text).toMatch(/Claims against it, part of the row\s+≠ Orlov leads Norland\./);
    expect(text).not.toMatch(/other claim|not part of the row/);
    expect(errors).toEqual([]);
  });

  it("runs its start query", async () => {
    const { page } = await view(inventedGraph(), { query: '("Orlov")-[r:LEADS]->(x)' }, MOVING);
    await page.waitForSelector(".answer-facts");
    expect((await state(page)).claims).toEqual(["a2#7"]);
  });

  it("draws the nodes and relationships that a query creates", async () => {
    const { page, errors } = await view(new MultiDirectedGraph(), {}, MOVING);
    expect(await textOf(page, "#empty")).toMatch(/nothing here yet/);
    expect(await page.locator("#legend").isVisible()).toBe(false);
    expect(await panelText(page)).not.toMatch(/Choose a node/);
    await ask(page, "CREATE (a:Person {name: 'Ada'})-[:KNOWS]->(b:Person {name: 'Bo'})");
    expect(await page.evaluate(() => window.hearsay?.sceneSize())).toEqual({ nodes: 2, bundles: 1 });
    expect(await page.locator("#empty").isVisible()).toBe(false);
    expect(await page.locator("#legend").isVisible()).toBe(true);
    expect(await textOf(page, ".answer-facts")).toMatch(/^0 rows · added 2 nodes, 1 relationship, .* ms$/);
    await page.locator("#search-input").fill("ada");
    await page.keyboard.press("Enter");
    expect(await panelText(page)).toMatch(/Ada knows Bo/);
    expect(errors).toEqual([]);
  });

  it("shows changes of names, labels and properties by a query", async () => {
    const { page, errors } = await view(inventedGraph());
    await ask(
      page,
      "MATCH (n {name: 'Bruno Vale'}) SET n.name = 'Bruno Berg', n:Country REMOVE n:Person, n.aliases",
    );
    expect(await page.locator(".legend-type").allInnerTexts()).toEqual(["Country\n4", "Person\n3"]);
    await page.locator("#search-input").fill("berg");
    await page.keyboard.press("Enter");
    expect(await panelText(page)).toMatch(/Country\s+Bruno Berg[\s\S]*Ada Ström meets Bruno Berg/);
    await ask(page, "MATCH ()-[r:LEADS]->(c) SET r.gist = 'Orlov rules.' CREATE (c)-[:BORDERS]->(c)");
    await page.locator("#search-input").fill("orlov");
    await page.keyboard.press("Enter");
    expect(await panelText(page)).toContain("Orlov rules.");
    expect(await textOf(page, "#subject")).toBe("9 claims · 2 articles");
    expect(errors).toEqual([]);
  });

  it("lists the claimants, with links to those that are in the graph", async () => {
    const graph = inventedGraph();
    for (let at = 0; at < 1200; at++)
      graph.addEdge("norland", "sudavia", { type: "MEETS", claimant: "A voice" });
    const { page } = await view(graph);
    const voice = page
      .locator(".overview-part", { hasText: "Who speaks" })
      .locator("li", { hasText: "A voice" });
    expect(await voice.innerText()).toMatch(/1,200/);
    expect(await voice.locator("button").count()).toBe(0);
    const other = page
      .locator(".overview-part", { hasText: "Who speaks" })
      .locator("li", { hasText: "Orlov" });
    await other.locator("button").click();
    expect(await panelText(page)).toMatch(/Dmitri Orlov/);
  });

  it("shows no text of the graph as markup", async () => {
    const { page, errors } = await view(hostileGraph(), {
      title: INJECTION,
      query: "MATCH (n)-[r]->(m) RETURN n, r, m",
    });
    await page.waitForSelector(".answer-facts");
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await clickDrawing(page, await placeOf(page, "hostile"));
    await page.locator("#search-input").fill("script");
    expect(await textOf(page, ".search-option")).toContain("<img src=x onerror=");
    expect(await panelText(page)).toContain("<img src=x onerror=");
    expect(await page.evaluate(() => "injected" in window)).toBe(false);
    expect(await page.locator("#panel img, #panel script").count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it("runs no foreign code and sends no requests, even if markup got in", async () => {
    const { page } = await view(inventedGraph());
    const outcome = await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "window.injected = 1";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", '<img src="x:" onerror="window.injected = 1">');
      const answer = await fetch("/").catch(() => "blocked");
      return { injected: "injected" in window, answer };
    });
    expect(outcome).toEqual({ injected: false, answer: "blocked" });
  });

  it("works from a file", async () => {
    const file = join(folder, "page.html");
    const { html } = await viewerPage({ graph: inventedGraph() });
    await writeFile(file, html);
    const { page, errors, requests } = await openPage(pathToFileURL(file).href, MOVING);
    expect(await coloursDrawn(page)).toBeGreaterThan(50);
    await page.locator(".tool-layout").click();
    expect(page.workers().length).toBe(1);
    await settled(page);
    await ask(page, '("Orlov")-[r:LEADS]->(x)');
    expect((await state(page)).claims).toEqual(["a2#7"]);
    expect(errors).toEqual([]);
    expect(requests).toEqual([]);
  });

  it("stays usable with 5,000 nodes and 20,000 claims", async () => {
    const { page, errors } = await view(largeGraph(5000, 20_000));
    await page.locator("#search-input").fill("name 77");
    await page.keyboard.press("Enter");
    await settled(page);
    expect(await panelText(page)).toMatch(/Name 77/);
    await page.getByRole("button", { name: "Close" }).click();
    await page.locator("#search-input").fill("name 0");
    await page.keyboard.press("Enter");
    expect(await textOf(page, ".more")).toMatch(/Show more \([\d,]+ claims left\)/);
    await page.locator(".tool-layout").click();
    expect(await page.evaluate(() => window.hearsay?.isSettled())).toBe(false);
    // The layout of a large graph does not settle, and stops after some time; here the page's clock jumps over it.
    await page.evaluate(() => {
      const now = performance.now.bind(performance);
      performance.now = () => now() + 12_000;
    });
    await settled(page);
    expect(errors).toEqual([]);
  });
});

describe("with reduced motion", () => {
  afterEach(closePages);

  it("does not move by itself", async () => {
    const { page } = await startPage(await serve(inventedGraph()), { reducedMotion: "reduce" });
    expect(await page.evaluate(() => window.hearsay?.isSettled())).toBe(true);
    expect(await coloursDrawn(page)).toBeGreaterThan(50);
  });

  it("jumps to nodes instead of flying", async () => {
    const { page } = await startPage(await serve(inventedGraph()), { reducedMotion: "reduce" });
    const places = await page.evaluate(async () => {
      const { renderer } = window.hearsay as NonNullable<typeof window.hearsay>;
      const seen = [];
      renderer.fly(["norland", "sudavia"]);
      for (let frame = 0; frame < 3; frame++) {
        await new Promise(requestAnimationFrame);
        seen.push(renderer.place("norland"));
      }
      return seen;
    });
    expect(places).toEqual([places[2], places[2], { x: expect.any(Number), y: expect.any(Number) }]);
    expect(places[2]?.x).not.toBeNaN();
  });
});

describe("in a narrow window and in dark mode", () => {
  afterEach(closePages);

  it("puts the panel below the drawing, and is no wider than the window", async () => {
    const { page, errors } = await openPage(await serve(inventedGraph()), {
      viewport: { width: 390, height: 800 },
      colorScheme: "dark",
    });
    const stage = await page.locator("#stage").boundingBox();
    const panel = await page.locator("#panel").boundingBox();
    expect(panel?.y).toBeGreaterThanOrEqual((stage?.y ?? 0) + (stage?.height ?? 0));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(ground).toBe("rgb(18, 20, 23)");
    expect(errors).toEqual([]);
  });

  it("scrolls up to the evidence for a row, and back down to the row", async () => {
    const { page } = await openPage(await serve(inventedGraph()), {
      viewport: { width: 390, height: 800 },
      ...MOVING,
    });
    const isSeen = async (selector: string) => {
      const { y = -1, height = 0 } = (await page.locator(selector).boundingBox()) ?? {};
      return y >= 0 && y + height <= 800;
    };
    await ask(page, "MATCH (c)-[r]->(x) RETURN r.claimant, r.gist");
    await page.getByRole("button", { name: "Why row 8?" }).click();
    await expect.poll(() => isSeen("#panel h2")).toBe(true);
    expect(await isSeen("tbody tr:last-child")).toBe(false);
    await page.getByRole("button", { name: "Back to the answer" }).click();
    await expect.poll(() => isSeen("tbody tr:last-child")).toBe(true);
  });
});
