import { KK, NIK, OTHER_NIK, ready, WOMAN_NIK } from "../people.ts";
import { type Case, cases, type Dialogue } from "./cases.ts";
import { toNumber, toProof, toResult } from "./ways.ts";

/** The chat asks for the number, which kind of number it is, and whose it is. */
export const checkNumberDialogues: Dialogue[] = [
  ...cases(
    {},
    ...[
      "kapan bansos cair desember?",
      "kapan pkh cair",
      "pkh bulan ini cair tanggal berapa",
      "kapan bantuane metu bu",
    ].map((said) => ({
      label: `"${said}" is answered in general before the NIK is asked for`,
      steps: [
        [said, "check.number", "Hari cairnya", "Ketik NIK"],
        [said, "check.number", "not:Hari cairnya"],
      ] as Dialogue["steps"],
    })),
    {
      label: "another question has no such answer",
      steps: [["pkh saya sudah cair belum", "check.number", "not:Hari cairnya"]],
    },
  ),
  ...cases(
    {},
    {
      label: "a question comes first: notice, and the question goes on",
      steps: [["apakah saya dapat bansos?", "check.number", "OTP", "Ketik NIK"]],
    },
    { label: "a NIK comes first", steps: [[`apa saya terdaftar? ${NIK}`, "check.proof", "berakhiran 01"]] },
    {
      label: "a NIK and a KK in one message are enough",
      steps: [[`cek NIK ${NIK} KK ${KK}`, "check.result", "per 1 November 2026"]],
    },
    { label: "retype the NIK", from: toProof, steps: [["press:retype", "check.number"]] },
  ),
  ...cases(
    { from: toNumber },
    { label: "a NIK and a KK at the first question", steps: [[`${NIK}\n${KK}`, "check.result"]] },
    { label: "a 15-digit NIK is named as such", steps: [["352401520679990", "check.number", "15 angka, kurang 1"]] },
    { label: "a pair in the wrong order is looked up in the right one", steps: [[`${KK} ${NIK}`, "check.result"]] },
    { label: "a pair named by its words", steps: [[`KK ${KK}, NIK ${OTHER_NIK}`, "check.result"]] },
    {
      label: "two NIKs ask which",
      steps: [
        [`${NIK} ${WOMAN_NIK}`, "check.which-of-two", "dua NIK"],
        ["1", "check.proof", "berakhiran 01"],
      ],
    },
    {
      label: "a child's NIK beside a number that may be a card's asks which, and the other is the card's",
      steps: [
        ["3524010101159901 3524010102049902", "check.which-of-two"],
        ["1", "check.result"],
      ],
    },
    {
      label: "a card's number alone asks what it is, and waits for its NIK",
      steps: [
        [KK, "check.which", "NIK atau nomor KK"],
        ["press:kk", "check.number", "nomor KK sudah kami catat"],
        [NIK, "check.result"],
      ],
    },
    {
      label: "a child's NIK is one where its writer says so",
      steps: [
        [KK, "check.which"],
        ["press:nik", "check.proof"],
      ],
    },
    {
      label: "called a KK by its words it is one",
      steps: [
        [`KK saya ${KK}`, "check.number", "nomor KK sudah kami catat"],
        [NIK, "check.result"],
      ],
    },
  ),
  ...cases(
    { from: [["cek bansos", "check.number"]] },
    ...["berapa nomor telepon darurat", "nomor ambulans berapa", "no telp polisi", "telepon piket"].map(
      (said): Case => ({
        label: `whom to call, asked anywhere: ${said}`,
        steps: [[said, "check.number", "112", "110", "119"]],
      }),
    ),
    ...["nomor antrian saya berapa", "darurat"].map(
      (said): Case => ({ label: `no emergency: ${said}`, steps: [[said, "check.number", "not:112"]] }),
    ),
  ),
  ...cases(
    {},
    ...["lapor", "lapor pak", "saya lapor"].map(
      (said): Case => ({
        label: `${said}, then what is wrong by its button's words`,
        steps: [
          [said, "complaint.category"],
          ["belum cair", "complaint.programme"],
        ],
      }),
    ),
  ),
  ...cases(
    { from: toResult, known: { aid: [ready] } },
    ...["uangnya diambil dimana", "ambilnya di mana pak", "diambil kemana"].map(
      (said): Case => ({
        label: `where the money of the result is: ${said}`,
        steps: [[said, "check.result", "Kantor Desa", "not:Data kependudukan"]],
      }),
    ),
  ),
  ...cases(
    { from: toResult },
    {
      label: "a second person: for whom? family",
      steps: [
        ["press:other", "check.number"],
        [OTHER_NIK, "check.for-whom"],
        ["press:family", "check.proof", "20 Maret 1985"],
      ],
    },
    {
      label: "a second person: for whom? helped",
      steps: [
        ["press:other", "check.number"],
        [OTHER_NIK, "check.for-whom"],
        ["press:helped", "check.proof"],
      ],
    },
  ),
];
