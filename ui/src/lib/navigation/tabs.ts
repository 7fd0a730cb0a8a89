// The three views of one comparison.
export type Tab = "side" | "table" | "overview";
export const TABS: readonly Tab[] = ["side", "table", "overview"];
