import { KK, NIK, OTHER_NIK } from "../people.ts";
import { type Case, cases, type Dialogue } from "./cases.ts";
import { toProof, toRegistered } from "./ways.ts";

const NAMED = ["kk ga ada, nama Siti Aminah", "gak bawa kk, nama saya siti aminah", "nama lengkap saya Siti Aminah"];

export const checkProofDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "the chat waits for a citizen who looks for the card",
      steps: [
        [NIK, "check.proof"],
        ["nanti ya pak, saya cari kk nya dulu", "check.proof", "kami tunggu"],
        ["kapan pkh cair", "check.proof", "NIK berakhiran"],
        ["kk nya dibawa suami ke malaysia", "check.name"],
        ["Siti Aminah", "check.registered"],
        ["kapan pkh cair", "check.proof"],
        [KK, "check.result"],
      ],
    },
    {
      label: "the proof of one person does not count for another",
      known: { lookUp: "without-card" },
      from: toRegistered,
      steps: [
        ["press:other", "check.number"],
        [OTHER_NIK, "check.for-whom"],
        ["press:family", "check.proof"],
        [KK, "check.card-missed", "not:tetap terdaftar", "belum memuat nomor KK"],
      ],
    },
  ),
  ...cases(
    { from: toProof },
    ...NAMED.map(
      (said): Case => ({ label: `a name among other words is the name: ${said}`, steps: [[said, "check.registered"]] }),
    ),
    {
      label: "a KK can follow the proof by name",
      steps: [
        ["press:no-card", "check.name"],
        ["Siti Aminah", "check.registered", "Terdaftar", "belum berarti"],
        ["press:card", "check.proof"],
        ["Siti Aminah", "check.registered"],
        [KK, "check.result"],
      ],
    },
    {
      label: "the question for the name takes a KK with a mistake",
      steps: [
        ["press:no-card", "check.name"],
        ["352401020119", "check.name"],
        ["35240102011999", "check.proof"],
      ],
    },
    { label: "the NIK instead of the KK is called the same number", steps: [[NIK, "check.proof", "NIK yang tadi"]] },
    ...(["limited", "locked", "unavailable"] as const).map(
      (lookUp): Case => ({
        label: `held: ${lookUp}`,
        known: { lookUp },
        steps: [
          [KK, "check.held"],
          [lookUp === "locked" ? "press:officer" : "press:menu", lookUp === "locked" ? "officer.ask" : "menu.choose"],
        ],
      }),
    ),
    { label: "the question for the KK takes the NIK beside the KK", steps: [[`${NIK} ${KK}`, "check.result"]] },
  ),
  ...cases(
    { from: toRegistered },
    {
      label: "a proof by name can be followed by a KK with a mistake",
      steps: [["35240102011999", "check.proof", "16 angka"]],
    },
    { label: "a proof by name leads to a complaint", steps: [["press:complaint", "complaint.category"]] },
    {
      label: "a proof by name leads to the check of another person",
      steps: [
        ["press:other", "check.number"],
        [OTHER_NIK, "check.for-whom"],
        ["press:self", "check.proof"],
      ],
    },
    { label: "a proof by name leads to the menu", steps: [["press:menu", "menu.choose"]] },
  ),
  ...cases(
    { known: { lookUp: "card-needed" }, from: toProof },
    {
      label: "if many people use one network, only the KK is enough",
      steps: [
        ["Siti Aminah", "check.card-only", "belum kami cek", "Ketik nomor KK"],
        ["Siti Aminah", "check.card-only"],
        ["123456789012345", "check.proof", "kurang 1"],
        ["Siti Aminah", "check.card-only"],
        [KK, "check.result"],
      ],
    },
    ...(["officer", "menu"] as const).map(
      (way): Case => ({
        label: `a crowded network and no KK: ${way}`,
        steps: [
          ["Siti Aminah", "check.card-only"],
          [`press:${way}`, way === "menu" ? "menu.choose" : "officer.ask"],
        ],
      }),
    ),
  ),
  ...cases(
    { known: { lookUp: "no-match" }, from: toProof },
    ...["batal", "ulang", "menu", "ok"].map(
      (word): Case => ({
        label: `a command is no name: ${word}`,
        steps: [[word, word === "menu" || word === "batal" ? "menu.choose" : "check.proof", "not:tidak kami temukan"]],
      }),
    ),
  ),
];
