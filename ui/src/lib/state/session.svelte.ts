// What the program has told the window: settings, the open event, its comparison. Everything here comes from the
// backend; what the person is looking at is in `view.svelte.ts`.
import type { ApiError, Backend } from "../api";
import { NOTHING } from "../api/nothing";
import type { DragView, EventView, FileView, Leaving, RecentView, RecoveryView, Settings, StartView } from "../api/types";
import { indexComparison, type ComparisonIndex } from "../comparison";
import { setLocale } from "../i18n/index.svelte";

const BUSY = ["reading", "aligning", "comparing"] as const;

export class Session {
  readonly backend: Backend;
  version = $state("");
  settings = $state<Settings>({
    theme: "system",
    text_size: 100,
    typeface: "serif",
    language: "en",
    strictness: 0.5,
    less_movement: false,
    letter_keys: true,
    spoken_marks: true,
  });
  event = $state.raw<EventView>(NOTHING);
  recent = $state.raw<RecentView[]>([]);
  drag = $state.raw<DragView | null>(null);
  index = $state.raw<ComparisonIndex | null>(null);
  error = $state.raw<ApiError | null>(null);
  /** Unsaved work would be lost: what the person wanted to do. */
  leaving = $state.raw<Leaving | null>(null);
  /** What a crash left behind. */
  recoveries = $state.raw<RecoveryView[]>([]);

  readonly busy = $derived((BUSY as readonly string[]).includes(this.event.phase));
  readonly ready: FileView[] = $derived(this.event.files.filter((file) => file.status === "ready"));
  readonly problems: FileView[] = $derived(this.event.files.filter((file) => file.status === "problem"));
  /** Compared, but a person should know something about them. */
  readonly remarks: FileView[] = $derived(this.event.files.filter((file) => file.status !== "problem" && file.problem));

  #shown = 0;

  constructor(backend: Backend) {
    this.backend = backend;
  }

  async open(): Promise<void> {
    await Promise.all([
      this.backend.on("event", (event) => void this.#take(event)),
      this.backend.on("recent", (recent) => (this.recent = recent)),
      this.backend.on("drag", (drag) => (this.drag = drag.over ? drag : null)),
      this.backend.on("settings", (settings) => this.#dress(settings)),
      this.backend.on("leaving", (leaving) => (this.leaving = leaving)),
      this.backend.on("recoveries", (recoveries) => (this.recoveries = recoveries)),
      this.backend.on("trouble", (trouble) => (this.error = trouble)),
    ]);
    const start = await this.run(this.backend.start());
    if (start) await this.#begin(start);
  }

  /** Shows a failed command to the person; `undefined` then. */
  async run<T>(command: Promise<T>): Promise<T | undefined> {
    try {
      return await command;
    } catch (cause) {
      this.error = asApiError(cause);
      return undefined;
    }
  }

  /** Changes settings at once, here and in the program. */
  set(change: Partial<Settings>): void {
    this.settings = { ...this.settings, ...change };
    setLocale(this.settings.language);
    void this.run(this.backend.saveSettings($state.snapshot(this.settings)));
  }

  file(letter: string): FileView | undefined {
    return this.event.files.find((file) => file.letter === letter);
  }

  async #begin(start: StartView): Promise<void> {
    this.version = start.version;
    this.#dress(start.settings);
    this.recent = start.recent;
    this.recoveries = start.recoveries;
    this.error = start.trouble;
    await this.#take(start.event);
  }

  #dress(settings: Settings): void {
    this.settings = settings;
    setLocale(settings.language);
  }

  async #take(event: EventView): Promise<void> {
    if (event.comparison !== this.#shown) {
      this.#shown = event.comparison;
      const comparison = event.comparison > 0 ? await this.run(this.backend.comparison()) : null;
      // A newer one may have been asked for while this one travelled.
      if (event.comparison === this.#shown) this.index = comparison ? indexComparison(comparison) : null;
    }
    this.event = event;
  }
}

function asApiError(cause: unknown): ApiError {
  if (typeof cause === "object" && cause !== null && "message" in cause) {
    const { code, message } = cause as Partial<ApiError>;
    return { code: code ?? "unknown", message: message ?? "" };
  }
  return { code: "unknown", message: String(cause) };
}
