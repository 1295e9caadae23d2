import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Engine } from "../../../src/engine.ts";
import { loadAnnotations } from "../../../src/files/load-annotations.ts";
import { timed } from "../timing.ts";

/** Prints the time, in milliseconds, of one example as the first query of a process, over the loaded seeds. */
const text = readFileSync(join(process.cwd(), "examples", process.argv[2] ?? ""), "utf8");
const { graph } = await loadAnnotations(join(process.cwd(), "seeds"));
const engine = new Engine(graph);
console.log(timed(() => engine.run(text)));
