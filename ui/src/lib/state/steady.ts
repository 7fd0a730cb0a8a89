/**
 * For a derived list: the list of before while its items are the same, so that what depends on it rests. The program tells
 * of every step of its work, of every change by hand and of every strictness, with the whole event anew.
 */
export function steady<T>(make: () => readonly T[], equal: (a: T, b: T) => boolean = Object.is): () => readonly T[] {
  let before: readonly T[] = [];
  return () => {
    const now = make();
    const same = now.length === before.length && now.every((item, i) => equal(item, before[i]!));
    if (!same) before = now;
    return before;
  };
}
