import type { Dialogue } from "./dialogue-table.ts";
import { KK, NIK } from "./people.ts";

/** Grief, anger and doubt, and a place that is all somebody tells. */
export const moodDialogues: Dialogue[] = [
  ...["KK nya harus diubah kemana", "terus kk baru ngurusnya dimana ya", "akta nya buat dimana pak"].map(
    (asks): Dialogue => ({
      label: `mourning: ${asks}`,
      steps: [
        ["suami saya meninggal minggu lalu", "repair.report", "berduka"],
        [asks, "repair.report", "Kantor Dukcapil", "Surat keterangan kematian", "not:Nomor KK berbeda"],
        [asks, "repair.report", "petugas kami bisa menjelaskan", "not:Surat keterangan kematian"],
        ["press:officer", "officer.ask"],
      ],
    }),
  ),
  {
    label: "mourning: what to bring, how long",
    steps: [
      ["suami saya meninggal minggu lalu", "repair.report"],
      ["bawa apa aja", "repair.report", "Bawa:", "not:berduka"],
      ["berapa lama", "repair.report", "Lamanya:", "not:Bawa:"],
    ],
  },
  {
    label: "a repair that is asked for again is not said whole again",
    steps: [
      ["KK nya harus diubah kemana", "repair.explain", "Nomor KK", "Yang memperbaiki"],
      ["terus KK nya harus diubah kemana pak", "repair.explain", "Tempat:", "not:Yang memperbaiki"],
    ],
  },
  ...[
    "wis kesel aku",
    "pemerintah mung ngapusi",
    "kok ora ono sing ngurusi to pak",
    "nesu aku",
    "dinsos bohong terus",
  ].map(
    (angry): Dialogue => ({
      label: `anger: ${angry}`,
      steps: [
        [
          angry,
          "menu.suggest",
          "kecewa",
          "not:belum paham",
          "not:layanan resmi Dinas Sosial Kabupaten Lamongan: dijawab",
        ],
        ["wis mangkel tenan aku", "officer.ask", "sudah kami catat"],
        ["press:send", "ticket.filed"],
      ],
    }),
  ),
  {
    label: "anger: a complaint it is",
    steps: [
      ["nesu aku", "menu.suggest", "kecewa"],
      ["press:>complaint.category", "complaint.category"],
      ["mosok ngene terus", "complaint.category", "kecewa", "not:belum paham"],
    ],
  },
  {
    label: "doubt: after an answer",
    steps: [
      ["syarat dapat bpnt apa", "programmes.show", "BPNT"],
      ["ini bener gak pak?", "programmes.show", "daftar dan aturan resmi", "belum tentu benar", "not:dijawab mesin"],
    ],
  },
  {
    label: "doubt: after a look-up",
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      [KK, "check.result"],
      ["beneran?", "check.result", "daftar dan aturan resmi"],
    ],
  },
  {
    label: "doubt: where a number is asked for it is about us",
    steps: [
      ["apakah saya dapat bansos?", "check.number"],
      ["ini bener gak pak?", "check.number", "layanan resmi"],
    ],
  },
  ...["desa Jegreg", "Jegreg", "desa Jegreg kecamatan Modo"].flatMap((place): Dialogue[] => [
    {
      label: `a place behind words that nobody understood: ${place}`,
      steps: [
        ["itu lho pak yang kemarin", "menu.choose", "belum paham"],
        [place, "menu.suggest", "Jegreg", "Soal apa", "not:Kantor Kecamatan"],
        ["press:>complaint.category", "complaint.category"],
        ["press:quality", "complaint.programme"],
        ["press:unknown", "complaint.what"],
        ["berasnya busuk dan berkutu", "complaint.confirm", "Jegreg"],
      ],
    },
    {
      label: `its office is one of the choices: ${place}`,
      steps: [
        ["itu lho pak yang kemarin", "menu.choose"],
        [place, "menu.suggest"],
        ["press:>offices.show", "offices.area", "Kecamatan Modo"],
      ],
    },
  ]),
  { label: "a place alone finds its office", steps: [["desa Jegreg", "offices.area", "Kecamatan Modo"]] },
];
