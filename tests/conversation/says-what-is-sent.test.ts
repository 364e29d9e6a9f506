import { describe, expect, it } from "vitest";
import { chat } from "./dialogue.ts";
import { service, ticket } from "./people.ts";

const NUMBER = "LMG-26-000123-7";
const held = { ...ticket, number: NUMBER };

const FILED = ["lapor uang pkh saya dipotong kepala dusun 100rb", "desa Jegreg, kemarin", "ya kirim"];
const DRAFT = ["beras bantuan bau dan berkutu semua"];

type State = { name: string; said: readonly string[]; isFiled: boolean; isWithdrawn?: true };

const STATES: readonly State[] = [
  { name: "nothing was written", said: ["halo"], isFiled: false },
  { name: "a draft asks for the place", said: DRAFT, isFiled: false },
  { name: "a draft asks whether to send", said: [...DRAFT, "desa Jegreg kemarin"], isFiled: false },
  { name: "a draft was left", said: [...DRAFT, "menu"], isFiled: false },
  { name: "a draft was cancelled", said: [...DRAFT, "batal"], isFiled: false },
  { name: "a report was filed", said: FILED, isFiled: true },
  { name: "a report was filed, and the chat is in the menu", said: [...FILED, "menu"], isFiled: true },
  { name: "after a report, a draft asks for the place", said: [...FILED, "menu", ...DRAFT], isFiled: true },
  {
    name: "after a report, a draft asks whether to send",
    said: [...FILED, "menu", ...DRAFT, "desa Jegreg kemarin"],
    isFiled: true,
  },
  { name: "after a report, a draft was left", said: [...FILED, "menu", ...DRAFT, "menu"], isFiled: true },
  { name: "after a report, a draft was cancelled", said: [...FILED, "menu", ...DRAFT, "batal"], isFiled: true },
  { name: "after a report, the category is asked", said: [...FILED, "menu", "3"], isFiled: true },
  { name: "after a report, a question to an officer is written", said: [...FILED, "menu", "7"], isFiled: true },
];

/** These citizens ask about the sent report, or withdraw it. */
const OF_THE_REPORT = [
  "dibuang aja laporannya ga jadi",
  "saya mau laporannya ditarik",
  "laporanku diguwak wae",
  "beneran udah kehapus?",
  "udah kehapus beneran ya",
  "siapa yang bocorin laporan saya",
  "kok pak kasun tau saya lapor",
  "batalkan laporan",
  "laporan saya sudah dibaca?",
  "beneran gak ada yang kekirim?",
];

const OTHERS = [
  "jangan telpon saya",
  "jangan dikirim dulu",
  "gak jadi lapor",
  "selesai",
  "berhenti",
  "lihat laporan saya",
  "takut",
  "nanti dulu",
  "apa nama saya ada disitu",
  "kantor dinsos di mana",
  "menu",
];

/** After a report, these sentences are untrue. */
const NOTHING_SENT = [
  /tidak ada yang (dikirim|terkirim)/i,
  /belum ada yang dikirim/i,
  /yang tadi bapak\/ibu tulis belum dikirim/i,
  /yang ditulis tadi belum dikirim/i,
  /yang bapak\/ibu tulis belum terkirim/i,
  /laporan tadi belum terkirim/i,
  /belum ada laporan/i,
];

function answerIn({ said, isFiled }: State, words: string): string {
  const talk = chat(service(isFiled ? { tickets: [held], byNumber: held } : { tickets: [] }), "id");
  for (const one of said) talk.say(one);
  return talk.say(words).text;
}

describe("what is sent", () => {
  const table = STATES.flatMap((state) => [...OF_THE_REPORT, ...OTHERS].map((words) => ({ state, words })));
  it.each(table)("no answer is untrue: $state.name; $words", ({ state, words }) => {
    const text = answerIn(state, words);
    if (state.isFiled) for (const untrue of NOTHING_SENT) expect(text).not.toMatch(untrue);
    else expect(text).not.toMatch(/sudah terkirim|LMG-26/);
  });

  const filed = STATES.filter(({ isFiled }) => isFiled);
  it.each(filed.flatMap((state) => OF_THE_REPORT.map((words) => ({ state, words }))))(
    "the filed report is named by its number: $state.name; $words",
    ({ state, words }) => {
      expect(answerIn(state, words)).toContain(NUMBER);
    },
  );
});
