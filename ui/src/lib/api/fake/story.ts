// An invented event for development and tests: a ferry runs aground. Written for this project; outlets, people and
// places do not exist. One line is one statement:
//   "claim claim| text with [difference|words|normal form] and [~|words that differ]"; "gap claim" is a gap line.
import type { ClaimKind, DifferenceKind, EvidenceKind, Verdict } from "../types";

export interface StoryClaim {
  label: string;
  kind: ClaimKind;
  difference?: { kind: DifferenceKind; verdict: Verdict };
  strength?: number;
  mostlyDifferent?: boolean;
  /** What speaks for the match: a kind and the words it has, in any of the articles. */
  evidence?: [EvidenceKind, ...string[]][];
}

export interface StoryArticle {
  file: string;
  outlet: string | null;
  published: string | null;
  agency?: string | null;
  language: string;
  shared: number;
  /** Paragraphs of lines; the first holds the headline. */
  text: string[][];
}

export const CLAIMS: Record<string, StoryClaim> = {
  head: { label: "Ferry runs aground off Karang Putih", kind: "reworded", evidence: [["name", "Karang Putih"], ["word", "Ferry"], ["meaning", "Ferry", "Feri"], ["meaning", "aground", "Kandas"]] },
  aboard: { label: "How many people were on board", kind: "conflict", difference: { kind: "figure", verdict: "conflict" }, evidence: [["name", "Bintang Utara"], ["word", "reef"], ["meaning", "reef", "karang"]] },
  left: { label: "When the ferry left", kind: "conflict", difference: { kind: "date", verdict: "conflict" }, evidence: [["name", "Tanjung Luhur"]] },
  boats: { label: "Fishing boats took the passengers off", kind: "reworded", strength: 0.74, evidence: [["word", "passengers"], ["meaning", "boats", "perahu"]] },
  rescue: { label: "How long the rescue took", kind: "conflict", difference: { kind: "figure", verdict: "conflict" }, mostlyDifferent: true, evidence: [["name", "Rini Wulandari"], ["meaning", "harbour master", "syahbandar"]] },
  unhurt: { label: "No one was badly hurt", kind: "same" },
  jackets: { label: "How many life jackets were handed out", kind: "check", difference: { kind: "figure", verdict: "check" }, strength: 0.52 },
  tug: { label: "A second tug was sent", kind: "only" },
  captain: { label: "What the captain said of the rocks", kind: "conflict", difference: { kind: "quote", verdict: "conflict" }, evidence: [["word", "captain"], ["word", "rocks"]] },
  divers: { label: "Divers will look at the hull on Monday", kind: "same", evidence: [["word", "Divers"], ["word", "hull"], ["word", "Monday"]] },
  chart: { label: "Since when the reef is on the chart", kind: "conflict", difference: { kind: "date", verdict: "conflict" }, evidence: [["word", "reef"], ["word", "chart"], ["word", "hydrographic"]] },
  refund: { label: "The company promises refunds", kind: "reworded" },
  orders: { label: "Who ordered the inquiry", kind: "conflict", difference: { kind: "speaker", verdict: "conflict" }, strength: 0.66 },
  fuel: { label: "No fuel has leaked", kind: "same", evidence: [["word", "fuel"], ["word", "leaked"]] },
  school: { label: "Pupils slept in a school", kind: "only" },
  wind: { label: "The wind was strong", kind: "reworded" },
  fishers: { label: "Fishermen ask for lights on the reef", kind: "only" },
};

const GAZETTE: StoryArticle = {
  file: "ferry-karang-putih.html",
  outlet: "Straits Gazette",
  published: "2026-03-14T17:20:00+08:00",
  language: "en",
  shared: 88,
  text: [
    ["head| Ferry runs aground off Karang Putih, [~|all passengers safe]"],
    [
      "aboard| The ferry Bintang Utara struck a reef on Saturday with [aboard|214 people|214] on board, the port authority said.",
      "left| It had left Tanjung Luhur at [left|6.40 a.m.|T06:40] and was due before noon.",
    ],
    [
      "boats| [~|A dozen fishing boats] took the passengers [~|off the ship one group at a time].",
      "rescue| The rescue took [rescue|130 minutes|PT2H10M], the harbour master, Rini Wulandari, told reporters on the quay.",
      "unhurt| No one was badly hurt.",
    ],
    [
      "jackets| The crew handed out about [jackets|200 life jackets|~200] before the boats arrived.",
      "tug| A second tug was sent from the naval base as a precaution.",
      "captain| The captain said: [captain|“We saw the rocks too late.”|we saw the rocks too late]",
    ],
    [
      "chart| The reef has been on the chart since [chart|1987|1987], according to the hydrographic office.",
      "divers| Divers will look at the hull on Monday.",
      "fuel| No fuel has leaked so far.",
    ],
    [
      "refund| The company, Lintas Selat, [~|promised to pay back every ticket].",
      "orders| An inquiry was ordered by [orders|the transport ministry|transport ministry], which also grounded two sister ships.",
      "gap wind",
    ],
  ],
};

