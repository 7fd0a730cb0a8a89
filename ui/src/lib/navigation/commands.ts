// Every action by name, with its key, for the palette (Ctrl+K).
import { t } from "../i18n/index.svelte";
import { kindWord } from "../marks/reason";
import { SHOWN_KINDS } from "../marks/kinds";
import { copyCitation } from "../export/copy";
import { fold } from "../search/fold";
import type { Desk } from "../state/context";
import { HAND } from "../work/act";
import { runAction } from "./actions";
import type { Action } from "./keys";
import { optionItems } from "./options";
import type { Screen } from "./screens";
import { TABS } from "./tabs";

export interface Command {
  id: string;
  label: string;
  /** As written on the keyboard; empty: none. */
  keys: string;
  run: () => void;
  /** Of a switch. */
  checked?: boolean;
}

export const control = (): string => (typeof navigator !== "undefined" && navigator.platform.startsWith("Mac") ? "⌘" : "Ctrl+");

export function commandsFor(desk: Desk, screen: Screen): Command[] {
  const { session, view, dialogs } = desk;
  const act = (action: Action) => (): void => void runAction(action, desk, screen);
  const ctrl = control();
  const list: Command[] = [];
  if (screen === "compared") {
    list.push(
      ...TABS.map((tab, i): Command => ({ id: `view-${tab}`, label: t("command.view", { view: t(`view.${tab}`) }), keys: `Alt+${i + 1}`, run: act({ do: "view", tab }) })),
      { id: "next", label: t("step.next"), keys: "J, F8", run: act({ do: "next" }) },
      { id: "previous", label: t("step.previous"), keys: "K, ⇧F8", run: act({ do: "previous" }) },
      { id: "search", label: t("search.label"), keys: `${ctrl}F`, run: act({ do: "search" }) },
      { id: "by-meaning", label: t("search.bymeaning"), keys: "", run: () => { view.search.by("meaning"); runAction({ do: "search" }, desk, screen); } },
      ...(view.claim ? [{ id: "alike", label: t("search.alike"), keys: "M", run: act({ do: "alike" }) }] : []),
      ...view.all.map((id, i): Command => ({ id: `go-${id}`, label: t("command.go", { letter: id, name: view.name(id) }), keys: i < 9 ? `${ctrl}${i + 1}` : "", run: act({ do: "go", n: i + 1 }) })),
      ...view.order.map((id): Command => ({ id: `base-${id}`, label: t("command.base", { letter: id, name: view.name(id) }), keys: "R", run: () => (view.base = id), checked: view.mainBase === id })),
      ...view.order.map((id): Command => ({ id: `review-${id}`, label: t("command.review", { letter: id, name: view.name(id) }), keys: "", run: () => review(desk, id) })),
      ...SHOWN_KINDS.map((kind): Command => ({ id: `kind-${kind}`, label: t("command.kind", { kind: kindWord(kind) }), keys: "", run: () => view.toggle(kind), checked: !view.hidden.has(kind) })),
      ...(desk.view.claim ? HAND.map(([what, label, keys]): Command => ({ id: `hand-${what}`, label: t(label), keys, run: act({ do: "hand", what }) })) : []),
      { id: "tags", label: t("tags.title"), keys: "", run: () => dialogs.show({ name: "tags" }) },
      { id: "lost", label: t("lost.title"), keys: "", run: () => dialogs.show({ name: "lost" }) },
      { id: "undo", label: t("undo"), keys: `${ctrl}Z`, run: act({ do: "undo" }) },
      { id: "redo", label: t("redo"), keys: `${ctrl}⇧Z`, run: act({ do: "redo" }) },
      { id: "save", label: t("menu.save"), keys: `${ctrl}S`, run: act({ do: "save" }) },
      { id: "save-as", label: t("menu.saveas"), keys: `${ctrl}⇧S`, run: act({ do: "save-as" }) },
      { id: "show-all", label: t("legend.all"), keys: "", run: () => view.showAll() },
      ...optionItems(desk).flatMap((item): Command[] => (item === "line" || item.disabled ? [] : [{ id: `option-${item.testid}`, label: item.label, keys: "", run: item.run, ...(item.checked === undefined ? {} : { checked: item.checked }) }])),
      { id: "export", label: t("export.open"), keys: `${ctrl}E`, run: act({ do: "export" }) },
      ...(view.claim ? [{ id: "copy-claim", label: t("copy.claim"), keys: "", run: () => void copyCitation(desk, view.selected!) }] : []),
      { id: "rename", label: t("keys.rename"), keys: "F2", run: act({ do: "rename" }) },
    );
  }
  list.push(
    { id: "open", label: t("keys.add"), keys: `${ctrl}O`, run: act({ do: "open" }) },
    { id: "open-session", label: t("menu.open"), keys: `${ctrl}⇧O`, run: act({ do: "open-session" }) },
    { id: "about", label: t("about.menu"), keys: "", run: () => dialogs.show({ name: "about" }) },
    { id: "new", label: t("keys.new"), keys: `${ctrl}N`, run: act({ do: "new" }) },
    { id: "sample", label: t("empty.sample"), keys: "", run: () => void session.run(session.backend.openSample()) },
    { id: "larger", label: t("command.larger"), keys: `${ctrl}+`, run: act({ do: "size", by: 1 }) },
    { id: "smaller", label: t("command.smaller"), keys: `${ctrl}−`, run: act({ do: "size", by: -1 }) },
    { id: "normal", label: t("command.normal"), keys: `${ctrl}0`, run: act({ do: "size", by: 0 }) },
    ...(["system", "light", "dark"] as const).map((theme): Command => ({ id: `theme-${theme}`, label: t("command.theme", { theme: t(`settings.${theme}`) }), keys: "", run: () => session.set({ theme }), checked: session.settings.theme === theme })),
    { id: "letters", label: t("settings.letters"), keys: "", run: () => session.set({ letter_keys: !session.settings.letter_keys }), checked: session.settings.letter_keys },
    { id: "marks", label: t("settings.marks"), keys: "", run: () => session.set({ spoken_marks: !session.settings.spoken_marks }), checked: session.settings.spoken_marks },
    { id: "settings", label: t("settings.title"), keys: "", run: () => dialogs.show({ name: "settings" }) },
    { id: "tour", label: t("command.tour"), keys: "", run: () => (dialogs.tour = screen === "compared" ? 0 : null) },
    { id: "help", label: t("help.title"), keys: "F1", run: act({ do: "help" }) },
    { id: "keys", label: t("keys.title"), keys: "?", run: act({ do: "keys" }) },
  );
  return list.filter((command) => command.id !== "tour" || screen === "compared");
}

