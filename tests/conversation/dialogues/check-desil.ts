import { KK, NIK } from "../people.ts";
import { cases, type Dialogue } from "./cases.ts";

const ranked = { recipient: { desil: 3, period: "2026-3" } };
const SHOWN = "Desil keluarga ini 3";

/** The chat tells a family's rank only after NIK and family card. */
export const checkDesilDialogues: Dialogue[] = [
  ...cases(
    { desils: true, known: ranked },
    {
      label: "a question for the own rank needs both numbers, and shows only the rank",
      steps: [
        ["desil saya berapa", "check.number", "NIK", "nomor KK", `not:${SHOWN}`],
        [NIK, "check.proof", `not:${SHOWN}`],
        [
          KK,
          "check.desil",
          SHOWN,
          "triwulan 3 2026",
          "1 November 2026",
          "operator desa",
          "not:Data kependudukan cocok",
        ],
        ["press:all", "check.result", "Data kependudukan cocok"],
        ["press:desil", "check.desil", SHOWN],
        ["press:about", "ask.show", "BPS"],
      ],
    },
    {
      label: "a name instead of the family card opens no rank",
      steps: [
        ["cek desil saya", "check.number"],
        [NIK, "check.proof"],
        ["Siti Aminah", "check.registered", `not:${SHOWN}`, "nomor KK"],
        [KK, "check.desil", SHOWN],
        ["press:officer", "officer.ask"],
      ],
    },
    {
      label: "a question for the rank after the proof needs no numbers",
      steps: [
        [`cek NIK ${NIK} KK ${KK}`, "check.result"],
        ["desil saya berapa ya pak", "check.desil", SHOWN],
        ["press:menu", "menu.choose"],
        ["desil keluarga kulo pinten", "check.desil", SHOWN],
        ["desil ibu saya berapa", "check.number", `not:${SHOWN}`],
      ],
    },
    {
      label: "a question with both numbers shows the rank",
      steps: [[`desil saya berapa NIK ${NIK} KK ${KK}`, "check.desil", SHOWN]],
    },
    {
      label: "two ranks of one quarter are not told, and not called missing",
      known: { recipient: { desil: undefined, period: undefined }, desilsDiffer: true },
      steps: [
        [
          `desil saya berapa NIK ${NIK} KK ${KK}`,
          "check.desil",
          "lebih dari satu angka",
          "not:belum tertulis",
          "Operator desa",
        ],
      ],
    },
    {
      label: "a question what a rank is gets an answer of knowledge",
      steps: [
        ["desil itu apa", "ask.show", "BPS", `not:${SHOWN}`],
        ["desil berapa yang dapat pkh", "ask.more", `not:${SHOWN}`],
      ],
    },
    {
      label: "a rank above the limit is told beside its reason",
      known: { recipient: { valid: false, reasons: ["DESIL_DI_ATAS_BATAS"], desil: 7 } },
      steps: [[`cek NIK ${NIK} KK ${KK}`, "check.result", "Desil 7, menurut daftar per 1 November 2026", "keberatan"]],
    },
  ),
  ...cases(
    { desils: true },
    {
      label: "a family without a rank reads who can see it",
      steps: [
        ["saya masuk desil berapa pak", "check.number"],
        [NIK, "check.proof"],
        [KK, "check.desil", "belum tertulis", "Operator desa"],
      ],
    },
  ),
  ...cases(
    {},
    {
      label: "with a register without ranks the chat asks for no numbers",
      steps: [["desil saya berapa", "ask.show", "operator desa"]],
    },
  ),
];
