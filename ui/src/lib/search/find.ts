// Finds words in all sources, in the order of the columns (SPEC §4.10).
import type { Article } from "../api/types";
import { fold, foldQuery, type Folded } from "./fold";
import type { Segment } from "../marks/segments";

export interface Hit {
  source: string;
  statement: number;
  start: number;
  end: number;
}

export const hitKey = (source: string, statement: number): string => `${source}:${statement}`;

/** An article's folded sentences are kept as long as the article is. */
const kept = new WeakMap<Article, Folded[]>();

function foldedOf(article: Article): Folded[] {
  let folded = kept.get(article);
  if (!folded) {
    folded = article.statements.map((statement) => fold(statement.text));
    kept.set(article, folded);
  }
  return folded;
}

export function find(query: string, articles: readonly Article[]): Hit[] {
  const wanted = foldQuery(query);
  if (wanted === null) return [];
  const hits: Hit[] = [];
  for (const article of articles) {
    foldedOf(article).forEach(({ text, starts, ends }, statement) => {
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
        hits.push({ source: article.id, statement, start: starts[at]!, end: ends[at + wanted.length - 1]! });
      }
    });
  }
  return hits;
}

/** Cuts what was found out of the stretches of a sentence. Joined, they are the same text. */
export function withHits(segments: readonly Segment[], hits: readonly Hit[] | undefined, current: Hit | null): readonly Segment[] {
  if (!hits || hits.length === 0) return segments;
  const result: Segment[] = [];
  let start = 0;
  for (const segment of segments) {
    // Words of the other side are no part of the sentence.
    if (segment.gone) {
      result.push(segment);
      continue;
    }
    const end = start + segment.text.length;
    let at = start;
    for (const hit of hits) {
      const from = Math.max(hit.start, at);
      const to = Math.min(hit.end, end);
      if (from >= to) continue;
      if (from > at) result.push({ ...segment, text: segment.text.slice(at - start, from - start) });
      result.push({ ...segment, text: segment.text.slice(from - start, to - start), hit: hit === current ? "current" : "hit" });
      at = to;
    }
    if (at < end) result.push({ ...segment, text: segment.text.slice(at - start) });
    start = end;
  }
  return result;
}