function review({ session, dialogs }: Desk, letter: string): void {
  const file = session.file(letter);
  if (file) dialogs.show({ name: "review", key: file.key });
}

/** How many claims the palette offers by name. */
const CLAIMS = 8;

/** Commands, and once something is typed claims, whose names hold every word. */
export function matching(desk: Desk, screen: Screen, query: string): Command[] {
  const words = fold(query).text.trim().split(" ").filter(Boolean);
  const commands = commandsFor(desk, screen);
  if (words.length === 0) return commands;
  const holds = (label: string): boolean => {
    const text = fold(label).text;
    return words.every((word) => text.includes(word));
  };
  const claims = screen === "compared" ? desk.view.reading.filter((claim) => holds(claim.label)).slice(0, CLAIMS) : [];
  // Names with a word that begins as typed come before those that hold it somewhere.
  const begins = (label: string): boolean => ` ${fold(label).text}`.includes(` ${words[0]!}`);
  const found = commands.filter((command) => holds(command.label));
  return [
    ...found.filter((command) => begins(command.label)),
    ...found.filter((command) => !begins(command.label)),
    ...claims.map((claim): Command => ({ id: `claim-${claim.id}`, label: claim.label, keys: kindWord(claim.kind), run: () => desk.select(claim.id) })),
  ];
}
