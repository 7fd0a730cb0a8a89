// The fake's search by meaning: the part of the asked words that a statement holds. The program asks its matching.
import type { Asked } from "../backend";
import type { Alike, Comparison } from "../types";

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];

export function alikeOf(comparison: Comparison | null, asked: Asked): Alike[] {
  const from = "statement" in asked ? asked.statement : null;
  const article = comparison?.articles.find((one) => one.id === from?.article);
  const words = wordsOf("sentence" in asked ? asked.sentence : (article?.statements[asked.statement.statement]?.text ?? ""));
  if (!comparison || words.length === 0) return [];
  const linked = new Map(comparison.links.flatMap((link) => [[link.a, link.b, link.strength], [link.b, link.a, link.strength]] as const).flatMap(([one, other, strength]) => (one.article === from?.article && one.statement === from.statement ? [[`${other.article}:${other.statement}`, strength] as const] : [])));
  const all = comparison.articles.flatMap((one) => one.statements.map((statement): Alike => {
    const held = new Set(wordsOf(statement.text));
    const strength = linked.get(`${one.id}:${statement.index}`) ?? words.filter((word) => held.has(word)).length / words.length;
    return { at: { article: one.id, statement: statement.index }, strength };
  }));
  const itself = ({ at }: Alike): boolean => at.article === from?.article && at.statement === from.statement;
  return all.filter((one) => one.strength >= 0.25 && !itself(one)).sort((a, b) => b.strength - a.strength);
}
