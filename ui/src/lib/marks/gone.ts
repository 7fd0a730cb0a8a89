// Puts struck-through words of the other side between the stretches of a sentence.
import type { Segment } from "./segments";

export interface Gone {
  /** Where in the sentence they would have stood, in UTF-16 units. */
  at: number;
  text: string;
}

export function insertGone(segments: readonly Segment[], gone: readonly Gone[]): Segment[] {
  const waiting = [...gone].sort((a, b) => a.at - b.at);
  const result: Segment[] = [];
  let start = 0;
  const add = (): void => {
    const words = waiting.shift()!;
    result.push({ text: words.text, mark: null, keep: false, gone: true });
  };
  for (const segment of segments) {
    let rest = segment;
    while (waiting[0] && waiting[0].at < start + rest.text.length) {
      const before = Math.max(0, waiting[0].at - start);
      if (before > 0) result.push({ ...rest, text: rest.text.slice(0, before) });
      add();
      rest = { ...rest, text: rest.text.slice(before) };
      start += before;
    }
    if (rest.text !== "") result.push(rest);
    start += rest.text.length;
  }
  while (waiting.length > 0) add();
  return result;
}
