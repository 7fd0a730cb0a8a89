// Chooses the backend. The fake one is in development and test builds only: in a production build the condition is
// constant, so its code is not even in the bundle.
import type { Backend } from "./backend";
import { tauriBackend } from "./tauri";

export type * from "./backend";

export async function connect(): Promise<Backend> {
  if (import.meta.env.MODE !== "production" && !("__TAURI_INTERNALS__" in window)) {
    return (await import("./fake")).fakeBackend();
  }
  return tauriBackend;
}
