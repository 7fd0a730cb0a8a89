// How close the sources of a claim match, in three words only: a figure would look more exact than it is (SPEC §10).
import type { Claim, Statement, Voice } from "../api/types";
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
    return found.length > 0 ? [t(`match.${word}`, { pairs: found.length > 6 ? t("match.pairs", { n: found.length }) : found.map(name).join(", ") })] : [];
  });
}

export interface NamedSource {
  /** By the fullest names that the articles give; empty: see `voice`. */
  names: string[];
  voice: Voice;
  sources: string[];
}

/** From who can be asked to the article itself. */
const VOICES: readonly Voice[] = ["named", "unnamed", "hearsay", "asserted"];

/** Who answers for the claim in each source, sources that name the same together. Empty when all of them just say it. */
export function namedSources(claim: Claim, order: readonly string[], statementOf: (source: string, statement: number) => Statement | undefined): NamedSource[] {
  const groups = new Map<string, NamedSource>();
  for (const source of order) {
    const members = (claim.members[source] ?? []).flatMap((at) => statementOf(source, at) ?? []);
    if (members.length === 0) continue;
    const names = [...new Set(members.flatMap((statement) => statement.speaker ?? []))];
    const voice = VOICES.find((one) => members.some((statement) => statement.voice === one)) ?? "asserted";
    const key = names.length > 0 ? names.join("\n") : voice;
    const group = groups.get(key) ?? { names, voice: names.length > 0 ? "named" : voice, sources: [] };
    group.sources.push(source);
    groups.set(key, group);
  }
  const found = [...groups.values()];
  if (found.every((group) => group.voice === "asserted")) return [];
  return found.sort((a, b) => VOICES.indexOf(a.voice) - VOICES.indexOf(b.voice) || Number(a.names.length === 0) - Number(b.names.length === 0));
}
