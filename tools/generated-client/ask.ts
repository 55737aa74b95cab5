// The first ten requests of the README, asked through a client that was generated from the OpenAPI document.
// The compiler checks every parameter and field against the document; this checks the answers.
import assert from "node:assert/strict";
import { client } from "./client/client.gen.js";
import { citedBy, clause, extract, history_, paths, resolve, search, work, works } from "./client/sdk.gen.js";

client.setConfig({ baseUrl: process.argv[2] ?? "http://127.0.0.1:5080" });
const throwOnError = true;

const meant = await resolve({ query: { citation: "resolution 55/25, annex II" }, throwOnError });
assert.equal(meant.data.works[0]?.id, "palermo-protocol");

const urging = await citedBy({ path: { id: "palermo-protocol" }, query: { treatment: ["urges-ratification"], limit: 1 }, throwOnError });
assert.equal(urging.data.edges[0]?.treatment, "urges-ratification");

const phrase = await search({ query: { q: '"early intervention"', limit: 1 }, throwOnError });
assert.match(phrase.data.hits[0]?.text ?? "", /early intervention/i);

const known = await work({ path: { id: "palermo-protocol" }, throwOnError });
assert.ok(known.data.names.length > 0 && known.data.relations.length > 0);

const article = await citedBy({ path: { id: "palermo-protocol" }, query: { pinpoint: "article 6", limit: 100 }, throwOnError });
assert.equal(article.data.total.value, article.data.edges.length);

const past = await history_({ path: { id: "crc" }, throwOnError });
assert.ok(past.data.years.reduce((sum, year) => sum + year.edges, 0) <= past.data.total.value);

const wanted = await works({ query: { inCorpus: false, sort: "influence", limit: 3 }, throwOnError });
assert.ok(wanted.data.works.every(w => !w.inCorpus));

const text = await clause({ path: { id: "a-res-61-901", label: "op1" }, throwOnError });
assert.ok(text.data.text.length > 0);

const chains = await paths({ query: { from: "a-res-80-901", to: "palermo-protocol", max: 1 }, throwOnError });
assert.equal(chains.data.paths[0]?.hops.at(-1)?.to.id, "palermo-protocol");

const pasted = await extract({ body: { text: "Recalling General Assembly resolution 55/25 of 15 November 2000," }, throwOnError });
assert.equal(pasted.data.citations[0]?.target?.id, "a-res-55-25");

console.log("10 requests answered as described");
