/**
 * Does `work` when the coming frame is on the screen, or so many frames; what it returns calls that off. What takes as long
 * as a frame or more waits for two: the first is shown by another process while the second is made.
 */
export function afterPaint(work: () => void, frames = 1): () => void {
  let timer = 0;
  let left = frames;
  const next = (): void => {
    left -= 1;
    if (left > 0) frame = requestAnimationFrame(next);
    else timer = window.setTimeout(work);
  };
  let frame = requestAnimationFrame(next);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
