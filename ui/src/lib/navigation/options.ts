// The view options in the legend bar's menu: what is in it depends on the view.
import type { DifferenceKind } from "../api/types";
import { t, type MessageKey } from "../i18n/index.svelte";
import type { Desk } from "../state/context";
import type { View } from "../state/view.svelte";
import { canGroup } from "../table/sort";
import type { MenuItem } from "./items";

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

export function optionItems({ view, dialogs }: Desk): (MenuItem | "line")[] {
  const { table } = view;
  const two: MenuItem = { label: t("legend.two"), disabled: view.order.length < 3, run: () => dialogs.show({ name: "two" }), testid: "compare-two" };
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
export function filterItems(view: View): (MenuItem | "line" | { heading: string })[] {
  return [
    { heading: t("filter.sources") },
    ...view.all.map((id): MenuItem => ({
      label: `${id} · ${view.name(id)}`,
      checked: view.order.includes(id),
      disabled: view.order.includes(id) && view.order.length <= 2,
      run: () => showOrHide(view, id),
      testid: `filter-${id}`,
    })),
    ...(view.typesPresent.length > 0 ? ["line" as const, { heading: t("filter.types") }] : []),
    ...view.typesPresent.map((kind): MenuItem => ({ label: t(TYPES[kind]), checked: !view.types.has(kind), run: () => view.toggleType(kind), testid: `filter-${kind}` })),
    "line",
    { heading: t("filter.hand") },
    ...(["yes", "no"] as const).map((which): MenuItem => ({ label: t(`filter.checked.${which}`), checked: view.checked === which, run: () => (view.checked = view.checked === which ? "all" : which), testid: `filter-checked-${which}` })),
    { label: t("filter.noted"), checked: view.noted, run: () => (view.noted = !view.noted), testid: "filter-noted" },
    ...(view.session.index?.comparison.by_hand.tags ?? []).map((tag): MenuItem => ({ label: t("filter.tag", { tag: tag.name }), checked: view.tags.has(tag.id), run: () => void (view.tags.delete(tag.id) || view.tags.add(tag.id)), testid: `filter-tag-${tag.id}` })),
  ];
}

/** A source that was hidden by hand is shown again by hand; the filter alone is no step to be undone. */
function showOrHide(view: View, id: string): void {
  const file = view.session.file(id);
  if (file?.hidden) void view.session.run(view.session.backend.hideSource(file.key, false));
  else view.toggleSource(id);
}
