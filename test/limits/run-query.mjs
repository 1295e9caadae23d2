/**
 * Runs one query in a process of its own: `node run-query.mjs ENGINE QUERY LIMITS`. ENGINE is the address of the module
 * `hearsay`, LIMITS is JSON. Prints the outcome, its milliseconds and the most memory that the process took, as JSON.
 */
const [, , address, query, text] = process.argv;
const { Engine } = await import(address);
const { abortAfter, ...limits } = JSON.parse(text);

const engine = new Engine();
engine.run("UNWIND range(1, 60) AS i CREATE (:Item {i: i, name: 'item ' + i})");
engine.run("MATCH (a:Item), (b:Item) WHERE b.i = a.i * 2 OR b.i = a.i + 1 CREATE (a)-[:NEXT]->(b)");
const base = process.memoryUsage().rss;

const start = performance.now();
if (abortAfter !== undefined) {
  // A query runs in one go, so that a timer never fires meanwhile: this signal looks at the clock when it is asked.
  limits.signal = {
    get aborted() {
      return performance.now() - start > abortAfter;
    },
  };
}
let outcome;
try {
  const { rows } = engine.run(query, {}, limits);
  outcome = `${rows.length} ${rows.length === 1 ? "row" : "rows"}`;
} catch (error) {
  outcome = error.name === "CypherError" ? `${error.code}: ${error.message}` : `NOT A CYPHER ERROR: ${error}`;
}
const milliseconds = performance.now() - start;
const bytes = process.resourceUsage().maxRSS * 1024 - base;
console.log(JSON.stringify({ outcome, milliseconds, bytes }));
