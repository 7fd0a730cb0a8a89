// A claim, or a cell, to the clipboard as text with its sources.
import { t } from "../i18n/index.svelte";
import type { Desk } from "../state/context";

/** The text travels from the program first; WebKit lets a page write later only when the promise is handed over at once. */
async function toClipboard(text: Promise<string>): Promise<void> {
  const blob = text.then((words) => new Blob([words], { type: "text/plain" }));
  // A clipboard that refuses at once never looks at it; that the text did not come is said below.
  blob.catch(() => {});
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
  } catch {
    await navigator.clipboard.writeText(await text);
  }
}

export const copyCitation = (desk: Desk, claim: string, article: string | null = null): Promise<void> =>
  copy(desk, desk.session.backend.citation(claim, article), "copy.done");

/** Words that are selected in the page. */
export const copyText = (desk: Desk, words: string): Promise<void> => copy(desk, Promise.resolve(words), "copy.words");

async function copy(desk: Desk, text: Promise<string>, done: "copy.done" | "copy.words"): Promise<void> {
  try {
    await toClipboard(text);
    desk.say(t(done));
  } catch (cause) {
    desk.session.error = { code: "clipboard", message: `${t("copy.failed")} ${cause instanceof Error ? cause.message : ""}`.trim() };
  }
}

/** Ctrl+C with nothing selected: the cell of the table, or the sentence, that has the focus. */
export function copyFocused(desk: Desk): boolean {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || (getSelection()?.toString() ?? "") !== "") return false;
  const source = focused.dataset["source"] ?? focused.dataset["statement"]?.split(":")[0];
  const statement = focused.dataset["statement"];
  const claim = statement ? statementClaim(desk, statement) : focused.closest<HTMLElement>("[role=row][data-row]")?.dataset["row"];
  if (!claim || !source) return false;
  void copyCitation(desk, claim, source);
  return true;
}

function statementClaim({ session, view }: Desk, statement: string): string | undefined {
  const [article, at] = statement.split(":");
  const claims = article && at ? (session.index?.claimsOf(article, Number(at)) ?? []) : [];
  return (claims.find((claim) => claim.id === view.selected) ?? claims[0])?.id;
}