const OBSERVER: StoryArticle = {
  file: "bintang-utara-rescue.txt",
  outlet: "Island Observer",
  published: "2026-03-15",
  language: "en",
  shared: 81,
  text: [
    ["head| Ferry runs aground off Karang Putih [~|after a night of storm]"],
    [
      "wind| A north wind of force seven [~|had been blowing since midnight], the weather service said.",
      "boats| [~|Boats from three villages] took the passengers [~|ashore].",
      "aboard| On Saturday morning there were [aboard|241 people|241] on the Bintang Utara when it hit the reef, the port authority said.",
    ],
    [
      "left| The ship had set out from Tanjung Luhur at [left|7.10 a.m.|T07:10], half an hour late.",
      "rescue| [rescue|Two hours|PT2H] passed until the last of them stood on the beach, said Rini Wulandari, the harbour master.",
      "gap unhurt",
    ],
    [
      "captain| [captain|“We never saw the rocks,”|we never saw the rocks] the captain said.",
      "chart| The reef has been on the chart since [chart|1978|1978], the hydrographic office said.",
      "jackets| Some [jackets|180 people|180] were given life jackets by the crew.",
      "school| Forty pupils on a class trip slept in the village school.",
    ],
    [
      "refund| The company, Lintas Selat, [~|said passengers would get their money back].",
      "divers| Divers will look at the hull on Monday.",
      "orders| [orders|The governor|governor] ordered an inquiry.",
      "fuel| No fuel has leaked so far.",
    ],
  ],
};

const KABAR: StoryArticle = {
  file: "feri-kandas.md",
  outlet: "Kabar Selat",
  published: "2026-03-14T15:05:00+08:00",
  language: "id",
  shared: 90,
  text: [
    ["head| Feri Kandas di Karang Putih, Seluruh Penumpang Selamat"],
    [
      "aboard| Feri Bintang Utara menabrak karang pada Sabtu dengan [aboard|214 orang|214] di dalamnya, kata otoritas pelabuhan.",
      "left| Kapal itu berangkat dari Tanjung Luhur pukul [left|06.40|T06:40] dan seharusnya tiba sebelum tengah hari.",
      "wind| Angin utara bertiup kencang sejak tengah malam, menurut badan cuaca.",
    ],
    [
      "rescue| Penyelamatan berlangsung [rescue|2 jam 10 menit|PT2H10M], kata syahbandar Rini Wulandari.",
      "boats| Belasan perahu nelayan mengangkut penumpang ke pantai.",
      "unhurt| Tidak ada yang terluka parah.",
      "gap jackets",
    ],
    [
      "captain| Nakhoda berkata, [captain|“Kami terlambat melihat karang itu.”|we saw the rocks too late]",
      "fishers| Nelayan setempat meminta lampu suar dipasang di karang itu.",
      "chart| Karang itu tercatat di peta sejak [chart|1987|1987], menurut kantor hidrografi.",
    ],
    [
      "divers| Penyelam akan memeriksa lambung kapal pada Senin.",
      "fuel| Sejauh ini tidak ada bahan bakar yang bocor.",
      "orders| Penyelidikan diperintahkan oleh [orders|Kementerian Perhubungan|transport ministry].",
      "gap refund",
    ],
  ],
};

export const THREE: readonly StoryArticle[] = [GAZETTE, OBSERVER, KABAR];

const MORE_OUTLETS = [
  "Luhur Evening Post",
  "Radio Teluk",
  "The Coast Report",
  "Harian Muara",
  "Southern Dispatch",
  "Pulau Pagi",
  "Lighthouse Weekly",
  "Warta Dermaga",
  null,
] as const;

/** Twelve sources: the three, and nine that tell parts of it in other orders. Always the same. */
export function twelve(): StoryArticle[] {
  let seed = 11;
  const next = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const more = MORE_OUTLETS.map((outlet, i) => {
    const base = THREE[i % 3]!;
    const text = base.text
      .map((paragraph) => paragraph.filter((line) => !line.startsWith("gap") && !isOnly(line) && (line.startsWith("head") || next() > 0.22)))
      .filter((paragraph) => paragraph.length > 0);
    if (next() > 0.5 && text.length > 3) text.splice(1, 0, ...text.splice(2, 1));
    return { ...base, file: outlet ? `${outlet.toLowerCase().replaceAll(" ", "-")}.html` : "saved-page-0412.html", outlet, shared: 60 + Math.round(next() * 35), text };
  });
  return [...THREE, ...more];
}

const isOnly = (line: string): boolean => CLAIMS[line.split("|")[0] ?? ""]?.kind === "only";
