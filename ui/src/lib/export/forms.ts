// The forms that a comparison can leave in, as the dialog lists them, and what of it is wanted.
import type { ExportChoice, ExportForm } from "../api/types";
import type { MessageKey } from "../i18n/index.svelte";
import { isShown } from "../navigation/differences";
import type { View } from "../state/view.svelte";

export const FORMS: readonly ExportForm[] = ["html", "xlsx", "csv", "markdown", "json", "tei", "svg", "png"];

export const formName = (form: ExportForm): MessageKey => `export.${form}`;
export const formHint = (form: ExportForm): MessageKey => `export.${form}.hint`;

/** Forms whose cells can hold sentences or values. */
export const hasCells = (form: ExportForm): boolean => ["html", "xlsx", "csv", "markdown"].includes(form);

/** The claims that the filters leave. */
export function shownClaims(view: View): string[] {
  return (view.session.index?.comparison.claims ?? []).filter((claim) => isShown(claim, view.filter)).map((claim) => claim.id);
}

export const choiceOf = (view: View, options: { shown: boolean; notes: boolean; sentences: boolean }): ExportChoice => ({
  claims: options.shown && view.filtered ? shownClaims(view) : null,
  notes: options.notes,
  sentences: options.sentences,
});
