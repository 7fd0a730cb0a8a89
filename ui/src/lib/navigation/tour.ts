// The tour is offered once, with the sample event. That it was seen is kept in the window's own storage, which may be off.
const KEY = "parallax.tour";

export function tourWanted(): boolean {
  try {
    return localStorage.getItem(KEY) === null;
  } catch {
    return false;
  }
}

export function rememberTour(): void {
  try {
    localStorage.setItem(KEY, "seen");
  } catch {
    // It is offered again next time: no harm.
  }
}
