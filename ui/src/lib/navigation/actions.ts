// What the keys do. Returns whether the key was used, so that an unused one keeps its usual meaning.
import { tick } from "svelte";
import { t } from "../i18n/index.svelte";
import { clampSize } from "../state/appearance";
import type { Desk } from "../state/context";
import { actByHand, findAlike } from "../work/act";
import { focusArea } from "./areas";
import { currentSource, focusSource } from "./focus";
import type { Action } from "./keys";
import type { Screen } from "./screens";
import type { Tab } from "./tabs";
import { rememberTour } from "./tour";

/** Where the focus goes with a view that a key opened: into it, so that the letters work at once. */
const VIEW_FOCUS: Record<Tab, string> = { side: ".scroll [data-row][tabindex='0']", table: "[data-cell][tabindex='0']", overview: ".ov" };

export function runAction(action: Action, desk: Desk, screen: Screen): boolean {
  const { session, view, dialogs } = desk;
  switch (action.do) {
    case "next":
    case "previous":
      return screen === "compared" && goDifference(desk, action.do === "next" ? 1 : -1);
    case "open":
      void session.run(session.backend.chooseFiles());
      return true;
    case "new":
      void session.run(session.backend.newEvent());
      return true;
    case "rename":
      if (screen !== "compared") return false;
      document.querySelector<HTMLElement>(`[data-testid="${renames(desk) ? "claim-name" : "event-name"}"]`)?.click();
      return true;
    case "keys":
      dialogs.show({ name: "keys" });
      return true;
    case "help":
    case "palette":
      dialogs.show({ name: action.do });
      return true;
    case "export":
      if (screen !== "compared") return false;
      dialogs.show({ name: "export" });
      return true;
    case "undo":
      void desk.hand.undo();
      return true;
    case "redo":
      void desk.hand.redo();
      return true;
    case "save":
    case "save-as":
      if (!session.index) return true;
      session.error = null;
      void session.run(action.do === "save" ? session.backend.saveSession() : session.backend.saveSessionAs()).then((saved) => saved && desk.hand.tell(t("menu.saved")));
      return true;
    case "open-session":
      void session.run(session.backend.openSession());
      return true;
    case "hand":
      return screen === "compared" && actByHand(action.what, desk);
    case "search":
      if (screen !== "compared") return false;
      view.search.open = false;
      queueMicrotask(() => (view.search.open = true));
      return true;
    case "alike":
      return screen === "compared" && findAlike(desk);
    case "compare": {
      const source = currentSource() ?? view.open[0];
      if (screen !== "compared" || !source) return false;
      view.base = source;
      return true;
    }
    case "area-next":
    case "area-previous":
      return focusArea(action.do === "area-next" ? 1 : -1);
    case "size": {
      const now = session.settings.text_size;
      session.set({ text_size: action.by === 0 ? 100 : clampSize(now + action.by * 10) });
      return true;
    }
    case "view":
      if (screen !== "compared") return false;
      desk.show(action.tab);
      void tick().then(() => document.querySelector<HTMLElement>(VIEW_FOCUS[action.tab])?.focus({ preventScroll: true }));
      return true;
    case "go": {
      const source = view.order[action.n - 1];
      if (screen !== "compared" || !source) return false;
      if (view.tab !== "side") desk.show("side");
      view.unfold(source);
      void focusSource(desk, source);
      return true;
    }
    case "back":
      return stepBack(desk);
  }
}

/** Next or previous difference; at the ends says so. */
export function goDifference(desk: Desk, by: 1 | -1): boolean {
  const { view } = desk;
  if (view.sequence.length === 0) return false;
  const claim = view.step(by);
  if (claim) desk.select(claim.id);
  else desk.say(t(by > 0 ? "step.end" : "step.start"));
  return true;
}

/** On a claim's name and in the table F2 names the claim, elsewhere the event. */
const renames = ({ view }: Desk): boolean => view.claim !== null && document.activeElement?.closest(".claim-name, .tr[data-row]") != null && document.querySelector("[data-testid='claim-name']") !== null;

function stepBack({ view, dialogs, hand, select }: Desk): boolean {
  if (hand.waiting) {
    hand.stop();
    return true;
  }
  if (dialogs.tour !== null) {
    rememberTour();
    dialogs.tour = null;
    return true;
  }
  if (dialogs.problems) {
    dialogs.problems = false;
    return true;
  }
  if (view.search.query !== "") {
    view.search.close();
    return true;
  }
  if (view.selected === null) return false;
  select(null);
  return true;
}
