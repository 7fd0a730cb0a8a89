// Groups the readings of a difference by value and writes normal forms for people. A normal form is the engine's; here
// it is only put into words of the window's language, so that the reason of a conflict is visible.
import type { Difference, Reading } from "../api/types";
import { formatDate } from "../i18n/format";
import { number, t } from "../i18n/index.svelte";

export interface ValueGroup {
  shown: string;
  /** In brackets after it, when it says more than the words. */
  normal: string | null;
  sources: string[];
}

export function groupValues(difference: Difference, order: readonly string[]): ValueGroup[] {
  const groups = new Map<string, { reading: Reading; sources: string[] }>();
  for (const id of order) {
    for (const reading of difference.readings.filter((one) => one.article === id)) {
      const group = groups.get(reading.normal) ?? { reading, sources: [] };
      if (!group.sources.includes(id)) group.sources.push(id);
      groups.set(reading.normal, group);
    }
  }
  const explained = difference.kind === "figure" || difference.kind === "date";
  return [...groups.values()].map(({ reading, sources }) => ({
    shown: reading.shown,
    normal: explained ? bracket(reading.shown, reading.normal) : null,
    sources,
  }));
}

/** A quotation as it is cited: in quotation marks, without the comma that joined it to its sentence. */
export const quoted = (shown: string): string => (/^["“„«'‘]/.test(shown) ? shown : `“${shown.replace(/[\s,;:]+$/, "")}”`);

/** The normal form in words, unless the words already say it. */
export function bracket(shown: string, normal: string): string | null {
  const words = humanValue(normal);
  if (words === null) return null;
  const plain = (text: string): string => text.toLowerCase().replace(/[\s.,:'’–-]/g, "");
  return plain(shown).includes(plain(words)) || sameFigures(shown, words) ? null : words;
}

/** Every figure of the normal form stands in the words: nothing was converted. */
function sameFigures(shown: string, words: string): boolean {
  const figures = (text: string): string[] => text.match(/\d+(?:[.,:]\d+)*/g)?.map((figure) => figure.replace(/\D/g, "").replace(/^0+/, "")) ?? [];
  const wanted = figures(words);
  const given = new Set(figures(shown));
  return wanted.length > 0 && wanted.every((figure) => given.has(figure));
}

const BOUNDS = { ">": "value.more", "<": "value.less", "~": "value.about", "≥": "value.atleast", "≤": "value.atmost" } as const;

/** A normal form in the window's language; `null` for one that is not known here. */
export function humanValue(normal: string): string | null {
  const bound = BOUNDS[normal[0] as keyof typeof BOUNDS];
  if (bound) {
    const value = humanValue(normal.slice(1));
    return value === null ? null : t(bound, { value });
  }
  return duration(normal) ?? moment(normal) ?? quantity(normal);
}

const HOURS_IN_MINUTES = 10;

function duration(normal: string): string | null {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(normal);
  if (!parts || normal === "P") return null;
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number];
  const said: string[] = [];
  // Short durations in minutes: only in one unit can two of them be compared at a glance.
  if (days === 0 && hours < HOURS_IN_MINUTES && (minutes > 0 || hours > 0)) {
    said.push(minutes === 0 && hours > 2 ? t("value.hours", { n: hours }) : t("value.minutes", { n: hours * 60 + minutes }));
  } else {
    if (days > 0) said.push(t("value.days", { n: days }));
    if (hours > 0) said.push(t("value.hours", { n: hours }));
    if (minutes > 0) said.push(t("value.minutes", { n: minutes }));
  }
  if (seconds > 0) said.push(t("value.seconds", { n: seconds }));
  return said.length > 0 ? said.join(" ") : null;
}

function moment(normal: string): string | null {
  const parts = /^(\d{4}-\d{2}-\d{2})?(?:T?(\d{2}:\d{2})(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?$/.exec(normal);
  if (!parts || (!parts[1] && !parts[2])) return null;
  return [parts[1] ? formatDate(parts[1], "long") : null, parts[2]].filter(Boolean).join(", ");
}

function quantity(normal: string): string | null {
  const parts = /^(?:([A-Z]{3}) )?(-?\d+(?:\.\d+)?)(%| (?:km|m|cm|kg|l|ha|km²|m²|km\/h|°C))?$/.exec(normal);
  if (!parts) return null;
  const value = Number(parts[2]);
  // Four bare digits are mostly a year: no separators.
  const written = !parts[1] && !parts[3] && /^\d{4}$/.test(parts[2] ?? "") ? parts[2]! : number(value);
  return `${parts[1] ? `${parts[1]} ` : ""}${written}${parts[3] ?? ""}`;
}
