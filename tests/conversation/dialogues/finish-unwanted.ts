import { type Case, cases, type Dialogue } from "./cases.ts";
import { toCutWhere, toDesil, toNumber, toProof } from "./ways.ts";

export const finishUnwantedDialogues: Dialogue[] = [
  ...cases(
    { from: toCutWhere },
    ...[
      "jangan dilaporkan ya pak, cuma nanya",
      "ampun dilaporaken nggih, kulo mung tanglet",
      "lho kok jadi laporan, saya hanya bertanya",
    ].map(
      (said): Case => ({
        label: `only a question: ${said}`,
        steps: [[said, "complaint.where", "belum ada yang membacanya", "not:tambahkan"]],
      }),
    ),
    ...["kok malah jadi laporan", "lha kok malah dados lapor", "kok dadi aduan to"].map(
      (said): Case => ({
        label: `no report was meant: ${said}`,
        steps: [[said, "menu.choose", "idak ada yang dikirim"]],
      }),
    ),
    ...["kades malah bilang jangan lapor", "uangnya malah dipakai bikin pagar"].map(
      (said): Case => ({ label: `a story goes on: ${said}`, steps: [[said, "complaint.where", "not:dibatalkan"]] }),
    ),
  ),
  ...cases(
    { from: [["kks saya ditahan ketua kelompok", "complaint.programme"]] },
    ...["kirim", "langsung kirim saja", "kirimno wae"].map(
      (said): Case => ({
        label: `who wants to send knows no programme: ${said}`,
        steps: [
          [said, "complaint.where", "not:belum paham"],
          ["Jegreg", "complaint.confirm", "kks saya ditahan"],
        ],
      }),
    ),
  ),
  ...cases(
    {},
    ...[toProof, toNumber].flatMap((from) =>
      ["kok minta nik buat apa", "buat apa sih pakai nik", "ngopo kok kudu ngetik kk", "nike kangge nopo nggih"].map(
        (said): Case => ({
          label: `why a number, at ${from.at(-1)?.[1]}: ${said}`,
          from,
          steps: [[said, from.at(-1)?.[1] ?? "", "supaya data orang lain tidak terbuka"]],
        }),
      ),
    ),
    ...["mana buktinya", "buktinya mana kalau resmi", "punya surat tugas gak", "surat resmine pundi"].map(
      (said): Case => ({
        label: `a proof of this chat: ${said}`,
        from: [["halo", "menu.choose"]],
        steps: [[said, "menu.choose", "layanan resmi"]],
      }),
    ),
    {
      label: "another person's use of a NIK is no question about this chat",
      steps: [["nik saya dipakai orang buat pinjaman", "ask.show", "not:supaya data orang lain"]],
    },
    ...["buktinya apa"].map(
      (said): Case => ({
        label: `after an answer the proof is of that answer: ${said}`,
        from: toDesil,
        steps: [[said, "ask.show", "not:layanan resmi"]],
      }),
    ),
  ),
];
