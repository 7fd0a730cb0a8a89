// What the menu of a sentence, a cell or a line offers: the same acts as the keys, with their keys beside them.
import { copyCitation, copyText } from "../export/copy";
import { t } from "../i18n/index.svelte";
import { control } from "../navigation/commands";
import type { MenuItem } from "../navigation/items";
import type { Desk } from "../state/context";
import { actByHand, findAlike, HAND, target } from "./act";
import { setOn } from "./hand";

/** What can be done with what lies at `element`, and with the words that are selected; empty: nothing. */
export function actsAt(desk: Desk, element: Element): (MenuItem | "line")[] {
  const words = getSelection()?.toString() ?? "";
  const copy: MenuItem[] = words === "" ? [] : [{ label: t("menu.copy"), keys: `${control()}C`, testid: "menu-copy", run: () => void copyText(desk, words) }];
  const where = element.closest("[data-statement], .tr[data-row], [data-gap]") ? target(desk, element) : null;
  const claim = where?.claim;
  if (!where || !claim || !desk.session.index) return copy;
  const { view } = desk;
  const source = where.at?.article;
  const alone = claim.kind === "only";
  const checked = setOn(desk.session.index, claim.id).checked;
  return [
    { label: t("keys.select"), keys: "Enter", testid: "menu-details", run: () => desk.select(claim.id) },
    ...(source === undefined ? [] : [
      { label: t("search.alike"), keys: "M", testid: "menu-alike", run: () => void findAlike(desk, where.at) },
      { label: t("column.compare"), keys: "R", testid: "menu-compare", checked: view.mainBase === source, run: () => (view.base = source) },
    ]),
    "line",
    ...HAND.map(([what, label, keys]): MenuItem => ({
      label: t(label), keys, testid: `menu-${what}`, disabled: alone && (what === "unlink" || what === "conflict"),
      ...(what === "check" ? { checked } : {}), run: () => void actByHand(what, desk, where),
    })),
    "line",
    ...copy,
    ...(source === undefined ? [] : [{ label: t("copy.sentence"), testid: "menu-sentence", ...(words === "" ? { keys: `${control()}C` } : {}), run: () => void copyCitation(desk, claim.id, source) }]),
    { label: t("copy.claim"), testid: "menu-claim", run: () => void copyCitation(desk, claim.id) },
  ];
}
