// What the window asks of the program, and what the program tells the window. Two implementations stand behind this
// interface: `tauri.ts` (the real program) and `fake/` (the same window in a plain browser, for development and tests).
// Paths of files never pass through here: a file is named by its key.
import type { Alike } from "./types/Alike";
import type { Change } from "./types/Change";
import type { Comparison, Filters } from "./types";
import type { Corrections } from "./types/Corrections";
import type { DragView } from "./types/DragView";
import type { EventView } from "./types/EventView";
import type { ExportChoice } from "./types/ExportChoice";
import type { ExportForm } from "./types/ExportForm";
import type { ExportPreview } from "./types/ExportPreview";
import type { Leaving } from "./types/Leaving";
import type { RecentView } from "./types/RecentView";
import type { RecoveryView } from "./types/RecoveryView";
import type { ReviewView } from "./types/ReviewView";
import type { Settings } from "./types/Settings";
import type { StartView } from "./types/StartView";
import type { StatementRef } from "./types/StatementRef";
import type { Trouble } from "./types/Trouble";
import type { UnsavedAnswer } from "./types/UnsavedAnswer";

/** Every command fails with this shape. */
export interface ApiError {
  code: string;
  message: string;
}

export interface PastedText {
  text: string;
  outlet: string | null;
  date: string | null;
}

/** What is looked for by meaning. */
export type Asked = { sentence: string } | { statement: StatementRef };

export interface BackendEvents {
  event: EventView;
  drag: DragView;
  recent: RecentView[];
  /** A session that was opened has brought its own strictness. */
  settings: Settings;
  /** Unsaved work would be lost: ask, then `answerUnsaved`. */
  leaving: Leaving;
  /** What a crash left behind and is still offered. */
  recoveries: RecoveryView[];
  /** Something went wrong outside a command. */
  trouble: Trouble;
}

export interface Backend {
  start(): Promise<StartView>;
  comparison(): Promise<Comparison | null>;
  /** Statements of all articles that say what a typed sentence, or else a statement of theirs, says; the surest first. */
  alike(asked: Asked): Promise<Alike[]>;
  /** Opens the native dialog; what was chosen arrives as an `event`. */
  chooseFiles(): Promise<void>;
  openSample(): Promise<void>;
  newEvent(): Promise<void>;
  addText(text: PastedText): Promise<void>;
  removeFiles(keys: number[]): Promise<void>;
  /** Wants files in the event, whatever was remarked of them. */
  useAnyway(keys: number[]): Promise<void>;
  /** Keeps what is shown of the event, to be saved with it. */
  keepFilters(filters: Filters): Promise<void>;
  /** Reads one of several articles of a file, counted from 1. */
  choosePart(key: number, part: number): Promise<void>;
  givePassword(key: number, password: string): Promise<void>;
  moveFile(key: number, to: number): Promise<void>;
  showFile(key: number): Promise<void>;
  /** What was taken of a source beside its whole text. */
  review(key: number): Promise<ReviewView>;
  /** Corrects what was read of a source; all its corrections at once, so none gives back what was found. */
  correct(key: number, corrections: Corrections): Promise<void>;
  renameEvent(name: string): Promise<void>;
  cancel(): Promise<void>;
  /** Goes on without the files that have problems, or after Cancel. */
  compareNow(): Promise<void>;
  saveSettings(settings: Settings): Promise<void>;
  openRecent(id: string): Promise<void>;
  forgetRecent(id: string): Promise<void>;
  /** The beginning of what an export would write. */
  exportPreview(form: ExportForm, choice: ExportChoice): Promise<ExportPreview>;
  /** Opens the native dialog and writes; the name of the file, or `null` when the dialog was closed. */
  exportSave(form: ExportForm, choice: ExportChoice): Promise<string | null>;
  /** Shows the report in a window of its own and asks for a printer. */
  exportPrint(choice: ExportChoice): Promise<void>;
  /** A claim, or one source's words of it, as text with its sources. */
  citation(claim: string, article: string | null): Promise<string>;
  /** One thing done by hand to claims, passages or tags; a step that can be undone. */
  changeByHand(change: Change): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  hideSource(key: number, hidden: boolean): Promise<void>;
  /** Reads a source's file once more; its present text is kept as an earlier one. */
  readAgain(key: number): Promise<void>;
  /** Uses another of the texts that were read of a source, the first being 0. */
  useReading(key: number, reading: number): Promise<void>;
  /** Opens the native dialog for a session file. */
  openSession(): Promise<void>;
  /** Asks for a file when there is none; `false`: the person thought better of it. */
  saveSession(): Promise<boolean>;
  saveSessionAs(): Promise<boolean>;
  /** After `changed_elsewhere`: saves all the same. */
  overwriteSession(): Promise<void>;
  revertSession(): Promise<void>;
  /** `true`: what waited went on. */
  answerUnsaved(answer: UnsavedAnswer): Promise<boolean>;
  recover(id: string): Promise<void>;
  discardRecovery(id: string): Promise<void>;
  on<K extends keyof BackendEvents>(name: K, listener: (payload: BackendEvents[K]) => void): Promise<() => void>;
}
