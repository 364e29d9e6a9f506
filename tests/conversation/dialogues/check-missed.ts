import { KK, WOMAN_NIK } from "../people.ts";
import { type Case, cases, type Dialogue } from "./cases.ts";
import { toCardMissed, toMissed, toProof } from "./ways.ts";

export const checkMissedDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: 'a family card that the list may lack does not get "not found"',
      known: { lookUp: "without-card" },
      from: toProof,
      steps: [
        [
          KK,
          "check.card-missed",
          "belum memuat nomor KK",
          "nama lengkap",
          "petugas",
          "1 November 2026",
          "not:tidak kami temukan",
        ],
        ["press:name", "check.name"],
        ["Siti Aminah", "check.registered", "Terdaftar."],
        ["press:card", "check.proof"],
        [KK, "check.card-missed", "tetap terdaftar", "belum memuat nomor KK", "not:tidak kami temukan"],
        ["press:complete", "ticket.collect", "perbaikan nomor"],
        ["KK saya belum masuk daftar", "ticket.filed"],
      ],
    },
  ),
  ...cases(
    { known: { lookUp: "without-card" }, from: [...toProof, [KK, "check.card-missed"]] },
    ...["Siti Aminah", "nama saya Siti Aminah", "siti aminah bt karto"].map(
      (name): Case => ({
        label: `a name typed where the name is proposed: ${name}`,
        steps: [[name, "check.registered"]],
      }),
    ),
    ...["bingung saya pak", "terus gimana", "sudah benar kok", "piye iki"].map(
      (said): Case => ({ label: `no name: ${said}`, steps: [[said, "check.card-missed"]] }),
    ),
  ),
  ...cases(
    { known: { lookUp: "no-match" }, from: toProof },
    {
      label: "a name that is not found can be followed by a KK",
      steps: [
        ["Siti Aminah", "check.missed", "tidak kami temukan", "1 November 2026"],
        ["press:card", "check.proof"],
        ["Siti Aminah", "check.missed"],
        ["press:again", "check.number"],
      ],
    },
    ...(["death", "marriage", "divorce", "move"] as const).map(
      (change): Case => ({
        label: `the KK has changed: ${change}`,
        steps: [
          [KK, "check.card-missed", "not:tidak kami temukan", "berganti"],
          [`press:${change}`, "check.old-card"],
          ["3524010201189902", "check.card-missed"],
        ],
      }),
    ),
    {
      label: "after a miss the chat tells a KK from a NIK",
      steps: [
        [KK, "check.card-missed", "not:1919"],
        ["3524010201199908", "check.card-missed"],
        [WOMAN_NIK, "check.proof", "berakhiran 03"],
      ],
    },
    {
      label: "a card that never changed leads to a ticket",
      steps: [
        [KK, "check.card-missed", "berganti"],
        ["tidak", "ticket.collect", "perbaikan nomor"],
      ],
    },
  ),
  ...cases(
    { known: { lookUp: "no-match" }, from: toMissed },
    {
      label: 'the result "not found" leads to the way to apply',
      steps: [["press:apply", "programmes.apply", "gratis"]],
    },
    { label: 'the result "not found" leads to an officer', steps: [["press:officer", "officer.ask"]] },
    { label: 'the result "not found" leads to the menu', steps: [["press:menu", "menu.choose"]] },
    { label: 'the result "not found" takes a KK', steps: [[KK, "check.card-missed"]] },
  ),
  ...cases(
    { known: { lookUp: "no-match" }, from: toCardMissed },
    {
      label: "an unknown old KK leads to a ticket",
      steps: [
        ["press:move", "check.old-card"],
        ["12345678901234", "check.old-card"],
        ["press:request", "ticket.collect"],
        ["dulu di Babat", "ticket.filed"],
      ],
    },
    {
      label: "the question for the old KK leads to an officer",
      steps: [
        ["press:death", "check.old-card"],
        ["press:officer", "officer.ask"],
      ],
    },
    { label: "a missed KK leads to the question for the NIK", steps: [["press:again", "check.number"]] },
    {
      label: "a missed KK leads to the question for the name",
      steps: [
        ["press:name", "check.name"],
        ["Siti Aminah", "check.missed"],
      ],
    },
    { label: "a missed KK leads to an officer", steps: [["press:officer", "officer.ask"]] },
  ),
];
