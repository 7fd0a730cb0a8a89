// The signs of the kinds as paths in a 16 × 16 box, for ribbons and icons alike.
import type { ShownKind } from "../marks/kinds";

const EQUAL = "M3.5 6h9M3.5 10h9";

const PATHS: Record<ShownKind, string> = {
  same: EQUAL,
  reworded: "M2.5 6.6c1.8-2 3.6-2 5.5-.6s3.7 1.4 5.5-.6M2.5 11c1.8-2 3.6-2 5.5-.6s3.7 1.4 5.5-.6",
  conflict: `${EQUAL}M10.5 2.8l-5 10.4`,
  // An equals sign with a question mark above.
  check: "M3.5 10.2h9M3.5 13.4h9M6.4 3.6a1.7 1.7 0 1 1 2.5 1.5c-.6.3-.9.6-.9 1.2M8 7.9v.1",
  only: "M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M7.6 8a.4.4 0 1 0 .8 0a.4.4 0 1 0-.8 0",
  gap: "M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0",
};

export const signPath = (kind: ShownKind): string => PATHS[kind];
