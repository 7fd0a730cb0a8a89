// F6 goes from area to area: header, legend bar, columns, details (SPEC §5).
const AREAS = "[data-area]";

export function focusArea(by: 1 | -1): boolean {
  const areas = [...document.querySelectorAll<HTMLElement>(AREAS)];
  if (areas.length === 0) return false;
  const at = areas.findIndex((area) => area.contains(document.activeElement));
  const start = at < 0 ? (by > 0 ? -1 : 0) : at;
  for (let i = 1; i <= areas.length; i++) {
    const area = areas[(start + by * i + areas.length * 2) % areas.length];
    if (area && focusInto(area)) return true;
  }
  return false;
}

function focusInto(area: HTMLElement): boolean {
  const target = area.matches("[tabindex='-1'], [tabindex='0']") ? area : area.querySelector<HTMLElement>("[data-row][tabindex='0'], button:not(:disabled), [tabindex='0']");
  target?.focus();
  return target !== null && area.contains(document.activeElement);
}
