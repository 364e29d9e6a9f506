import type { Dialogue } from "./dialogue-table.ts";
import { KK, NIK, paid } from "./people.ts";

const proved: Dialogue["steps"] = [
  ["1", "check.number"],
  [NIK, "check.proof"],
];

/** How it is said: greetings returned, nothing twice, nothing that is long past. */
export const toneDialogues: Dialogue[] = [
  {
    label: "a greeting of peace is returned, alone and before a question",
    steps: [
      ["assalamualaikum", "menu.choose", "Waalaikumsalam.", "not:Halo! Ada"],
      ["assalamualaikum pak, apakah saya dapat bansos?", "check.number", "Waalaikumsalam.", "Ketik NIK"],
    ],
  },
  {
    label: "nobody in danger is greeted",
    steps: [["assalamualaikum rumah kebanjiran sekarang", "urgent.place", "not:Waalaikum"]],
  },
  {
    label: "nggih is returned",
    steps: [
      ["halo", "menu.choose"],
      ["nggih", "menu.choose", "Nggih.", "not:Baik."],
    ],
  },
  {
    label: "the greeting is two lines",
    steps: [
      [
        "halo",
        "menu.choose",
        "gratis. Kami tidak pernah meminta uang, OTP, atau PIN.\nPesan disimpan",
        "not:bantuan sosial Dinas",
      ],
    ],
  },
  {
    label: "a payment of long ago is not asked about",
    known: { aid: [{ ...paid, month: "2026-08", paidOn: "2026-09-10" }] },
    steps: [
      ...proved,
      [KK, "check.result", "PKH tahap 4 (Agustus 2026)", "not:menerima semuanya", "not:tahap 4 Agustus"],
    ],
  },
  {
    label: "a payment of long ago, and they say themselves that it has not come",
    known: { aid: [{ ...paid, month: "2026-08", paidOn: "2026-09-10" }] },
    steps: [
      ...proved,
      [KK, "check.result"],
      ["pkh saya belum masuk sampai sekarang pak", "complaint.confirm", "belum masuk"],
    ],
  },
  {
    label: "60 days after the last day to collect it is asked about still",
    known: { aid: [{ ...paid, month: "2026-08", paidOn: "2026-08-20", lastDay: "2026-09-24" }] },
    steps: [...proved, [KK, "check.result", "menerima semuanya"]],
  },
  {
    label: "a programme whose category says its name is named once",
    steps: [
      ["3", "complaint.category"],
      ["press:more", "complaint.more"],
      ["press:pbi-jk", "complaint.what"],
      ["bpjs gratis saya mati sejak bulan lalu", "complaint.where"],
      ["desa Jegreg", "complaint.confirm", "BPJS gratis (PBI-JK)", "not:(PBI-JK (BPJS))", "not:, PBI-JK"],
    ],
  },
];
