import { KK, NIK, paid, ready } from "../people.ts";
import { cases, type Dialogue } from "./cases.ts";
import { toProof, toResult } from "./ways.ts";

export const checkResultDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "a story before a check without payments becomes the story of the complaint",
      steps: [
        ["pkh saya sudah 3 tahap tidak cair", "check.number"],
        [NIK, "check.proof"],
        [KK, "check.result"],
        ["belum", "complaint.where", "sudah kami catat", "not:Ceritakan"],
        ["desa Jegreg", "complaint.confirm", "3 tahap tidak cair"],
      ],
    },
    {
      label: "a last day to collect that has passed is told, with the officer who knows more",
      known: { aid: [{ ...ready, lastDay: "2026-07-31" }] },
      steps: [
        [
          `cek NIK ${NIK} KK ${KK}`,
          "check.result",
          "31 Juli 2026",
          "hari itu sudah lewat",
          "petugas",
          "not:sudah bisa",
        ],
      ],
    },
    {
      label: "a payment that the list calls paid and failed is told as neither, and the chat offers an officer",
      known: { aid: [paid, { ...paid, state: "GAGAL_SALUR" }, ready] },
      steps: [
        [
          `cek NIK ${NIK} KK ${KK}`,
          "check.result",
          "catatan yang berbeda",
          "not:gagal disalurkan",
          "not:sudah dibayarkan",
          "not:Sudah diterima",
          "sudah bisa diambil",
        ],
        ["press:officer", "officer.ask"],
      ],
    },
    {
      label: 'the button "received" gets thanks',
      known: { aid: [paid, ready] },
      from: toResult,
      steps: [
        ["press:received", "check.result", "Terima kasih"],
        ["cek orang lain", "check.number"],
      ],
    },
    {
      label: "a check by name leads to an officer",
      from: toProof,
      steps: [
        ["Siti Aminah", "check.registered"],
        ["press:officer", "officer.ask"],
      ],
    },
    {
      label: "an unmapped status is told as unclear",
      known: { recipient: { valid: false, reasons: [], unread: true } },
      from: toProof,
      steps: [
        [KK, "check.result", "belum jelas", "not:ditulis dengan kata", "not:tetap tercatat", "not:perlu diperbaiki"],
        ["press:officer", "officer.ask"],
      ],
    },
    {
      label: "a NIK of two people of one family shows no data, and names the office that finds out",
      known: { lookUp: "shared" },
      from: toProof,
      steps: [
        [KK, "check.shared", "lebih dari satu orang", "Dukcapil", "not:Data S", "not:Siti"],
        ["press:repair", "repair.explain", "NIK dipakai dua orang"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "a NIK of two people of one family: another number",
      known: { lookUp: "shared" },
      from: toProof,
      steps: [
        [KK, "check.shared"],
        ["press:other", "check.number"],
      ],
    },
    {
      label: "a NIK of two people of one family: an officer",
      known: { lookUp: "shared" },
      from: toProof,
      steps: [
        [KK, "check.shared"],
        ["press:officer", "officer.ask"],
      ],
    },
    {
      label: "a NIK of two people of one family: the menu",
      known: { lookUp: "shared" },
      from: toProof,
      steps: [
        [KK, "check.shared"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "a NIK of people of two families shows the citizen's own data, and no payment",
      known: { shared: true, recipient: { valid: false, reasons: ["NIK_GANDA"] } },
      from: toProof,
      steps: [[KK, "check.result", "NIK dipakai dua orang", "belum jelas milik siapa", "not:Belum tercatat"]],
    },
    {
      label: "an invalid result leads to its reasons, one after the other",
      known: { recipient: { valid: false, reasons: ["TIDAK_PADAN", "KTP_LAMA"] } },
      from: toResult,
      steps: [
        ["press:repair", "repair.explain", "Belum padan"],
        ["press:next", "repair.explain", "e-KTP"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "a second reason may be a death",
      known: { recipient: { valid: false, reasons: ["TIDAK_PADAN", "MENINGGAL"] } },
      from: toResult,
      steps: [
        ["press:repair", "repair.explain"],
        ["press:next", "repair.deceased"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "the chat asks whether a person who is listed as deceased has died",
      known: { recipient: { valid: false, reasons: ["MENINGGAL"] } },
      from: toResult,
      steps: [
        ["press:repair", "repair.deceased", "Apakah itu benar"],
        ["press:no", "repair.contest", "hari kerja berikutnya"],
        ["press:file", "ticket.collect"],
        ["press:send", "ticket.filed"],
      ],
    },
    {
      label: "a card's number sent again is called used",
      from: toProof,
      steps: [
        [KK, "check.result"],
        [KK, "check.result", "sudah kami pakai"],
      ],
    },
    {
      label: "the chat asks about a payment 60 days after the last day to collect",
      known: { aid: [{ ...paid, month: "2026-08", paidOn: "2026-08-20", lastDay: "2026-09-24" }] },
      from: toProof,
      steps: [[KK, "check.result", "menerima semuanya"]],
    },
    {
      label: "a reason of the register is told as recorded",
      known: { recipient: { valid: false, reasons: ["PINDAH"] } },
      steps: [
        [`cek NIK ${NIK} KK ${KK}`, "check.result"],
        ["press:repair", "repair.explain", "Tercatat pindah", "not:belum melihat"],
      ],
    },
  ),
  ...cases(
    { from: toResult },
    { label: "a result without aid leads to a complaint", steps: [["press:complaint", "complaint.category"]] },
    { label: "back to the menu from a result", steps: [["press:menu", "menu.choose"]] },
    {
      label: "a question right after a result is about the same person",
      steps: [
        ["kapan cairnya pak", "check.result", "Data kependudukan cocok"],
        ["terus ambil dimana", "check.result", "Belum ada bantuan yang tercatat", "not:Data kependudukan"],
        ["apa ibu saya dapat pkh", "check.number"],
      ],
    },
  ),
  ...cases(
    { known: { aid: [paid] }, from: toResult },
    {
      label: 'the button "not received" opens a complaint with the month of the payment',
      steps: [
        ["press:not-received", "complaint.what", "Belum cair"],
        ["cuma dapat separuh", "complaint.confirm", "cuma dapat separuh", "Oktober 2026"],
        ["press:send", "ticket.filed", "LMG-26-000123-7"],
      ],
    },
    {
      label: '"belum pak" opens the complaint, "ok" does not',
      steps: [
        ["ok", "check.result"],
        ["belum pak", "complaint.what", "Belum cair"],
      ],
    },
    {
      label: "a denial with details is the story of the complaint",
      steps: [
        [
          "belum masuk sampai sekarang pak, atm kosong",
          "complaint.confirm",
          "“belum masuk sampai sekarang pak, atm kosong”",
        ],
      ],
    },
    ...(
      [
        ["tidak pernah terima", "complaint.what"],
        ["durung nampa blas", "complaint.what"],
        ["belum bu, pkh kok belum masuk ke rekening", "complaint.confirm"],
        ["mana, tidak ada uangnya", "complaint.confirm"],
      ] as const
    ).map(([said, to]) => ({ label: `paid: no by "${said}"`, steps: [[said, to, "Belum cair"]] as Dialogue["steps"] })),
    {
      label: "a message about the app does not answer the question about the payment",
      steps: [["tidak dapat login ke aplikasi cek bansos", "ask.show"]],
    },
    { label: '"sudah pak" gets thanks', steps: [["sudah pak", "check.result", "Terima kasih"]] },
  ),
  ...cases(
    { known: { aid: [{ ...paid, month: "2026-08", paidOn: "2026-09-10" }] }, from: toProof },
    {
      label: "the chat does not ask about an old payment",
      steps: [[KK, "check.result", "PKH tahap 4 (Agustus 2026)", "not:menerima semuanya", "not:tahap 4 Agustus"]],
    },
    {
      label: "a citizen can complain of an old payment",
      steps: [
        [KK, "check.result"],
        ["pkh saya belum masuk sampai sekarang pak", "complaint.confirm", "belum masuk"],
      ],
    },
  ),
  ...cases(
    { known: { aid: [paid] } },
    {
      label: "a story before a check becomes the story of the complaint",
      steps: [
        ["pkh saya sudah 3 tahap tidak cair", "check.number"],
        [NIK, "check.proof"],
        [KK, "check.result"],
        ["belum", "complaint.confirm", "3 tahap tidak cair"],
      ],
    },
    {
      label: "a story in the form of a question becomes the story of the complaint",
      steps: [
        ["pkh saya sudah 3 tahap tidak cair kenapa ya pak", "check.number"],
        [NIK, "check.proof"],
        [KK, "check.result"],
        ["belum", "complaint.confirm", "3 tahap tidak cair"],
      ],
    },
    {
      label: "the story of a report that was left for a check becomes the story of the complaint",
      steps: [
        ["pkh saya sudah 3 tahap tidak cair, mau lapor", "complaint.where"],
        ["cek dulu", "check.number"],
        [NIK, "check.proof"],
        [KK, "check.result"],
        ["belum", "complaint.confirm", "3 tahap tidak cair"],
      ],
    },
  ),
];
