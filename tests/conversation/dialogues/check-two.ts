import { KK, NIK, OTHER_NIK, WOMAN_NIK } from "../people.ts";
import { type Case, cases, type Dialogue, type Step } from "./cases.ts";

const OTHER_KK = "3524010301199902";
const toTwo: readonly Step[] = [[`cek ${NIK} sama ${WOMAN_NIK}`, "check.which-of-two", "dua NIK"]];

/** The chat checks two NIKs from one message one after the other. */
export const checkTwoDialogues: Dialogue[] = [
  ...cases(
    { from: toTwo },
    ...[`yang pertama kk-nya ${KK}`, `sing kapisan KK ${KK}`, `nomor satu dulu, kk ${KK}`].map(
      (said): Case => ({
        label: `the first of two with a KK: ${said}`,
        steps: [
          [said, "check.result", "Data kependudukan cocok"],
          ["press:second", "check.for-whom"],
          ["press:family", "check.proof", "berakhiran 03"],
        ],
      }),
    ),
    ...["yang kedua dulu", "sing kaping kalih", "nomer loro wae"].map(
      (said): Case => ({ label: `the second of two: ${said}`, steps: [[said, "check.proof", "berakhiran 03"]] }),
    ),
    ...["dua-duanya", "keduanya pak", "kalih kalihe", "cek semua"].map(
      (said): Case => ({
        label: `both of two: ${said}`,
        steps: [
          [said, "check.proof", "Satu per satu", "berakhiran 01"],
          [KK, "check.result"],
          [`yang kedua KK ${OTHER_KK}`, "check.for-whom"],
          ["press:family", "check.result", "not:ketik nomor KK"],
        ],
      }),
    ),
    {
      label: "a KK alone waits until the citizen says whose it is",
      steps: [
        [`kk ${KK}`, "check.which-of-two", "Nomor KK-nya sudah kami catat"],
        ["1", "check.result"],
        ["press:second", "check.for-whom"],
        ["press:self", "check.proof", "berakhiran 03"],
      ],
    },
    ...["mana saja boleh", "loh kok dua"].map(
      (said): Case => ({ label: `neither of two: ${said}`, steps: [[said, "check.which-of-two", "dua NIK"]] }),
    ),
  ),
  ...cases(
    {},
    ...[
      `nik ${NIK} dan istri ${WOMAN_NIK} kk sama ${KK} tolong cek`,
      `kulo ${NIK}, semah kulo ${WOMAN_NIK}, KK ${KK}`,
      `KK ${KK} NIK ${NIK} dan ${WOMAN_NIK}`,
    ].map(
      (said): Case => ({
        label: `two NIKs with one KK: ${said}`,
        steps: [
          [said, "check.which-of-two", "dua NIK"],
          ["1", "check.result"],
          ["yang satunya lagi", "check.for-whom"],
          ["press:family", "check.result", "not:ketik nomor KK"],
        ],
      }),
    ),
    ...[`saya ${NIK} belum dapat`, `kulo ${NIK} dereng angsal`, `${NIK} kok gak cair`, `pak niki ${NIK} pripun`].map(
      (said): Case => ({
        label: `a NIK in a sentence begins its check: ${said}`,
        steps: [
          [said, "check.proof", "berakhiran 01"],
          [`kk ne ${KK}`, "check.result"],
        ],
      }),
    ),
    ...[
      { asks: "pkh ibu saya kok belum cair", second: "yang kedua", at: "check.proof" },
      { asks: "PKHe ibuku kok durung metu", second: `sing kaping kalih KK ${OTHER_KK}`, at: "check.result" },
    ].map(
      ({ asks, second, at }): Case => ({
        label: `two NIKs of a family that the citizen named: ${asks}`,
        steps: [
          [asks, "check.number"],
          [`NIK ${NIK} kalih ${OTHER_NIK}`, "check.which-of-two"],
          [`yang pertama kk ${KK}`, "check.result"],
          [second, at],
        ],
      }),
    ),
    {
      label: "a NIK in the words for a report stays there",
      known: { tickets: [] },
      steps: [
        ["lapor uang pkh saya dipotong kepala dusun 100rb", "complaint.where"],
        [`Jegreg, NIK saya ${NIK}`, "complaint.confirm"],
      ],
    },
    {
      label: "the KK of another person's check is asked once",
      steps: [
        [`${NIK} ${KK}`, "check.result"],
        ["press:other", "check.number"],
        [`NIK ${OTHER_NIK} KK ${OTHER_KK}`, "check.for-whom"],
        ["press:helped", "check.result", "not:ketik nomor KK"],
      ],
    },
  ),
];
