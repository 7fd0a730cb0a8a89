// What the settings change on the page's root. Set through the DOM: the CSP allows no style attribute in markup.
import type { Settings } from "../api/types";

export function applySettings(settings: Settings): void {
  const root = document.documentElement;
  if (settings.theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = settings.theme.toLowerCase();
  root.dataset["typeface"] = settings.typeface;
  if (settings.less_movement) root.dataset["movement"] = "less";
  else delete root.dataset["movement"];
  root.dataset["marks"] = settings.spoken_marks ? "spoken" : "silent";
  const size = `${rootSize(settings)}px`;
  if (root.style.fontSize === size) return;
  root.style.fontSize = size;
  remeasure(document.body);
}

/** Container queries in rem are looked at again only when the container changes its size (Chromium, WebKitGTK 2.50). */
function remeasure(container: HTMLElement): void {
  container.style.width = "calc(100% - 1px)";
  void container.offsetWidth;
  container.style.width = "";
}

/** Size of one rem, in pixels. */
export const rootSize = (settings: Settings): number => (16 * clampSize(settings.text_size)) / 100;

export const clampSize = (size: number): number => Math.min(200, Math.max(80, Math.round(size)));

/** Movement is wanted unless the person or the system says otherwise. */
export const wantsMovement = (settings: Settings): boolean =>
  !settings.less_movement && !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
