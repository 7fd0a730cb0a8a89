// How close the sources of a claim match, in three words only: a figure would look more exact than it is (SPEC §10).
import type { Claim } from "../api/types";
import { listOf } from "../i18n/format";
import { t } from "../i18n/index.svelte";
import { strengthWord, type Strength } from "./kinds";

const WORDS: readonly Strength[] = ["strong", "fair", "weak"];

export function matchLines(claim: Claim, order: readonly string[]): string[] {
  const pairs = claim.pairs.filter((pair) => order.includes(pair.a) && order.includes(pair.b));
  const direct = pairs.filter((pair) => pair.strength > 0);
  if (direct.length === 0) return [];
  const first = strengthWord(direct[0]!.strength);
  if (direct.every((pair) => strengthWord(pair.strength) === first)) {
    const n = Object.keys(claim.members).length;
    return [n === 2 ? t(`match.${first}.two`) : t(`match.${first}.all`, { n })];
  }
  const name = (pair: { a: string; b: string }): string => t("match.pair", { a: pair.a, b: pair.b });
  return WORDS.flatMap((word) => {
    const found = direct.filter((pair) => strengthWord(pair.strength) === word);
    return found.length > 0 ? [t(`match.${word}`, { pairs: found.length > 6 ? String(found.length) : found.map(name).join(", ") })] : [];
  });
}

/** Who is named as saying it: each speaker with the sources that name them; `null`: no one. */
export function speakers(claim: Claim, order: readonly string[], speakerOf: (source: string, statement: number) => string | null): [string | null, string[]][] {
  const groups = new Map<string | null, string[]>();
  for (const source of order) {
    const members = claim.members[source];
    if (!members?.length) continue;
    const named = [...new Set(members.map((statement) => speakerOf(source, statement)).filter((one): one is string => one !== null))];
    const key = named.length > 0 ? listOf(named) : null;
    groups.set(key, [...(groups.get(key) ?? []), source]);
  }
  if (![...groups.keys()].some((speaker) => speaker !== null)) return [];
  return [...groups].sort(([a], [b]) => Number(a === null) - Number(b === null));
}
