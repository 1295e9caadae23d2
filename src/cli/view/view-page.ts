/**
 * The viewer's page with a graph in it. The page that Vite built has all its code and style inline, and two
 * placeholders: an empty script element for the data, and a comment for the security policy. The policy names
 * the page's script and style by their hashes, so that nothing from a graph could run, even if it got into the
 * markup.
 */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { invariant } from "../../diagnostics/invariant.ts";
import { UserError } from "../../diagnostics/user-error.ts";
import { type SceneData, writeSceneData } from "../../viewer/scene-data.ts";

const POLICY_PLACE = "<!-- hearsay-policy -->";
const DATA_PLACE = /(<script type="application\/json" id="hearsay-data">)(<\/script>)/;

/** The page with its policy, which a server sends as a header too. */
export interface ViewerPage {
  readonly html: string;
  readonly policy: string;
}

/** The viewer has not been built. */
class ViewerMissing extends UserError {
  override readonly name = "ViewerMissing";

  constructor(path: string) {
    super(`the viewer's page is missing: ${path}\nbuild it with npm run build`);
  }
}

/**
 * The page that shows this graph.
 *
 * @throws {@link ViewerMissing}
 */
export async function viewerPage(data: SceneData): Promise<ViewerPage> {
  // The package's root is three folders up, from src/cli/view as from dist/cli/view.
  const path = fileURLToPath(new URL("../../../dist/page/index.html", import.meta.url));
  let template: string;
  try {
    template = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new ViewerMissing(path);
    throw error;
  }
  return fillPage(template, data);
}

/** Fills the built page `template`. */
export function fillPage(template: string, data: SceneData): ViewerPage {
  invariant(
    template.includes(POLICY_PLACE) && DATA_PLACE.test(template),
    "the built viewer has both placeholders",
  );
  const policy = policyFor(template);
  const html = template
    .replace(POLICY_PLACE, () => `<meta http-equiv="Content-Security-Policy" content="${policy}" />`)
    .replace(DATA_PLACE, (_, open: string, close: string) => open + writeSceneData(data) + close);
  return { html, policy };
}

/** Allows only the page's inline code and the layout's worker (made from a blob), and no requests. */
function policyFor(template: string): string {
  return [
    "default-src 'none'",
    `script-src ${hashes(template, /<script type="module"[^>]*>([\s\S]*?)<\/script>/g)}`,
    `style-src ${hashes(template, /<style[^>]*>([\s\S]*?)<\/style>/g)}`,
    "worker-src blob:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function hashes(template: string, elements: RegExp): string {
  return Array.from(template.matchAll(elements), ([, content = ""]) => {
    // A browser hashes the text that it parsed, in which every line break is a line feed.
    const text = content.replace(/\r\n?/g, "\n");
    return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  }).join(" ");
}
