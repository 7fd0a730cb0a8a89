// What is copied, when it cannot be.
import { afterEach, expect, it, vi } from "vitest";
import { copyCitation } from "../../src/lib/export/copy";
import type { Desk } from "../../src/lib/state/context";

afterEach(() => vi.unstubAllGlobals());

// Found by random acts (seed 1795770193278): the claim was gone, the clipboard refused, and a promise was left without an answer.
it("says that a claim is gone, and leaves nothing unanswered", async () => {
  const refuse = (): Promise<void> => Promise.reject(new Error("Not now."));
  vi.stubGlobal("navigator", { clipboard: { write: refuse, writeText: refuse } });
  vi.stubGlobal("ClipboardItem", class {});
  const unanswered: unknown[] = [];
  const hear = (cause: unknown): number => unanswered.push(cause);
  process.on("unhandledRejection", hear);
  const session = { error: null as { message: string } | null, backend: { citation: () => Promise.reject(new Error("This comparison is not there any more.")) } };
  await copyCitation({ session, say: () => {} } as unknown as Desk, "c1");
  await new Promise((done) => setTimeout(done, 20));
  process.off("unhandledRejection", hear);
  expect(session.error?.message).toContain("not there any more");
  expect(unanswered).toEqual([]);
});
