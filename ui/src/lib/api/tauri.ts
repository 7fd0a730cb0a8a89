// The real program behind the window: Tauri commands and events. The only file that imports `@tauri-apps`.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Backend } from "./backend";
import { received, type SentComparison } from "./sent";

export const tauriBackend: Backend = {
  start: () => invoke("start"),
  comparison: async () => {
    const sent = await invoke<SentComparison | null>("comparison");
    return sent && received(sent);
  },
  alike: (asked) => invoke("alike", { ...asked }),
  chooseFiles: () => invoke("choose_files"),
  openSample: () => invoke("open_sample"),
  newEvent: () => invoke("new_event"),
  addText: (text) => invoke("add_text", { ...text }),
  removeFiles: (keys) => invoke("remove_files", { keys }),
  useAnyway: (keys) => invoke("use_anyway", { keys }),
  keepFilters: (filters) => invoke("keep_filters", { filters }),
  choosePart: (key, part) => invoke("choose_part", { key, part }),
  givePassword: (key, password) => invoke("give_password", { key, password }),
  moveFile: (key, to) => invoke("move_file", { key, to }),
  showFile: (key) => invoke("show_file", { key }),
  review: (key) => invoke("review", { key }),
  correct: (key, corrections) => invoke("correct", { key, corrections }),
  renameEvent: (name) => invoke("rename_event", { name }),
  cancel: () => invoke("cancel"),
  compareNow: () => invoke("compare_now"),
  saveSettings: (settings) => invoke("save_settings", { settings }),
  openRecent: (id) => invoke("open_recent", { id }),
  forgetRecent: (id) => invoke("forget_recent", { id }),
  exportPreview: (form, choice) => invoke("export_preview", { form, choice }),
  exportSave: (form, choice) => invoke("export_save", { form, choice }),
  exportPrint: (choice) => invoke("export_print", { choice }),
  citation: (claim, article) => invoke("citation", { claim, article }),
  changeByHand: (change) => invoke("change_by_hand", { change }),
  undo: () => invoke("undo"),
  redo: () => invoke("redo"),
  hideSource: (key, hidden) => invoke("hide_source", { key, hidden }),
  readAgain: (key) => invoke("read_again", { key }),
  useReading: (key, reading) => invoke("use_reading", { key, reading }),
  openSession: () => invoke("open_session"),
  saveSession: () => invoke("save_session"),
  saveSessionAs: () => invoke("save_session_as"),
  overwriteSession: () => invoke("overwrite_session"),
  revertSession: () => invoke("revert_session"),
  answerUnsaved: (answer) => invoke("answer_unsaved", { answer }),
  recover: (id) => invoke("recover", { id }),
  discardRecovery: (id) => invoke("discard_recovery", { id }),
  on: (name, listener) => listen(name, (message) => listener(message.payload as never)),
};
