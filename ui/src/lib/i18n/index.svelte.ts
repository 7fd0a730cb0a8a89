// The window's language. A small typed catalogue of our own: Paraglide fetches its message plugin from a CDN when it
// compiles, which an offline build must not do, and 200 messages with one plural rule need no library.
import type { Language, Message } from "./language";
import type { MessageKey } from "./languages/en";

export type { MessageKey };
export type Params = Record<string, string | number>;

const FILES = import.meta.glob<{ language: Language }>("./languages/*.ts", { eager: true });
/** By code, as the files are named. */
export const LANGUAGES: ReadonlyMap<string, Language> = new Map(Object.entries(FILES).map(([path, file]) => [path.slice(path.lastIndexOf("/") + 1, -".ts".length), file.language]));
/** Used until the settings are there, and where they name a language that the window does not have. */
const FIRST = "en";

const NUMBERS = new Map<string, Intl.NumberFormat>();
const PLURALS = new Map<string, Intl.PluralRules>();

/** Makers of texts are slow to make: each is made once. */
export function kept<T>(made: Map<string, T>, key: string, make: () => T): T {
  let one = made.get(key);
  if (!one) made.set(key, (one = make()));
  return one;
}

let current = $state(FIRST);

/** The code of the window's language. */
export const locale = (): string => current;

const languageOf = (code: string): Language => (LANGUAGES.get(code) ?? LANGUAGES.get(FIRST))!;

/** What `Intl` writes dates, numbers and lists for. */
export const tag = (): string => languageOf(current).tag;

export function setLocale(language: string): void {
  current = LANGUAGES.has(language) ? language : FIRST;
  if (typeof document !== "undefined") document.documentElement.lang = current;
}

/** The message in the window's language. `params.n` chooses the plural form. */
export function t(key: MessageKey, params: Params = {}): string {
  const { messages, tag } = languageOf(current);
  return fill(messages[key], tag, params);
}

export function fill(message: Message, tag: string, params: Params): string {
  const text = typeof message === "string" ? message : pluralForm(message, tag, Number(params["n"]));
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    return typeof value === "number" ? number(value, tag) : (value ?? "");
  });
}

function pluralForm(message: Exclude<Message, string>, tag: string, n: number): string {
  // Indonesian has no plural rule of its own in CLDR; "one" is used there only where a sentence has two wordings.
  const form = n === 1 && message.one !== undefined ? "one" : kept(PLURALS, tag, () => new Intl.PluralRules(tag)).select(n);
  return message[form] ?? message.other;
}

/** A number as the window's language writes it. */
export const number = (value: number, language: string = tag()): string => kept(NUMBERS, language, () => new Intl.NumberFormat(language)).format(value);
