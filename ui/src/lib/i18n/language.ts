// What a language of the window is. Each is one file in languages/, and nothing else has to be told of it.
import type { MessageKey } from "./languages/en";

/** By plural form, as `Intl.PluralRules` names them; `one` is also taken where a language has a wording of its own for 1. */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

export interface Language {
  /** As it calls itself. */
  name: string;
  /** For dates, numbers, lists and plural forms (BCP 47). */
  tag: string;
  messages: Record<MessageKey, Message>;
}
