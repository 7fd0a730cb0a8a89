// The signs of the kinds as paths in a 16 × 16 box, for ribbons and icons alike.
import type { ShownKind } from "../marks/kinds";

const EQUAL = "M3.5 6h9M3.5 10h9";

const PATHS: Record<ShownKind, string> = {
  same: EQUAL,
  reworded: "M2.5 6.6c1.8-2 3.6-2 5.5-.6s3.7 1.4 5.5-.6M2.5 11c1.8-2 3.6-2 5.5-.6s3.7 1.4 5.5-.6",
  conflict: `${EQUAL}M10.5 2.8l-5 10.4`,
  // An equals sign with a question mark above.
  check: "M3 10.4h10M3 13.8h10M5.9 3.3a2.1 2.1 0 1 1 3.2 1.8c-.7.4-1.1.7-1.1 1.2M8 8.2v.02",
  only: "M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M7.6 8a.4.4 0 1 0 .8 0a.4.4 0 1 0-.8 0",
  gap: "M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0",
};

/** A link made by hand. */
const PIN = "M8 9.5V14M5.500 2h5M6.200 2v4L4.500 9.500h7L9.800 6V2";

export const signOf = (kind: ShownKind, byHand: boolean): string => (byHand && kind !== "conflict" && kind !== "check" ? PIN : PATHS[kind]);
export const signPath = (kind: ShownKind): string => PATHS[kind];
