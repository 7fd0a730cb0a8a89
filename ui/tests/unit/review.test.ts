// Review: what a person changes of a source becomes corrections, and nothing more than was changed.
import { describe, expect, it } from "vitest";
import { reviewOf, NO_CORRECTIONS } from "../../src/lib/api/fake/review";
import { THREE } from "../../src/lib/api/fake/story";
import type { Corrections, FileView, ReviewView } from "../../src/lib/api/types";
import { beginsAt, correctionsOf, countOf, draftOf, endsAt, foundOf } from "../../src/lib/review/draft";

const FILE: FileView = { key: 1, letter: "A", file: "a.html", status: "ready", outlet: null, language: "en", statements: 3, hidden: false, on_disk: "same", reading: 0, readings: 1, problem: null };
const review = (corrections: Partial<Corrections> = {}): ReviewView => reviewOf(FILE, THREE[0]!, { ...NO_CORRECTIONS, ...corrections });

describe("review", () => {
  it("says nothing when nothing was changed", () => expect(correctionsOf(review(), draftOf(review()))).toEqual(NO_CORRECTIONS));

  it("keeps what was corrected before, a day with its time", () => {
    const before: Corrections = { ...NO_CORRECTIONS, outlet: "", published: "2026-03-15T06:00:00+08:00", dropped: [review().passages[3]!.text], taken_back: [review().passages[0]!.text] };
    expect(correctionsOf(review(before), draftOf(review(before)))).toEqual(before);
    expect(correctionsOf(review(before), foundOf(review(before)))).toEqual(NO_CORRECTIONS);
  });

  it("an emptied field is none, one that is as it was found is not corrected", () => {
    const draft = draftOf(review());
    draft.fields.byline = "  ";
    draft.fields.outlet = " Straits Gazette ";
    draft.fields.published = "2026-03-15";
    expect(correctionsOf(review(), draft)).toEqual({ ...NO_CORRECTIONS, byline: "", published: "2026-03-15" });
  });

  it("the headline stays when the article begins later, and what follows its end goes", () => {
    const view = review();
    const headline = view.passages.findIndex((passage) => passage.headline);
    const last = view.passages.length - 1;
    const begun = beginsAt(view, draftOf(view), headline + 2);
    expect(begun.taken.slice(0, headline + 3)).toEqual([...Array<boolean>(headline).fill(false), true, false, true]);
    const ended = endsAt(view, begun, headline + 2);
    expect(countOf(view, ended)).toEqual({ taken: 2, all: last + 1, enough: true });
    const none = { ...ended, taken: ended.taken.map((_, i) => i === headline) };
    expect(countOf(view, none).enough).toBe(false);
  });
});
