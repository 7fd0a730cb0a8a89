// When an event is closed, everything that it took in the page is free; but WebKit looks through what has grown old only when
// the page holds about three times what it held before, or has had nothing to do for a dozen seconds. A large buffer counts as
// such growth, and it costs nothing: it is never written to, so the system gives no memory for it (docs/performance.md, "Many
// events in one window").
const LARGE = 64 << 20;

export function remindCollector(): void {
  // After the screen has changed: before, the closed event is still in use.
  setTimeout(() => {
    try {
      new ArrayBuffer(LARGE);
    } catch {
      // No room even for a promise: then the collector is at work already.
    }
  }, 0);
}
