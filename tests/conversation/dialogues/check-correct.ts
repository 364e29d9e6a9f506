import { KK, NIK, WOMAN_NIK } from "../people.ts";
import { cases, type Dialogue, type Step } from "./cases.ts";
import { toCardMissed, toMissed, toProof, toResult } from "./ways.ts";

const SLIP = "3524015206799902";
const MAN = "3524010203959901";
const MAN_SLIP = "3524010203959902";
const CARD_AGAIN = "yang tadi kami pakai lagi";

const each = (said: readonly string[], at: string, ...contains: string[]) =>
  said.map((one) => ({ label: `"${one}"`, steps: [[one, at, ...contains] as Step] }));

export const checkCorrectDialogues: Dialogue[] = [
  ...cases(
    {},
    ...each(
      [`NIK ${KK} KK ${NIK}`, `nik saya ${KK} dan kk ${NIK}`, `KK ${NIK} NIK ${KK}`],
      "check.result",
      "NIK dan nomor KK tertukar",
      "Data kependudukan cocok",
    ),
    ...each([`NIK ${NIK} KK ${KK}`, `KK ${KK} NIK ${NIK}`], "check.result", "not:tertukar"),
  ),
  ...cases(
    { from: toProof },
    ...each(
      ["eh salah, belakangnya 9902", "maaf akhirannya 02", "NIK yang benar 9902", "mburine 9902 bu", "it ends in 9902"],
      "check.proof",
      "berakhiran",
      "berakhiran 02",
    ),
    ...each(["belakangnya 0000"], "check.proof", "NIK"),
    ...each(
      [
        "itu bukan nama saya",
        "bukan tanggal lahir saya",
        "lho itu bukan saya",
        "saya laki laki",
        "tidak cocok",
        "not my birthday",
      ],
      "check.number",
      "ada angka NIK yang salah ketik",
    ),
    {
      label: '"kk yang tadi" is not understood without an earlier KK',
      steps: [["kk yang tadi", "check.proof", "belum paham"]],
    },
  ),
  ...cases(
    { known: { lookUp: "no-match" }, from: toCardMissed },
    {
      label: "the chat asks which number has the corrected last digits",
      steps: [
        ["eh salah, belakangnya 9902", "check.card-missed", "NIK atau nomor KK?", "not:Dari NIK dan nomor KK"],
        ["NIK 9902", "check.card-missed", "berakhiran 9902"],
      ],
    },
    {
      label: "the citizen corrects the last digits of the KK",
      steps: [["salah, kk nya belakangnya 9908", "check.card-missed", "berakhiran 9908"]],
    },
    {
      label: "a corrected NIK is checked with the earlier KK",
      steps: [[SLIP, "check.card-missed", CARD_AGAIN]],
    },
    {
      label: "a NIK corrected after the button is checked with the earlier KK",
      steps: [
        ["press:again", "check.number"],
        [SLIP, "check.card-missed", CARD_AGAIN],
      ],
    },
    {
      label: "another person's NIK gets the question for the KK, which may be the earlier one",
      steps: [
        [WOMAN_NIK, "check.proof", "nomor KK", `not:${CARD_AGAIN}`],
        ["KK yg tadi itu lho", "check.card-missed", CARD_AGAIN],
      ],
    },
  ),
  ...cases(
    { known: { lookUp: "no-match" } },
    {
      label: "a corrected NIK that could be a KK is checked with the earlier KK",
      steps: [
        [`cek NIK ${MAN} KK ${KK}`, "check.card-missed"],
        [MAN_SLIP, "check.card-missed", CARD_AGAIN],
      ],
    },
    {
      label: "the KK of another kabupaten gets a text about that list",
      steps: [
        [
          "saya terdaftar di jombang tapi sekarang tinggal di lamongan, nik 3517015206799901 kk 3517010201199901",
          "check.card-missed",
          "dari Kabupaten Jombang",
          "punya daftar sendiri",
          "not:berganti",
        ],
        [KK, "check.card-missed", "belum bisa", "not:Jombang"],
      ],
    },
    {
      label: "a NIK of another kabupaten with a KK of this one gets no text about the other list",
      steps: [[`cek NIK 3517015206799901 KK ${KK}`, "check.card-missed", "not:Jombang"]],
    },
    {
      label: "a NIK of another kabupaten with a name gets a text about that list",
      steps: [
        ["cek 3517015206799901", "check.proof"],
        ["Siti Aminah", "check.missed", "dari Kabupaten Jombang", "Dinas Sosial sana"],
      ],
    },
    {
      label: "the citizen corrects the NIK after a missed name",
      steps: [...toMissed, ["belakangnya 9902", "check.proof", "berakhiran 02"]],
    },
  ),
  ...cases(
    { from: toResult },
    {
      label: "another person of the family is checked with the same KK",
      steps: [
        ["cek orang lain", "check.number"],
        [WOMAN_NIK, "check.for-whom"],
        ["keluarga saya", "check.proof"],
        ["kk nya sama dengan yang tadi", "check.result", CARD_AGAIN],
      ],
    },
  ),
];
