import { KK, NIK, OTHER_NIK, ready, WOMAN_NIK } from "../people.ts";
import { type Case, cases, type Dialogue } from "./cases.ts";
import { toNumber, toProof, toResult } from "./ways.ts";

/** The chat asks for a number, for the kind of the number, and for its owner. */
export const checkNumberDialogues: Dialogue[] = [
  ...cases(
    { from: toNumber },
    {
      label: "the question for a NIK does not hold a citizen who came to report",
      steps: [["loh aku mau lapor kok ditanya NIK", "complaint.category"]],
    },
    ...[
      "desa Rancangkencono kecamatan Lamongan",
      "kecamatan Lamongan",
      "desa jegreg kecamatan modo kabupaten lamongan",
      "kelurahan Sidoharjo kec. Lamongan kab. Lamongan",
      "griya kula desa Jegreg kecamatan Modo",
    ].map(
      (place): Case => ({
        label: `a place alone asks nothing: ${place}`,
        steps: [
          [place, "offices.area", "Kantor Kecamatan", "not:BPS", "not:miskin"],
          [NIK, "check.proof"],
        ],
      }),
    ),
    {
      label: "a question that the menu answers is answered at the question for a NIK",
      steps: [
        ["kip kuliah niku ngurus ing pundi", "ask.show", "kampus"],
        ["1", "check.number"],
        ["gak punya nik di hp, mau tanya kip anak dulu bisa?", "ask.show", "sekolah"],
      ],
    },
    ...["bade lapor mawon pak", "blt ku wis telung wulan ora metu"].map(
      (said): Case => ({
        label: `guesses stand beside the question for a NIK, which stays open: ${said}`,
        steps: [
          [said, "check.number", "Ketik NIK", "not:belum paham"],
          [NIK, "check.proof"],
        ],
      }),
    ),
    {
      label: "a guess beside the question for a NIK leads to its matter",
      steps: [
        ["bade lapor mawon pak", "check.number"],
        ["press:>complaint.category", "complaint.category"],
      ],
    },
  ),
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
      label: "a question for a past payment gets no general answer",
      steps: [["pkh saya sudah cair belum", "check.number", "not:Hari cairnya"]],
    },
  ),
  ...cases(
    {},
    {
      label: "a first question gets the privacy notice and the question for the NIK",
      steps: [["apakah saya dapat bansos?", "check.number", "OTP", "Ketik NIK"]],
    },
    {
      label: "a first message with a NIK leads to the proof",
      steps: [[`apa saya terdaftar? ${NIK}`, "check.proof", "berakhiran 01"]],
    },
    {
      label: "a NIK and a KK in one message lead to the result",
      steps: [[`cek NIK ${NIK} KK ${KK}`, "check.result", "per 1 November 2026"]],
    },
    { label: 'the button "retype" leads back to the NIK', from: toProof, steps: [["press:retype", "check.number"]] },
  ),
  ...cases(
    { from: toNumber },
    { label: "a NIK and a KK in two lines lead to the result", steps: [[`${NIK}\n${KK}`, "check.result"]] },
    {
      label: "a NIK of 15 digits gets the number of missing digits",
      steps: [["352401520679990", "check.number", "15 angka, kurang 1"]],
    },
    { label: "a pair in the wrong order is looked up in the right one", steps: [[`${KK} ${NIK}`, "check.result"]] },
    {
      label: "a KK and a NIK with their names lead to the result",
      steps: [[`KK ${KK}, NIK ${OTHER_NIK}`, "check.result"]],
    },
    {
      label: "two NIKs lead to the question which to check",
      steps: [
        [`${NIK} ${WOMAN_NIK}`, "check.which-of-two", "dua NIK"],
        ["1", "check.proof", "berakhiran 01"],
      ],
    },
    {
      label: "two numbers that may be either lead to a question, and the other number is the KK",
      steps: [
        ["3524010101159901 3524010102049902", "check.which-of-two"],
        ["1", "check.result"],
      ],
    },
    {
      label: "a KK alone leads to a question, and waits for its NIK",
      steps: [
        [KK, "check.which", "NIK atau nomor KK"],
        ["press:kk", "check.number", "nomor KK sudah kami catat"],
        [NIK, "check.result"],
      ],
    },
    {
      label: "the citizen can call a doubtful number a NIK",
      steps: [
        [KK, "check.which"],
        ["press:nik", "check.proof"],
      ],
    },
    {
      label: "a number that the citizen calls a KK is one",
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
    ...["nomor antrian saya berapa"].map(
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
      label: "the check of a second person may be for the family",
      steps: [
        ["press:other", "check.number"],
        [OTHER_NIK, "check.for-whom"],
        ["press:family", "check.proof", "20 Maret 1985"],
      ],
    },
    {
      label: "the check of a second person may be for a helped person",
      steps: [
        ["press:other", "check.number"],
        [OTHER_NIK, "check.for-whom"],
        ["press:helped", "check.proof"],
      ],
    },
  ),
];
