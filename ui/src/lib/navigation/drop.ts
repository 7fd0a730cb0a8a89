// Text dragged from another program, as a browser's selection: it has no path, so the page itself takes it. Files go to
// the program (SPEC §0.5). What is dragged inside the window is none of it.

/** Whether a drag carries text and no file. */
export function carriesText(data: DataTransfer | null): boolean {
  const types = data ? [...data.types] : [];
  return !types.includes("Files") && (types.includes("text/plain") || types.includes("text/html"));
}

/** The text of a drop. Without a plain form, the code of a web page, which the program reads as one. */
export function droppedText(data: DataTransfer | null): string {
  const plain = data?.getData("text/plain").trim() ?? "";
  if (plain !== "") return plain;
  const html = data?.getData("text/html").trim() ?? "";
  return html === "" ? "" : `<!doctype html><article>${html}</article>`;
}

/** A link alone is no article. */
export function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(text.trim());
}
