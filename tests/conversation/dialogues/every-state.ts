import { KK, NIK, OTHER_NIK, paid, WOMAN_NIK } from "../people.ts";
import { type Case, cases, type Dialogue, type Step } from "./cases.ts";
import {
  endOf,
  greeted,
  toCannotOpen,
  toCard,
  toCardMissed,
  toCategory,
  toNoNumber,
  toNumber,
  toProof,
  toResult,
  toWrongWhere,
} from "./ways.ts";

const menuFrom = (label: string, from: readonly Step[], page?: true, known?: Case["known"]): Case => ({
  label: `the menu from ${label}`,
  ...(known && { known }),
  ...(page && { page }),
  from,
  steps: [[endOf(from).startsWith("complaint") ? "press:>menu.choose" : "press:menu", "menu.choose"]],
});

export const everyStateDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "the first answer to a greeting has two lines",
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
      label: 'the chat returns "assalamualaikum", alone and before a question',
      steps: [
        ["assalamualaikum", "menu.choose", "Waalaikumsalam.", "not:Halo! Ada"],
        ["assalamualaikum pak, apakah saya dapat bansos?", "check.number", "Waalaikumsalam.", "Ketik NIK"],
      ],
    },
    ...["ok", "👍", "🙏"].map(
      (nod): Case => ({ label: `before any help: ${nod}`, steps: [[nod, "menu.choose", "not:Semoga membantu"]] }),
    ),
    {
      label: "thanks and unknown words do not repeat a long answer",
      steps: [
        ["ktp saya belum jadi", "repair.explain", "Yang memperbaiki"],
        ["makasih pak", "repair.explain", "Sama-sama. Semoga membantu.\nPilih di bawah ini"],
        ["xyzzy", "repair.explain", "belum paham maksud Bapak/Ibu.", "ketik DARURAT", "Pilih di bawah ini"],
        ["english", "repair.explain", "All right, we speak English.\nWe have not looked"],
      ],
    },
    {
      label: "doubt after an answer gets the sources",
      steps: [
        ["syarat dapat bpnt apa", "programmes.show", "BPNT"],
        ["ini bener gak pak?", "programmes.show", "daftar dan aturan resmi", "belum tentu benar", "not:dijawab mesin"],
      ],
    },
    {
      label: "doubt at the question for the NIK gets the service's name",
      steps: [
        ["apakah saya dapat bansos?", "check.number"],
        ["ini bener gak pak?", "check.number", "layanan resmi"],
      ],
    },
    { label: 'the chat returns "nggih"', from: greeted, steps: [["nggih", "menu.choose", "Nggih.", "not:Baik."]] },
    {
      label: "thanks after a result repeat only its question",
      known: { aid: [paid] },
      from: toResult,
      steps: [["makasih pak", "check.result", "Sama-sama. Semoga membantu.\nPKH tercatat sudah dibayarkan"]],
    },
    {
      label: "two misunderstandings in a row never read the same",
      from: toNumber,
      steps: [
        ["zzz qqq", "check.number", "Maaf, saya belum paham"],
        ["zzz qqq xxx", "check.number", "masih belum paham", "not:Maaf, saya"],
        ["zzz qqq yyy", "check.number", "Maaf, saya belum paham", "not:masih belum paham"],
      ],
    },
    {
      label: "two numbers without an option never read the same",
      from: toNumber,
      steps: [
        ["44", "check.number", "Pilihan nomor itu tidak ada"],
        ["45", "check.number", "juga tidak ada", "not:Pilihan nomor"],
        ["46", "check.number", "Pilihan nomor itu tidak ada", "not:juga tidak ada"],
      ],
    },
    {
      label: "guesses that follow one another never read the same",
      steps: [
        ["zzz qqq aaa bbb", "menu.suggest", "Mau diteruskan ke petugas"],
        ["zzz qqq aaa bbb", "menu.suggest", "masih belum menangkap", "not:Mau diteruskan"],
        ["zzz qqq aaa bbb", "menu.suggest", "Mau diteruskan ke petugas", "not:masih belum menangkap"],
        ["zzz", "menu.suggest", "masih belum paham"],
      ],
    },
    {
      label: "doubt after a result gets the sources",
      from: toProof,
      steps: [
        [KK, "check.result"],
        ["beneran?", "check.result", "daftar dan aturan resmi"],
      ],
    },
  ),
  ...cases(
    {},
    menuFrom("a number", toNumber),
    menuFrom("a number page", toNumber, true),
    menuFrom("a page that cannot be opened", toCannotOpen, true),
    menuFrom("no number", toNoNumber),
    menuFrom("a card", toCard),
    menuFrom("a proof", toProof),
    menuFrom("a name for a proof", [...toProof, ["press:no-card", "check.name"]]),
    menuFrom("a name on a card", [...toCard, [KK, "check.card-name"]]),
    menuFrom("a number that may be a card's", [...toNumber, [KK, "check.which"]]),
    menuFrom("one of two numbers", [[`${NIK} ${WOMAN_NIK}`, "check.which-of-two"]]),
    menuFrom("whom a check is for", [...toResult, ["press:other", "check.number"], [OTHER_NIK, "check.for-whom"]]),
    menuFrom("a card that is not found", toCardMissed, undefined, { lookUp: "no-match" }),
    menuFrom("an old card", [...toCardMissed, ["press:death", "check.old-card"]], undefined, { lookUp: "no-match" }),
    menuFrom("a programme", [...toCategory, ["press:cut", "complaint.programme"]]),
    menuFrom("a story", [...toCategory, ["press:not-listed", "complaint.what"]]),
    menuFrom("a confirmation", [...toWrongWhere, ["desa Jegreg", "complaint.confirm"]]),
    menuFrom("more kinds", [...toCategory, ["press:more", "complaint.more"]]),
    menuFrom("what an officer must know", [
      ["ktp saya belum jadi", "repair.explain"],
      ["press:done", "ticket.collect"],
    ]),
    menuFrom("a place", [["beras bantuan bau dan berkutu semua", "complaint.where"]]),
    menuFrom("a choice of places", [...toWrongWhere, ["desa Sukorejo", "complaint.kecamatan"]]),
  ),
];
