/**
 * For a derived list: the list of before while its items are the same, so that what depends on it rests. The program tells
 * of every step of its work, and of every change by hand, with the whole event anew.
 */
export function steady<T>(make: () => T[]): () => T[] {
  let before: T[] = [];
  return () => {
    const now = make();
    const same = now.length === before.length && now.every((item, i) => item === before[i]);
    if (!same) before = now;
    return before;
  };
}
