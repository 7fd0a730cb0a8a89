// What the played program read of a source: the written story, with lines of a page around it that were left out.
import type { Corrections, FileView, Passage, ReviewView } from "../types";
import type { StoryArticle } from "./story";

export const NO_CORRECTIONS: Corrections = { title: null, byline: null, outlet: null, published: null, updated: null, section: null, agency: null, language: null, dropped: [], taken_back: [] };

const BEFORE = ["News · Sport · Weather", "14 March 2026, 5.20 p.m. · Reading time 3 minutes"];
const AFTER = ["Read also: Bridge at Muara closed for repairs", "Subscribe to our newsletter"];

/** A paragraph's words without the story's marks. */
function plain(lines: readonly string[]): string {
  const texts = lines.filter((line) => !line.startsWith("gap ")).map((line) => line.slice(line.indexOf("|") + 1).trim());
  return texts.join(" ").replaceAll(/\[(?:[^|\]]*\|)?([^|\]]*)(?:\|[^\]]*)?\]/g, (whole, shown: string) => (whole.startsWith("[~|") ? shown : whole.slice(1, -1).split("|")[1]!));
}

export function reviewOf(file: FileView, story: StoryArticle, corrections: Corrections): ReviewView {
  const left = (text: string): Passage => ({ text, headline: false, found: false, taken: corrections.taken_back.includes(text) });
  const read = story.text.map((lines, i): Passage => ({ text: plain(lines), headline: i === 0, found: true, taken: !corrections.dropped.includes(plain(lines)) }));
  return {
    key: file.key,
    letter: file.letter,
    file: file.file,
    format: file.file.endsWith(".txt") ? "text" : "html",
    canonical: "https://gazette.example/2026/03/14/ferry",
    partial: false,
    found: { ...NO_CORRECTIONS, title: read[0]?.text ?? null, byline: "Ana Prawira", outlet: story.outlet, published: story.published, section: "Nation", language: story.language },
    corrections,
    passages: [...BEFORE.map(left), ...read, ...AFTER.map(left)],
  };
}

/** The story as it is compared under corrections. */
export function corrected(story: StoryArticle, corrections: Corrections): StoryArticle {
  const text = story.text.filter((lines) => !corrections.dropped.includes(plain(lines)));
  return { ...story, text, outlet: corrections.outlet ?? story.outlet, published: corrections.published ?? story.published, agency: corrections.agency ?? story.agency ?? null };
}
