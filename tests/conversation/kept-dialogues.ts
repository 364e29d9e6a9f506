import type { Dialogue } from "./dialogue-table.ts";
import { KK, NIK, paid } from "./people.ts";

const known = { aid: [paid] };
const proof: Dialogue["steps"] = [
  [NIK, "check.proof"],
  [KK, "check.result"],
];
const menuFrom = (label: string, steps: Dialogue["steps"], page?: true): Dialogue => ({
  label: `the menu from ${label}`,
  ...(page ? { page } : {}),
  steps: [...steps, [steps.at(-1)?.[1].startsWith("complaint") ? "press:>menu.choose" : "press:menu", "menu.choose"]],
});

/** What was told is kept, and a question takes its own kind of answer. */
export const keptDialogues: Dialogue[] = [
  {
    label: "what was told before the numbers is the story, whatever the road",
    known,
    steps: [
      ["pkh saya sudah 3 tahap tidak cair", "check.number"],
      ...proof,
      ["belum", "complaint.confirm", "3 tahap tidak cair"],
    ],
  },
  {
    label: "the same, asked as a question",
    known,
    steps: [
      ["pkh saya sudah 3 tahap tidak cair kenapa ya pak", "check.number"],
      ...proof,
      ["belum", "complaint.confirm", "3 tahap tidak cair"],
    ],
  },
  {
    label: "the same, from a report that was left for the check",
    known,
    steps: [
      ["pkh saya sudah 3 tahap tidak cair, mau lapor", "complaint.where"],
      ["cek dulu", "check.number"],
      ...proof,
      ["belum", "complaint.confirm", "3 tahap tidak cair"],
    ],
  },
  {
    label: "the same, where nothing is recorded",
    steps: [
      ["pkh saya sudah 3 tahap tidak cair", "check.number"],
      ...proof,
      ["belum", "complaint.category", "sudah kami catat", "not:Ceritakan"],
      ["press:not-paid", "complaint.where"],
      ["desa Jegreg", "complaint.confirm", "3 tahap tidak cair"],
    ],
  },
  {
    label: "what is said to have been told is no story; a mind that is changed leaves the report",
    steps: [
      ["3", "complaint.category"],
      ["press:data-wrong", "complaint.what"],
      ["sudah saya ceritakan tadi", "complaint.what", "belum ada pada kami"],
      ["eh tidak jadi, mau cek bansos dulu saja", "check.number", "dibatalkan"],
    ],
  },
  {
    label: "a card that is not there is the report",
    steps: [
      ["3", "complaint.category"],
      ["press:card", "complaint.programme"],
      ["press:pkh", "complaint.what"],
      ["mboten gadah kartu", "complaint.where", "not:kapan"],
      ["desa Jegreg", "complaint.confirm", "mboten gadah kartu"],
      ["press:place", "complaint.where"],
      ["desa Pucangtelu", "complaint.confirm", "Pucangtelu", "not:Jegreg"],
    ],
  },
  {
    label: "when is asked where a date matters",
    steps: [["beras bantuan bau dan berkutu semua", "complaint.where", "kapan"]],
  },
  {
    label: "two misunderstandings in a row never read the same",
    steps: [
      ["1", "check.number"],
      ["zzz qqq", "check.number", "Maaf, saya belum paham"],
      ["zzz qqq xxx", "check.number", "masih belum paham", "not:Maaf, saya"],
      ["zzz qqq yyy", "check.number", "Maaf, saya belum paham", "not:masih belum paham"],
    ],
  },
  menuFrom("a number", [["1", "check.number"]]),
  menuFrom("a number page", [["1", "check.number"]], true),
  menuFrom(
    "a page that cannot be opened",
    [
      ["1", "check.number"],
      ["press:cannot-open", "check.cannot-open"],
    ],
    true,
  ),
  menuFrom("no number", [
    ["1", "check.number"],
    ["press:none", "check.no-number"],
  ]),
  menuFrom("a card", [
    ["1", "check.number"],
    ["press:none", "check.no-number"],
    ["press:card", "check.card"],
  ]),
  menuFrom("a proof", [
    ["1", "check.number"],
    [NIK, "check.proof"],
  ]),
  menuFrom("a place", [["beras bantuan bau dan berkutu semua", "complaint.where"]]),
  {
    label: "the one choice where a place is asked is the menu, by its number too; the report is kept",
    steps: [
      ["beras bantuan bau dan berkutu semua", "complaint.where"],
      ["1", "menu.choose"],
      ["3", "complaint.category"],
      ["press:draft", "complaint.where"],
    ],
  },
  menuFrom("a choice of places", [
    ["3", "complaint.category"],
    ["press:data-wrong", "complaint.what"],
    ["alamat salah", "complaint.where"],
    ["desa Sukorejo", "complaint.kecamatan"],
  ]),
];
