// The program behind the window, played in the page: for development in a browser and for tests. The URL chooses what
// to show: ?screen=empty|one|sample|many|loading|problems|events|drag|cancelled, &theme=, &lang=, &size=; &data= a comparison
// (the CLI's JSON) to look at a real one.
import type { Asked, Backend, BackendEvents } from "../backend";
import { NOTHING } from "../nothing";
import type { Alike, Change, Comparison, Corrections, EventView, ExportChoice, ExportForm, ExportPreview, FileView, Filters, Notice, NoticeCode, RecentView, RecoveryView, ReviewView, Settings, StartView, StepName, UnsavedAnswer } from "../types";
import { alikeOf } from "./alike";
import { buildComparison } from "./builder";
import { citationOf, previewOf } from "./exports";
import { replay, stepOf, withLost } from "./hand";
import { NO_CORRECTIONS, corrected, reviewOf } from "./review";
import { THREE, twelve, type StoryArticle } from "./story";

const LETTERS = [..."ABCDEFGHIJKL"];
const STEP_MS = 120;

class Fake implements Backend {
  readonly #listeners: { [K in keyof BackendEvents]: Set<(payload: BackendEvents[K]) => void> } = { event: new Set(), drag: new Set(), recent: new Set(), settings: new Set(), leaving: new Set(), recoveries: new Set(), trouble: new Set() };
  readonly #query = new URLSearchParams(location.search);
  #settings: Settings = {
    theme: this.#query.get("theme") === "dark" ? "dark" : this.#query.get("theme") === "light" ? "light" : "system",
    text_size: Number(this.#query.get("size") ?? 100),
    typeface: "serif",
    language: this.#query.get("lang") ?? "en",
    strictness: 0.5,
    less_movement: this.#query.has("still"),
    letter_keys: true,
    spoken_marks: true,
  };
  #event: EventView = NOTHING;
  #stories = new Map<number, StoryArticle>();
  #corrections = new Map<number, Corrections>();
  #comparison: Comparison | null = null;
  #keys = 0;
  /** What was done by hand, and what was undone of it. */
  #done: { change: Change; name: StepName }[] = [];
  #undone: { change: Change; name: StepName }[] = [];
  #recoveries: RecoveryView[] = this.#query.has("crashed")
    ? [{ id: "event-1", name: "Ferry runs aground off Karang Putih", written: 1_773_480_000, sources: 3, steps: 14, file: "ferry.parallax" }]
    : [];
  #recent: RecentView[] = [
    { id: "r1", name: "Ferry runs aground off Karang Putih", date: "2026-03-14", sources: 3, conflicts: 6, file: null },
    { id: "r2", name: "Bridge at Muara closed for repairs", date: "2026-03-02", sources: 7, conflicts: 1, file: "bridge.parallax" },
    { id: "r3", name: "Council puts off the vote on the market", date: "2026-02-21", sources: 4, conflicts: 0, file: null },
  ];

  async start(): Promise<StartView> {
    const screen = this.#query.get("screen") ?? (this.#query.has("data") ? "data" : "sample");
    if (screen === "sample" || screen === "drag") this.#load(THREE);
    if (screen === "many") this.#load(twelve());
    const data = this.#query.get("data");
    if (data) this.#show((await (await fetch(data)).json()) as Comparison);
    else if (screen === "one") this.#load(THREE.slice(0, 1));
    if (screen === "loading") this.#loading();
    if (screen === "problems") this.#problems();
    if (screen === "events") this.#twoEvents();
    if (screen === "cancelled") this.#stopped();
    if (screen === "fresh") this.#recent = [];
    if (screen === "drag") setTimeout(() => this.#emit("drag", { over: true, readable: ["second-look.html", "letter.txt"], others: 1 }));
    if (this.#query.has("over")) setTimeout(() => this.#emit("drag", { over: true, readable: ["a.html", "b.txt", "c.md"], others: 0 }));
    return { version: "0.1.0", settings: this.#settings, event: this.#event, recent: this.#recent, recoveries: this.#recoveries, trouble: null };
  }

  comparison = async (): Promise<Comparison | null> => this.#comparison && replay(this.#query.has("lost") ? withLost(this.#comparison) : this.#comparison, this.#done.map((step) => step.change));
  showFile = async (): Promise<void> => {};
  chooseFiles = async (): Promise<void> => this.#add(this.#event.files.length === 0 ? THREE : twelve().slice(this.#event.files.length, this.#event.files.length + 1));
  openSample = async (): Promise<void> => this.#add(THREE);

  async openRecent(): Promise<void> {
    this.#load(THREE);
    this.#tell();
  }

  async newEvent(): Promise<void> {
    this.#stories.clear();
    this.#comparison = null;
    this.#event = NOTHING;
    this.#done = this.#undone = [];
    this.#tell();
  }

  async addText({ text, outlet, date }: { text: string; outlet: string | null; date: string | null }): Promise<void> {
    if (text.trim() === "") throw { code: "empty", message: "There is no text to add." };
    this.#add([{ ...THREE[0]!, file: "pasted text", outlet, published: date }]);
  }

  async removeFiles(keys: number[]): Promise<void> {
    keys.forEach((key) => this.#stories.delete(key));
    this.#event = { ...this.#event, events: [] };
    this.#compare(this.#event.files.filter((file) => !keys.includes(file.key)));
  }

  async useAnyway(keys: number[]): Promise<void> {
    this.#event = { ...this.#event, events: [] };
    const wanted = (file: FileView): FileView => ({ ...file, status: "ready", problem: null, letter: file.letter ?? this.#freeLetter() });
    for (const key of keys) if (!this.#stories.has(key)) this.#stories.set(key, THREE[2]!);
    this.#compare(this.#event.files.map((file) => (keys.includes(file.key) ? wanted(file) : file)));
  }

  async keepFilters(filters: Filters): Promise<void> {
    this.#event = { ...this.#event, filters };
  }

  async choosePart(key: number, _part: number): Promise<void> {
    await this.useAnyway([key]);
  }

  async givePassword(key: number, _password: string): Promise<void> {
    await this.useAnyway([key]);
  }

  async moveFile(key: number, to: number): Promise<void> {
    const files = this.#event.files.filter((file) => file.key !== key);
    const moved = this.#event.files.find((file) => file.key === key);
    if (moved) files.splice(to, 0, moved);
    this.#event = { ...this.#event, files };
    this.#tell();
  }

  async review(key: number): Promise<ReviewView> {
    const file = this.#event.files.find((one) => one.key === key);
    const story = this.#stories.get(key);
    if (!file || !story) throw { code: "gone", message: "This file is not in the event any more." };
    return structuredClone(reviewOf(file, story, this.#corrections.get(key) ?? NO_CORRECTIONS));
  }

  async correct(key: number, corrections: Corrections): Promise<void> {
    const story = this.#stories.get(key);
    if (story && corrected(story, corrections).text.length === 0) throw { code: "failed", message: "At least one paragraph has to stay." };
    this.#corrections.set(key, structuredClone(corrections));
    this.#compare(this.#event.files.map((file) => (file.key === key ? { ...file, outlet: corrections.outlet ?? story?.outlet ?? null } : file)));
  }

  async renameEvent(name: string): Promise<void> {
    this.#event = { ...this.#event, name };
    this.#tell();
  }

  async cancel(): Promise<void> {
    this.#event = { ...this.#event, phase: "cancelled" };
    this.#tell();
  }

  async compareNow(): Promise<void> {
    this.#compare(this.#event.files);
  }

  async saveSettings(settings: Settings): Promise<void> {
    const anew = settings.strictness !== this.#settings.strictness;
    this.#settings = settings;
    if (anew && this.#event.comparison > 0) this.#compare(this.#event.files);
  }

  async forgetRecent(id: string): Promise<void> {
    this.#recent = this.#recent.filter((one) => one.id !== id);
    this.#emit("recent", this.#recent);
  }

  alike = async (asked: Asked): Promise<Alike[]> => alikeOf(this.#comparison, asked);
  exportPreview = async (form: ExportForm, choice: ExportChoice): Promise<ExportPreview> => previewOf(form, choice, this.#comparison);
  exportSave = async (form: ExportForm): Promise<string | null> => `ferry-runs-aground.${form}`;
  exportPrint = async (): Promise<void> => {};
  citation = async (claim: string, article: string | null): Promise<string> => citationOf(this.#comparison, claim, article);
  async changeByHand(change: Change): Promise<void> {
    const now = await this.comparison();
    if (!now) return;
    this.#done = [...this.#done, { change, name: stepOf(now, change) }];
    this.#undone = [];
    this.#worked();
  }

  async undo(): Promise<void> {
    const step = this.#done.at(-1);
    if (!step) return;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, step];
    this.#worked();
  }

  async redo(): Promise<void> {
    const step = this.#undone.at(-1);
    if (!step) return;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, step];
    this.#worked();
  }

  async hideSource(key: number, hidden: boolean): Promise<void> {
    this.#event = { ...this.#event, files: this.#event.files.map((file) => (file.key === key ? { ...file, hidden } : file)) };
    this.#tell();
  }

  async useReading(key: number, reading: number): Promise<void> {
    this.#compare(this.#event.files.map((file) => (file.key === key ? { ...file, reading } : file)));
  }

  async readAgain(key: number): Promise<void> {
    this.#compare(this.#event.files.map((file) => (file.key === key ? { ...file, on_disk: "same", reading: file.readings, readings: file.readings + 1 } : file)));
  }

  openSession = async (): Promise<void> => this.openRecent();
  revertSession = async (): Promise<void> => this.#emit("leaving", "revert");
  overwriteSession = async (): Promise<void> => void (await this.saveSession());
  saveSessionAs = async (): Promise<boolean> => this.saveSession();

  async saveSession(): Promise<boolean> {
    this.#event = { ...this.#event, document: { file: "ferry.parallax", unsaved: false, elsewhere: false } };
    this.#tell();
    return true;
  }

  async answerUnsaved(answer: UnsavedAnswer): Promise<boolean> {
    if (answer === "save") await this.saveSession();
    return answer !== "cancel";
  }

  async recover(id: string): Promise<void> {
    await this.openRecent();
    await this.discardRecovery(id);
  }

  async discardRecovery(id: string): Promise<void> {
    this.#recoveries = this.#recoveries.filter((one) => one.id !== id);
    this.#emit("recoveries", this.#recoveries);
  }

  /** Something was done by hand: the comparison counts up, as in the program. */
  #worked(): void {
    const history = { undo: this.#done.at(-1)?.name ?? null, redo: this.#undone.at(-1)?.name ?? null };
    this.#event = { ...this.#event, history, document: { ...this.#event.document, unsaved: true }, comparison: this.#event.comparison + 1 };
    this.#tell();
  }

  async on<K extends keyof BackendEvents>(name: K, listener: (payload: BackendEvents[K]) => void): Promise<() => void> {
    this.#listeners[name].add(listener);
    return () => this.#listeners[name].delete(listener);
  }

  #emit<K extends keyof BackendEvents>(name: K, payload: BackendEvents[K]): void {
    for (const listener of this.#listeners[name]) listener(structuredClone(payload));
  }

  #tell(): void {
    this.#emit("event", this.#event);
  }

  #freeLetter(): string | null {
    return LETTERS.find((letter) => !this.#event.files.some((file) => file.letter === letter)) ?? null;
  }

  #file(story: StoryArticle): FileView {
    const key = ++this.#keys;
    this.#stories.set(key, story);
    const file: FileView = { key, letter: this.#freeLetter(), file: story.file, status: "ready", outlet: story.outlet, language: story.language, statements: story.text.flat().filter((line) => !line.startsWith("gap")).length, hidden: false, on_disk: "same", reading: 0, readings: 1, problem: null };
    this.#event = { ...this.#event, files: [...this.#event.files, file] };
    return file;
  }

  #load(stories: readonly StoryArticle[]): void {
    for (const story of stories) this.#file(story);
    this.#compare(this.#event.files, false);
  }

  #show(comparison: Comparison): void {
    this.#comparison = comparison;
    const files = comparison.articles.map((article): FileView => ({ key: ++this.#keys, letter: article.id, file: article.file, status: "ready", outlet: article.outlet, language: article.language, statements: article.statements.length, hidden: false, on_disk: "same", reading: 0, readings: 1, problem: null }));
    this.#event = { ...NOTHING, name: comparison.articles[0]?.title ?? "A real event", date: comparison.articles[0]?.published ?? null, phase: "ready", files, comparison: 1 };
  }

  /** Reads, lines up and compares with a pause between, as the program does. */
  #add(stories: readonly StoryArticle[]): void {
    for (const story of stories) this.#file(story);
    (["reading", "aligning", "comparing"] as const).forEach((phase, i) =>
      setTimeout(() => {
        this.#event = { ...this.#event, phase };
        this.#tell();
      }, i * STEP_MS),
    );
    setTimeout(() => this.#compare(this.#event.files), 3 * STEP_MS);
  }

  #compare(files: FileView[], tell = true): void {
    const ready = files.filter((file) => file.status === "ready" && file.letter);
    const enough = ready.length >= 2;
    const stories = ready.map((file) => corrected(this.#stories.get(file.key) ?? THREE[0]!, this.#corrections.get(file.key) ?? NO_CORRECTIONS));
    this.#comparison = enough ? buildComparison(stories, ready.map((file) => file.letter!), this.#settings.strictness) : null;
    this.#event = {
      name: this.#event.name || (enough ? "Ferry runs aground off Karang Putih" : ""),
      date: files.length > 0 ? "2026-03-14" : null,
      phase: files.length > 0 ? "ready" : "empty",
      files,
      events: this.#event.events,
      filters: this.#event.filters,
      history: this.#event.history,
      document: this.#event.document,
      comparison: enough ? this.#event.comparison + 1 : 0,
    };
    if (tell) this.#tell();
  }

  #loading(): void {
    const [a, b, c] = THREE.map((story) => this.#file(story));
    this.#event = { ...this.#event, phase: "reading", files: [a!, b!, { ...c!, status: "reading", statements: null }] };
  }

  #stopped(): void {
    THREE.forEach((story) => this.#file(story));
    this.#event = { ...this.#event, phase: "cancelled" };
  }

  #twoEvents(): void {
    this.#load(twelve().slice(0, 5));
    const [a, b, c, d, e] = this.#event.files.map((file) => file.key);
    this.#event = { ...this.#event, events: [[a!, b!, d!], [c!, e!]] };
  }

  #problems(): void {
    this.#file(THREE[0]!);
    this.#file(THREE[1]!);
    const bad = (file: string, code: NoticeCode, detail: string | null): FileView => {
      const problem: Notice = { article: null, file, code, message: `${file}: ${code}`, detail };
      return { key: ++this.#keys, letter: null, file, status: "problem", outlet: null, language: null, statements: code === "other_event" ? 22 : null, hidden: false, on_disk: "same", reading: 0, readings: 1, problem };
    };
    const files = [
      ...this.#event.files,
      bad("scan-0042.html", "unreadable", null),
      bad("ferry-karang-putih (1).html", "duplicate_text", THREE[0]!.file),
      bad("notes.txt", "empty", null),
      bad("league-final-report.html", "other_event", "1"),
    ];
    this.#event = { ...this.#event, phase: "ready", files };
  }
}

export const fakeBackend = (): Backend => new Fake();
