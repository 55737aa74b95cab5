import type { Found, Hit, Named, Search } from "./clause-search.js";

type Documents = readonly [id: string, symbol: string | null, title: string | null, date: string | null][];

interface Shard {
  /** Words, each with the clauses that have it. */
  readonly w: Record<string, string>;
  /** Names, each with the works that are called so: id, title, how many clauses cite it, whether its text is here. */
  readonly n: Record<string, readonly [string, string, number, number][]>;
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const values = new Uint8Array(128);
for (let i = 0; i < letters.length; i++) values[letters.charCodeAt(i)] = i;

/** The numbers of clauses in a list, in either of the forms that docs/formats/static.md describes. */
const numbers = (list: string): number[] => {
  const found: number[] = [];
  if (list[0] === "!") {
    for (let i = 1; i < list.length; i++)
      for (let bit = 0, bits = values[list.charCodeAt(i)]!; bits; bit++, bits >>= 1) if (bits & 1) found.push((i - 1) * 6 + bit);
    return found;
  }
  let at = 0;
  for (let i = 0, gap = 0, shift = 0; i < list.length; i++) {
    const value = values[list.charCodeAt(i)]!;
    gap |= (value & 31) << shift;
    if (value & 32) { shift += 5; continue; }
    found.push(at += gap);
    gap = shift = 0;
  }
  return found;
};

const wordsOf = (text: string): string[] => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];

/** Searches an exported folder: a list of shards, each the words that begin alike, and the clauses in small files. */
export const overFiles = (base: string): Search => {
  const files = new Map<string, Promise<any>>();
  const load = (name: string): Promise<any> => {
    let file = files.get(name);
    if (!file) files.set(name, file = fetch(`${base}/${name}.json`, { credentials: "omit" }).then((a) => a.ok ? a.json() : Promise.reject(a)));
    file.catch(() => files.delete(name));
    return file;
  };
  return async (query, limit): Promise<Found> => {
    const manifest: { site: string; clauses: number; chunk: number; shards: string } = await load("manifest");
    const shards = manifest.shards.split(" ");
    const [site, extension] = manifest.site ? [manifest.site, ""] : [base, ".html"];
    const all = wordsOf(query);
    const asked = all.filter((word) => word.length > 1);
    const scores = new Float32Array(manifest.clauses + 1);
    const having = new Uint8Array(manifest.clauses + 1);
    const read = new Set<Shard>();
    let needed = 0;
    let cut = false;
    for (const [i, word] of asked.entries()) {
      const last = i === asked.length - 1 && word.length > 2; // may still be typed
      const names = shards.filter((s) => word.startsWith(s) || (last && s.startsWith(word)));
      cut ||= names.length > 3;
      const mine = new Float32Array(manifest.clauses + 1);
      let common = false;
      let found = false;
      for (const shard of await Promise.all(names.slice(0, 3).map((s) => load(`w/w-${s}`))) as Shard[]) {
        read.add(shard);
        for (const [other, list] of Object.entries(shard.w)) {
          if (other !== word && !(last && other.startsWith(word))) continue;
          if (!list) { common ||= other === word; continue; }
          found = true;
          const clauses = numbers(list);
          const weight = Math.log(1 + manifest.clauses / clauses.length) * (other === word ? 1 : 0.5);
          for (const clause of clauses) if (weight > mine[clause]!) mine[clause] = weight;
        }
      }
      if (common && !found) continue;
      needed++;
      mine.forEach((weight, clause) => { if (weight) { scores[clause]! += weight; having[clause]!++; } });
    }
    const best: number[] = [];
    if (needed) having.forEach((n, clause) => { if (n === needed) best.push(clause); });
    best.sort((a, b) => scores[b]! - scores[a]! || a - b);
    const forms = new RegExp(`(?<![\\p{L}\\p{N}])(?:${asked.join("|") || "$."})[\\p{L}]*`, "giu");
    return {
      total: best.length,
      cut,
      works: named([...read], all.join(" ")).map(([id, title, citedBy, here]): Named => ({ title, citedBy, href: `${site}/${here ? "documents" : "works"}/${encodeURIComponent(id)}${extension}` })),
      hits: await Promise.all(best.slice(0, limit).map(async (clause): Promise<Hit> => {
        const rows: { d: Documents; c: [number, string, string, string][] } = await load(`c/${Math.floor((clause - 1) / manifest.chunk)}`);
        const [document, slug, label, text] = rows.c[(clause - 1) % manifest.chunk]!;
        const [id, symbol, title, date] = rows.d[document]!;
        return { symbol, title: title ?? id, label, text, date, marks: [...text.matchAll(forms)].map((m) => [m.index, m.index + m[0].length] as const), page: `${site}/documents/${encodeURIComponent(id)}${extension}`, anchor: slug };
      })),
    };
  };
};

/** The works that a query names; of names that only begin so, the one whose work is cited most. */
const named = (shards: readonly Shard[], query: string): Shard["n"][string] => {
  const name = query.replace(/^(?:(?:general assembly|security council) )?(?:resolution|decision) (?=\d)/, "");
  const exact = shards.flatMap((shard) => shard.n[name] ?? shard.n[query] ?? []);
  if (exact.length || name.length < 4) return exact.slice(0, 3);
  return shards.flatMap((shard) => Object.keys(shard.n).filter((key) => key.startsWith(name)).flatMap((key) => shard.n[key]!)).sort((a, b) => b[2] - a[2]).slice(0, 1);
};
