// What is said about a file with a problem, and what a person can do about it (SPEC §4.4).
import type { FileView, Notice, NoticeCode } from "../api/types";
import { t, type MessageKey } from "../i18n/index.svelte";

export interface ProblemAction {
  do: "use" | "paste" | "language";
  label: MessageKey;
}

const ACTIONS: Partial<Record<NoticeCode, ProblemAction>> = {
  unreadable: { do: "paste", label: "problems.paste" },
  not_text: { do: "paste", label: "problems.paste" },
  link_only: { do: "paste", label: "problems.paste" },
  password_needed: { do: "paste", label: "problems.paste" },
  reading_stopped: { do: "paste", label: "problems.paste" },
  duplicate_text: { do: "use", label: "problems.use" },
  near_duplicate: { do: "use", label: "problems.both" },
  other_event: { do: "use", label: "problems.keep" },
  unknown_language: { do: "language", label: "problems.language" },
  very_long: { do: "use", label: "problems.go" },
};

/** What can be decided about a file, beside removing it. */
export const problemAction = (file: FileView): ProblemAction | undefined => (file.problem ? ACTIONS[file.problem.code] : undefined);

export function problemText(problem: Notice, file: FileView, files: readonly FileView[]): string {
  if (problem.code === "other_event") {
    if (problem.detail === null || file.statements === null) return t("problem.other_event.plain");
    return t("problem.other_event", { matches: problem.detail, n: file.statements });
  }
  return t(`problem.${problem.code}`, { twin: twinName(problem.detail, files), n: Number(problem.detail) });
}

/** The letters of each of several events: "A, B", "C, E". */
export function lettersOf(events: readonly (readonly number[])[], files: readonly FileView[]): string[] {
  return events.map((keys) => files.filter((file) => keys.includes(file.key)).map((file) => file.letter).join(", "));
}

/** The twin's file name with its letter: "report.html (A)". */
function twinName(detail: string | null, files: readonly FileView[]): string {
  const twin = files.find((file) => file.letter !== null && (file.file === detail || file.letter === detail));
  return twin ? `${twin.file} (${twin.letter})` : (detail ?? "");
}
