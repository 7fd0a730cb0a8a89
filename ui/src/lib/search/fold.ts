// Text as the search compares it: without case, accents and kinds of quotation marks, with the way back to the places in
// the text. Only marks that are accents are dropped: the vowel signs of Indic scripts are letters.

export interface Folded {
  text: string;
  /** For every unit of `text`: where its letter starts and ends in the original, in UTF-16 units. */
  starts: number[];
  ends: number[];
}

const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
/** Letters that have no decomposition, and signs that people type in their plain form. */
const PLAIN: Record<string, string> = { "đ": "d", "ø": "o", "ł": "l", "ħ": "h", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‐": "-", "‑": "-" };

function foldLetter(letter: string): string {
  if (/\s/.test(letter)) return " ";
  const bare = letter.toLowerCase().normalize("NFKD").replace(ACCENTS, "");
  return PLAIN[bare] ?? bare;
}

export function fold(original: string): Folded {
  const folded: Folded = { text: "", starts: [], ends: [] };
  let at = 0;
  for (const letter of original) {
    const bare = foldLetter(letter);
    // Runs of white space are one space.
    if (!(bare === " " && folded.text.endsWith(" "))) {
      for (const unit of bare.split("")) {
        folded.text += unit;
        folded.starts.push(at);
        folded.ends.push(at + letter.length);
      }
    }
    at += letter.length;
    // An accent of its own belongs to the letter before it.
    if (bare === "" && folded.ends.length > 0) folded.ends[folded.ends.length - 1] = at;
  }
  return folded;
}

/** The query as it is looked for; `null` while it is too short to mean anything. */
export function foldQuery(query: string): string | null {
  const text = fold(query).text.trim();
  const oneLetterIsEnough = /[^\u0000-\u036f\s]/.test(text);
  return text.length >= 2 || (text.length === 1 && oneLetterIsEnough) ? text : null;
}
