// Which screen is shown, from the state of the event alone.
import type { Session } from "../state/session.svelte";

export type Screen = "empty" | "loading" | "problems" | "compared";

export function screenOf(session: Session, problemsWanted: boolean): Screen {
  const { event, busy, index, problems } = session;
  const compared = event.comparison > 0 && index !== null;
  if (event.files.length === 0) return "empty";
  if (compared) return problemsWanted ? "problems" : "compared";
  // Adding the second article or the first problem: the list says what is there.
  if (busy) return "loading";
  if (problems.length > 0 || event.phase === "cancelled") return "problems";
  return "empty";
}
