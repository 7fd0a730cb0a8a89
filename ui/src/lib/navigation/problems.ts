// What is said about a file with a problem, and what a person can do about it (SPEC §4.4).
import type { FileView, Notice, NoticeCode } from "../api/types";
import { t, type MessageKey } from "../i18n/index.svelte";

export interface ProblemAction {
  do: "use" | "paste";
  label: MessageKey;
}

const ACTIONS: Partial<Record<NoticeCode, ProblemAction>> = {
  Unreadable: { do: "paste", label: "problems.paste" },
  NotText: { do: "paste", label: "problems.paste" },
  DuplicateText: { do: "use", label: "problems.use" },
  NearDuplicate: { do: "use", label: "problems.use" },
  OtherEvent: { do: "use", label: "problems.keep" },
  VeryLong: { do: "use", label: "problems.go" },
};

/** Only a file that is not compared has something to decide; the others can just be removed. */
export function problemActions(file: FileView): ProblemAction[] {
  const action = file.problem ? ACTIONS[file.problem.code] : undefined;
  return action && (file.status === "Problem" || action.do === "paste") ? [action] : [];
}

export function problemText(problem: Notice, file: FileView, files: readonly FileView[]): string {
  if (problem.code === "OtherEvent") {
    if (problem.detail === null || file.statements === null) return t("problem.OtherEvent.plain");
    return t("problem.OtherEvent", { matches: problem.detail, n: file.statements });
  }
  return t(`problem.${problem.code}`, { twin: twinName(problem.detail, files) });
}

/** The twin's file name with its letter: "report.html (A)". */
function twinName(detail: string | null, files: readonly FileView[]): string {
  const twin = files.find((file) => file.letter !== null && (file.file === detail || file.letter === detail));
  return twin ? `${twin.file} (${twin.letter})` : (detail ?? "");
}
