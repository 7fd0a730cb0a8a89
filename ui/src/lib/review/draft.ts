// What a person is changing of a source before it is saved: fields and paragraphs, and the corrections they make.
import type { Corrections, ReviewView } from "../api/types";

/** The fields that can be corrected, in the order of the form. */
export const FIELDS = ["title", "byline", "outlet", "published", "updated", "section", "agency", "language"] as const;
export type Field = (typeof FIELDS)[number];

/** Fields that hold a day. */
export const isDay = (field: Field): boolean => field === "published" || field === "updated";

export interface Draft {
  fields: Record<Field, string>;
  /** By passage: whether it is compared. */
  taken: boolean[];
}

/** A field as it is shown: a day without its time. */
export function shown(field: Field, value: string | null): string {
  return isDay(field) ? (value ?? "").slice(0, 10) : (value ?? "");
}

export function draftOf(review: ReviewView): Draft {
  const fields = Object.fromEntries(FIELDS.map((field) => [field, shown(field, review.corrections[field] ?? review.found[field])])) as Record<Field, string>;
  return { fields, taken: review.passages.map((passage) => passage.taken) };
}

/** Everything as the program found it. */
export function foundOf(review: ReviewView): Draft {
  const fields = Object.fromEntries(FIELDS.map((field) => [field, shown(field, review.found[field])])) as Record<Field, string>;
  return { fields, taken: review.passages.map((passage) => passage.found) };
}

/** Where a draft says something else than what was found; a field that is as it was found is not corrected. */
export function correctionsOf(review: ReviewView, draft: Draft): Corrections {
  const field = (name: Field): string | null => {
    const value = draft.fields[name].trim();
    if (value === shown(name, review.found[name])) return null;
    // The day of an earlier correction stays with its time.
    const before = review.corrections[name];
    return before !== null && value === shown(name, before) ? before : value;
  };
  const texts = (wanted: (found: boolean, taken: boolean) => boolean): string[] =>
    review.passages.filter((passage, i) => wanted(passage.found, draft.taken[i] === true)).map((passage) => passage.text);
  return {
    ...(Object.fromEntries(FIELDS.map((name) => [name, field(name)])) as Record<Field, string | null>),
    dropped: texts((found, taken) => found && !taken),
    taken_back: texts((found, taken) => !found && taken),
  };
}

/** The article begins with passage `at`: nothing before it is taken but the headline. */
export function beginsAt(review: ReviewView, draft: Draft, at: number): Draft {
  return { ...draft, taken: draft.taken.map((taken, i) => (i === at ? true : i < at ? taken && review.passages[i]!.headline : taken)) };
}

/** The article ends with passage `at`. */
export function endsAt(review: ReviewView, draft: Draft, at: number): Draft {
  return { ...draft, taken: draft.taken.map((taken, i) => (i === at ? true : i > at ? taken && review.passages[i]!.headline : taken)) };
}

/** How many passages are compared, and whether any text besides the headline is among them. */
export function countOf(review: ReviewView, draft: Draft): { taken: number; all: number; enough: boolean } {
  const taken = draft.taken.filter(Boolean).length;
  return { taken, all: draft.taken.length, enough: draft.taken.some((one, i) => one && !review.passages[i]!.headline) };
}
