// The event that there is before any file was opened.
import type { EventView } from "./types";

export const NOTHING: EventView = {
  name: "",
  date: null,
  phase: "empty",
  files: [],
  events: [],
  filters: { kinds: [], sources: [], differences: [], checked: null, noted: false, tags: [] },
  history: { undo: null, redo: null },
  document: { file: null, unsaved: false, elsewhere: false },
  comparison: 0,
};
