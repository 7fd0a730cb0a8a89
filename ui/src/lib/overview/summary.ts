// The sentence at the top of the overview, in pieces: some are links that set the filter (SPEC §4.8).
import type { Claim } from "../api/types";
import type { ComparisonIndex } from "../comparison";
import { inWords, listOf } from "../i18n/format";
import { t } from "../i18n/index.svelte";
import { differenceRank, type ShownKind } from "../marks/kinds";

export interface Piece {
  text: string;
  /** What a click shows alone; "all" shows everything. `null`: plain text. */
  link: ShownKind | "all" | null;
}

/** Cuts "The articles make [16 claims]." at its brackets. */
export function pieces(text: string, link: ShownKind | "all"): Piece[] {
  const parts = /^([^[]*)\[([^\]]*)\](.*)$/s.exec(text);
  if (!parts) return [{ text, link: null }];
  return [
    { text: parts[1]!, link: null },
    { text: parts[2]!, link },
    { text: parts[3]!, link: null },
  ].filter((piece) => piece.text !== "");
}

export function summaryOf(index: ComparisonIndex, order: readonly string[], shown: readonly Claim[]): Piece[] {
  const sources = order.length;
  const space: Piece = { text: " ", link: null };
  const has = (claim: Claim): number => order.filter((id) => claim.members[id]).length;
  const inAll = shown.filter((claim) => has(claim) === sources).length;
  const of = (kind: ShownKind): Claim[] => shown.filter((claim) => claim.kind === kind);
  const [conflicts, checks, only] = [of("conflict"), of("check"), of("only")];
  const sentences: Piece[][] = [
    pieces(t("overview.make", { n: shown.length, sources: inWords(sources), claims: inWords(shown.length) }), "all"),
    [{ text: inAll === 0 ? t(sources === 2 ? "overview.both.none" : "overview.all.none", { sources: inWords(sources) }) : t(sources === 2 ? "overview.both" : "overview.all", { n: inAll, all: inWords(inAll, true), sources: inWords(sources) }), link: null }],
    conflicts.length > 0
      ? pieces(t("overview.conflict", { n: conflicts.length, conflicts: inWords(conflicts.length, true), what: whatDiffers(index, conflicts) }), "conflict")
      : [{ text: t("overview.conflict.none"), link: null }],
  ];
  if (checks.length > 0) sentences.push(pieces(t("overview.check", { n: checks.length, checks: inWords(checks.length, true) }), "check"));
  if (only.length > 0) sentences.push(pieces(t("overview.only", { n: only.length, only: inWords(only.length, true) }), "only"));
  return sentences.flatMap((sentence, i) => (i > 0 ? [space, ...sentence] : sentence));
}

/** "a figure, a date or time and a quote". */
function whatDiffers(index: ComparisonIndex, claims: readonly Claim[]): string {
  const kinds = new Set(claims.flatMap((claim) => index.differencesOf(claim.id).filter((one) => one.verdict === "conflict").map((one) => one.kind)));
  const names = [...kinds].sort((a, b) => differenceRank(a) - differenceRank(b)).map((kind) => t(`a.${kind}`));
  return listOf([...new Set(names)], "disjunction");
}
