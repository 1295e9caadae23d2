/**
 * Runs one query in a separate process: `node run-query.mjs ENGINE QUERY LIMITS`. ENGINE is the URL of the module
 * `hearsay`, LIMITS is JSON. Prints the outcome, the milliseconds and the peak memory of the query as JSON.
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
  // A query runs synchronously, so no timer fires during it: this signal reads the clock each time it is checked.
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
