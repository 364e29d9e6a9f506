import { KK, ticket } from "../people.ts";
import { type Case, cases, type Dialogue } from "./cases.ts";
import { toProof } from "./ways.ts";

const held = { ...ticket, number: "LMG-26-000123-7" };
const reported = { known: { tickets: [held], byNumber: held } };

/** These words resemble the words of another wish. */
export const misheardDialogues: Dialogue[] = [
  ...cases(
    { from: [...toProof, ["apa itu PKH?", "programmes.show"]] },
    ...[
      "cek mertua saya",
      "cek keponakan kulo",
      "cek pakdeku",
      "cek bulik saya",
      "cek teman saya",
      "cek mantu kulo",
      "cek orangtua saya",
      "cek mbakku",
      "cek ipar saya",
    ].map(
      (other): Case => ({
        label: `a NIK of before does not enter this person's check: ${other}`,
        steps: [[`${other}, KK ${KK}`, "check.number", "sudah kami catat", "not:tidak kami temukan"]],
      }),
    ),
    ...["cek saya", "cek punya saya", "mbak cek nggih"].map(
      (own): Case => ({ label: `the person is the same: ${own}`, steps: [[`${own}, KK ${KK}`, "check.result"]] }),
    ),
  ),
  ...cases(
    reported,
    ...(
      [
        ["lapor pak, agen narik lagi 75 ribu", "complaint.programme"],
        ["laporan uang pkh saya ditarik lagi sama ketua kelompok", "complaint.category"],
        ["laporan kartu atm ibu dicabut saja sama pendamping", "complaint.programme"],
        ["laporane kulo: kades saged narik arto 50rb", "complaint.where"],
        ["laporan bantuan saya ditarik lagi oleh rt", "complaint.category"],
        ["aduan duit kulo ditarik maneh kaleh agen", "complaint.category"],
      ] as const
    ).map(
      ([said, at]): Case => ({
        label: `what somebody takes away withdraws no report: ${said}`,
        steps: [[said, at, "not:mau dibatalkan"]],
      }),
    ),
    ...[
      "saya cabut semua laporan saya",
      "laporanku arep tak cabut",
      "aduan kulo badhe kulo tarik",
      "laporan soal pendamping kemarin saya tarik",
      "laporannya boleh ditarik gak",
      "laporan kulo dicabut mawon nggih",
    ].map(
      (said): Case => ({
        label: `a wish to withdraw: ${said}`,
        steps: [[said, "track.withdraw", "LMG-26-000123-7 mau dibatalkan?"]],
      }),
    ),
    ...["ya lanjut", "iya lanjutkan saja pak", "yo terusno wae", "nggih terusaken"].map(
      (said): Case => ({
        label: `a yes beside "go on" withdraws nothing: ${said}`,
        from: [["batalkan laporan saya", "track.withdraw"]],
        steps: [
          [said, "track.withdraw", "belum dibatalkan", "Mau dibatalkan?"],
          ["ya batalkan", "menu.choose", "sudah kami beri tahu"],
        ],
      }),
    ),
  ),
  ...cases(
    {},
    ...(
      [
        ["kartu saya belum dibuka dinsos", "complaint.category"],
        ["kartu kulo dereng dibuka petugas", "complaint.programme"],
        ["atm saya belum dibuka sama petugas bank", "menu.suggest"],
        ["rekening ibu belum dibuka petugas", "repair.explain", "Rekening belum dibuka"],
        ["rekening kulo dereng dibukak dinsos", "menu.suggest"],
      ] as const
    ).map(
      ([said, at, ...words]): Case => ({
        label: `a card or account that is not opened is no unread report: ${said}`,
        steps: [[said, at, "not:Belum ada laporan", ...words]],
      }),
    ),
    ...["apa sudah dibuka petugas", "wis dibukak petugas durung", "laporan saya sudah dibuka belum"].map(
      (said): Case => ({
        label: `a question whether the report was opened: ${said}`,
        steps: [[said, "menu.choose", "Belum ada laporan yang terkirim"]],
      }),
    ),
  ),
  ...cases(
    { from: [["lapor uang pkh saya dipotong kepala dusun 100rb", "complaint.where"]] },
    ...(
      [
        ["kades minta pakai nama lain", "complaint.where"],
        ["kadesnya minta rekening nama lain", "complaint.where"],
        ["kulo dikengken ngagem asma sanes kaleh pak kasun", "complaint.where"],
      ] as const
    ).map(
      ([said, at]): Case => ({
        label: `another's name in the story is no wish to stay unnamed: ${said}`,
        steps: [[said, at, "not:nama samaran"]],
      }),
    ),
    ...[
      "boleh pakai nama lain gak",
      "kulo saged ngagem asma sanes mboten",
      "pakai nama palsu boleh kan",
      "lapor minta nama lain ya",
    ].map(
      (said): Case => ({
        label: `a wish to stay unnamed: ${said}`,
        steps: [[said, "complaint.where", "Nama tidak perlu ditulis, nama samaran"]],
      }),
    ),
  ),
];
