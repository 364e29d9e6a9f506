import { KK, WOMAN_NIK } from "../people.ts";
import { type Case, cases, type Dialogue } from "./cases.ts";
import { toCardMissed, toMissed, toProof } from "./ways.ts";

/** A check that finds no person, by name or by family card. */
export const checkMissedDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "nobody is told that they are not found for a family card that the list may lack",
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
      label: "not found by name: try the KK",
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
      label: "a KK typed again after a miss is a KK, and a NIK a NIK",
      steps: [
        [KK, "check.card-missed", "not:1919"],
        ["3524010201199908", "check.card-missed"],
        [WOMAN_NIK, "check.proof", "berakhiran 03"],
      ],
    },
    {
      label: "a card that never changed is for an officer",
      steps: [
        [KK, "check.card-missed", "berganti"],
        ["tidak", "ticket.collect", "perbaikan nomor"],
      ],
    },
  ),
  ...cases(
    { known: { lookUp: "no-match" }, from: toMissed },
    { label: "not found: how to apply", steps: [["press:apply", "programmes.apply", "gratis"]] },
    { label: "not found: officer", steps: [["press:officer", "officer.ask"]] },
    { label: "not found: menu", steps: [["press:menu", "menu.choose"]] },
    { label: "a KK after a name that missed", steps: [[KK, "check.card-missed"]] },
  ),
  ...cases(
    { known: { lookUp: "no-match" }, from: toCardMissed },
    {
      label: "the old KK is unknown: an officer looks",
      steps: [
        ["press:move", "check.old-card"],
        ["12345678901234", "check.old-card"],
        ["press:request", "ticket.collect"],
        ["dulu di Babat", "ticket.filed"],
      ],
    },
    {
      label: "old KK: officer",
      steps: [
        ["press:death", "check.old-card"],
        ["press:officer", "officer.ask"],
      ],
    },
    { label: "KK missed: NIK again", steps: [["press:again", "check.number"]] },
    {
      label: "KK missed: with the name",
      steps: [
        ["press:name", "check.name"],
        ["Siti Aminah", "check.missed"],
      ],
    },
    { label: "KK missed: officer", steps: [["press:officer", "officer.ask"]] },
  ),
];
