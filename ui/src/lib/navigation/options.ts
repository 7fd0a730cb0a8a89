// The view options in the legend bar's menu: what is in it depends on the view.
import type { DifferenceKind } from "../api/types";
import { t, type MessageKey } from "../i18n/index.svelte";
import type { Desk } from "../state/context";
import type { View } from "../state/view.svelte";
import { canGroup } from "../table/sort";

/** Ways to differ, as nouns. */
export const TYPES: Record<DifferenceKind, MessageKey> = {
  figure: "type.figure",
  date: "type.date",
  name: "type.name",
  place: "type.place",
  quote: "type.quote",
  speaker: "type.speaker",
  negation: "type.negation",
  certainty: "type.certainty",
};

export interface Option {
  label: string;
  run: () => void;
  checked?: boolean;
  disabled?: boolean;
  testid?: string;
}

export function optionItems({ view, dialogs }: Desk): (Option | "line")[] {
  const { table } = view;
  const two: Option = { label: t("legend.two"), disabled: view.order.length < 3, run: () => dialogs.show({ name: "two" }), testid: "compare-two" };
  if (view.tab === "table") {
    return [
      { label: t("table.words"), checked: table.words, run: () => (table.words = !table.words), testid: "table-words-item" },
      { label: t("table.gone"), checked: table.gone, disabled: !table.words, run: () => (table.gone = !table.gone), testid: "table-gone" },
      { label: t("table.short"), checked: table.short, run: () => table.setShort(!table.short), testid: "table-short" },
      { label: t("table.grouped"), checked: table.grouped && canGroup(table.sort), disabled: !canGroup(table.sort), run: () => (table.grouped = !table.grouped), testid: "table-grouped" },
    ];
  }
  if (view.tab === "overview") return [{ label: t("overview.similar"), checked: view.similar, run: () => (view.similar = !view.similar), testid: "put-similar" }, two];
  return [{ label: t("legend.together"), checked: view.together, run: () => (view.together = !view.together), testid: "scroll-together" }, two];
}

/** Sources and ways to differ, each a switch. */
export function filterItems(view: View): (Option | "line" | { heading: string })[] {
  return [
    { heading: t("filter.sources") },
    ...view.all.map((id): Option => ({
      label: `${id} · ${view.name(id)}`,
      checked: !view.without.has(id),
      disabled: !view.without.has(id) && view.order.length <= 2,
      run: () => view.toggleSource(id),
      testid: `filter-${id}`,
    })),
    ...(view.typesPresent.length > 0 ? ["line" as const, { heading: t("filter.types") }] : []),
    ...view.typesPresent.map((kind): Option => ({ label: t(TYPES[kind]), checked: !view.types.has(kind), run: () => view.toggleType(kind), testid: `filter-${kind}` })),
  ];
}
