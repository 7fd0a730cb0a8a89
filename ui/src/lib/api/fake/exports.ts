// What the program would export, played in the page: enough to draw the dialog by.
import type { Comparison, ExportChoice, ExportForm, ExportPreview } from "../types";

const MAP = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 120"><rect width="320" height="120" fill="#FBFAF7"/><rect x="20" y="20" width="36" height="80" fill="#F8C9B6" stroke="#A3300A"/><rect x="140" y="20" width="36" height="60" fill="#D8E9F8" stroke="#1E6BB0"/></svg>`;

export function previewOf(form: ExportForm, choice: ExportChoice, comparison: Comparison | null): ExportPreview {
  const claims = (comparison?.claims ?? []).filter((claim) => choice.claims === null || choice.claims.includes(claim.id));
  const articles = comparison?.articles ?? [];
  const empty: ExportPreview = { text: "", rows: [], picture: "" };
  if (form === "svg" || form === "png") return { ...empty, picture: MAP };
  if (form === "csv" || form === "xlsx") {
    const cell = (id: string, members: Partial<Record<string, number[]>>): string => (members[id] ?? []).map((at) => articles.find((one) => one.id === id)?.statements[at]?.text ?? "").join("\n");
    const rows = claims.map((claim) => [claim.label, claim.kind, ...articles.map((article) => (choice.sentences ? cell(article.id, claim.members) : claim.kind))]);
    return { ...empty, rows: [["Claim", "Kind", ...articles.map((article) => `${article.id} ${article.outlet ?? article.file}`)], ...rows] };
  }
  return { ...empty, text: [`# ${articles[0]?.title ?? ""}`, `${claims.length} claims`, ...claims.map((claim) => `## ${claim.kind}: ${claim.label}`)].join("\n\n") };
}

export const citationOf = (comparison: Comparison | null, claim: string, article: string | null): string =>
  `${comparison?.claims.find((one) => one.id === claim)?.label ?? ""} (${article ?? "all"})`;
