// One typed context for session, view and stage, so that components take no long lists of properties.
import { createContext } from "svelte";
import type { Session } from "./session.svelte";
import type { Tab } from "../navigation/tabs";
import type { View } from "./view.svelte";
import type { Stage } from "../scroll/stage";
import type { Dialogs } from "./dialogs.svelte";
import type { Hand } from "./hand.svelte";

export interface Desk {
  session: Session;
  view: View;
  stage: Stage;
  dialogs: Dialogs;
  hand: Hand;
  /** Selects a claim, lines it up, opens the details. */
  select(claim: string | null, options?: { details?: boolean }): void;
  /** Another view of the same event, and in it a claim. */
  show(tab: Tab, claim?: string): void;
  /** Says something to a screen reader. */
  say(text: string): void;
}

export const [desk, provideDesk] = createContext<Desk>();
