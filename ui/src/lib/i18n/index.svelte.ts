// The window's language. A small typed catalogue of our own: Paraglide fetches its message plugin from a CDN when it
// compiles, which an offline build must not do, and 200 messages with one plural rule need no library.
import { en, type Message, type MessageKey } from "./en";
import { id } from "./id";

export type { MessageKey };
export type Locale = "en" | "id";
export type Params = Record<string, string | number>;

const CATALOGUES: Record<Locale, Record<MessageKey, Message>> = { en, id };

const NUMBERS = new Map<string, Intl.NumberFormat>();
const PLURALS = new Map<string, Intl.PluralRules>();

/** Makers of texts are slow to make: each is made once. */
export function kept<T>(made: Map<string, T>, key: string, make: () => T): T {
  let one = made.get(key);
  if (!one) made.set(key, (one = make()));
  return one;
}

let current = $state<Locale>("en");

export const locale = (): Locale => current;

export function setLocale(language: string): void {
  current = language === "id" ? "id" : "en";
  if (typeof document !== "undefined") document.documentElement.lang = current;
}

/** The message in the window's language. `params.n` chooses the plural form. */
export function t(key: MessageKey, params: Params = {}): string {
  return fill(CATALOGUES[current][key], current, params);
}

export function fill(message: Message, language: Locale, params: Params): string {
  const text = typeof message === "string" ? message : pluralForm(message, language, params["n"]);
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    return typeof value === "number" ? number(value, language) : (value ?? "");
  });
}

function pluralForm(message: { one?: string; other: string }, language: Locale, n: string | number | undefined): string {
  // Indonesian has no plural rule of its own in CLDR; "one" is used there only where a sentence has two wordings.
  const category = language === "id" ? (Number(n) === 1 ? "one" : "other") : kept(PLURALS, language, () => new Intl.PluralRules(language)).select(Number(n));
  return category === "one" ? (message.one ?? message.other) : message.other;
}

export const number = (value: number, language: Locale = current): string => kept(NUMBERS, language, () => new Intl.NumberFormat(language)).format(value);
