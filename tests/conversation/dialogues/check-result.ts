import { KK, NIK, paid, ready } from "../people.ts";
import { cases, type Dialogue } from "./cases.ts";
import { toProof, toResult } from "./ways.ts";

/** The result of a check, and the states to which it leads. */
export const checkResultDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "the same, where nothing is recorded",
      steps: [
        ["pkh saya sudah 3 tahap tidak cair", "check.number"],
        [NIK, "check.proof"],
        [KK, "check.result"],
        ["belum", "complaint.where", "sudah kami catat", "not:Ceritakan"],
        ["desa Jegreg", "complaint.confirm", "3 tahap tidak cair"],
      ],
    },
    {
      label: "ready to collect until a day that has passed: told so, and who knows more",
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
      label: "a payment that the list calls paid and failed: neither is told, and an officer is offered",
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
      label: "paid: did you get all of it? yes",
      known: { aid: [paid, ready] },
      from: toResult,
      steps: [
        ["press:received", "check.result", "Terima kasih"],
        ["cek orang lain", "check.number"],
      ],
    },
    {
      label: "registered by name: an officer knows the rest",
      from: toProof,
      steps: [
        ["Siti Aminah", "check.registered"],
        ["press:officer", "officer.ask"],
      ],
    },
    {
      label: "check: a status in words that nobody has mapped judges nobody",
      known: { recipient: { valid: false, reasons: [], unread: true } },
      from: toProof,
      steps: [
        [KK, "check.result", "belum jelas", "not:ditulis dengan kata", "not:tetap tercatat", "not:perlu diperbaiki"],
        ["press:officer", "officer.ask"],
      ],
    },
    {
      label: "a NIK of two people of one family: nobody's data, and who finds out whose it is",
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
      label: "a NIK of people of two families: their own data, and no payment that may be the other's",
      known: { shared: true, recipient: { valid: false, reasons: ["NIK_GANDA"] } },
      from: toProof,
      steps: [[KK, "check.result", "NIK dipakai dua orang", "belum jelas milik siapa", "not:Belum tercatat"]],
    },
    {
      label: "not valid: how to repair it",
      known: { recipient: { valid: false, reasons: ["TIDAK_PADAN", "KTP_LAMA"] } },
      from: toResult,
      steps: [
        ["press:repair", "repair.explain", "Belum padan"],
        ["press:next", "repair.explain", "e-KTP"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "the second problem is a death",
      known: { recipient: { valid: false, reasons: ["TIDAK_PADAN", "MENINGGAL"] } },
      from: toResult,
      steps: [
        ["press:repair", "repair.explain"],
        ["press:next", "repair.deceased"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "listed as deceased: asks first",
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
      label: "the card sent again under its result",
      from: toProof,
      steps: [
        [KK, "check.result"],
        [KK, "check.result", "sudah kami pakai"],
      ],
    },
    {
      label: "60 days after the last day to collect it is asked about still",
      known: { aid: [{ ...paid, month: "2026-08", paidOn: "2026-08-20", lastDay: "2026-09-24" }] },
      from: toProof,
      steps: [[KK, "check.result", "menerima semuanya"]],
    },
    {
      label: "a reason of the register is told as it is",
      known: { recipient: { valid: false, reasons: ["PINDAH"] } },
      steps: [
        [`cek NIK ${NIK} KK ${KK}`, "check.result"],
        ["press:repair", "repair.explain", "Tercatat pindah", "not:belum melihat"],
      ],
    },
  ),
  ...cases(
    { from: toResult },
    { label: "valid and nothing recorded", steps: [["press:complaint", "complaint.category"]] },
    { label: "back to the menu from a result", steps: [["press:menu", "menu.choose"]] },
    {
      label: "what is asked right behind an answer is about the same person",
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
      label: "paid: no opens a complaint already filled in",
      steps: [
        ["press:not-received", "complaint.what", "Belum cair"],
        ["cuma dapat separuh", "complaint.confirm", "cuma dapat separuh", "Oktober 2026"],
        ["press:send", "ticket.filed", "LMG-26-000123-7"],
      ],
    },
    {
      label: "paid: no by a word",
      steps: [
        ["ok", "check.result"],
        ["belum pak", "complaint.what", "Belum cair"],
      ],
    },
    {
      label: "paid: no in their own words, which are not asked for again",
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
      label: "paid: what is no answer is none",
      steps: [["tidak dapat login ke aplikasi cek bansos", "ask.show"]],
    },
    { label: "paid: yes by a word", steps: [["sudah pak", "check.result", "Terima kasih"]] },
  ),
  ...cases(
    { known: { aid: [{ ...paid, month: "2026-08", paidOn: "2026-09-10" }] }, from: toProof },
    {
      label: "a payment of long ago is not asked about",
      steps: [[KK, "check.result", "PKH tahap 4 (Agustus 2026)", "not:menerima semuanya", "not:tahap 4 Agustus"]],
    },
    {
      label: "a payment of long ago, and they say themselves that it has not come",
      steps: [
        [KK, "check.result"],
        ["pkh saya belum masuk sampai sekarang pak", "complaint.confirm", "belum masuk"],
      ],
    },
  ),
  ...cases(
    { known: { aid: [paid] } },
    {
      label: "what was told before the numbers is the story, whatever the road",
      steps: [
        ["pkh saya sudah 3 tahap tidak cair", "check.number"],
        [NIK, "check.proof"],
        [KK, "check.result"],
        ["belum", "complaint.confirm", "3 tahap tidak cair"],
      ],
    },
    {
      label: "the same, asked as a question",
      steps: [
        ["pkh saya sudah 3 tahap tidak cair kenapa ya pak", "check.number"],
        [NIK, "check.proof"],
        [KK, "check.result"],
        ["belum", "complaint.confirm", "3 tahap tidak cair"],
      ],
    },
    {
      label: "the same, from a report that was left for the check",
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
