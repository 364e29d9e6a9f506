import { cases, type Dialogue } from "./cases.ts";
import { toNearest, toOffices } from "./ways.ts";

export const officesDialogues: Dialogue[] = [
  ...cases(
    {},
    { label: "a place by itself finds its office", steps: [["Plosowahyu", "offices.area"]] },
    {
      label: "an office by its place, from anywhere",
      steps: [["alamat kantor kecamatan babat", "offices.area", "Babat"]],
    },
    {
      label: "a guess is offered beside an answer too",
      steps: [
        ["alamat dinsos dimana", "offices.show"],
        ["laporan", "menu.suggest"],
      ],
    },
    {
      label: "offices and the nearest",
      steps: [
        ["6", "offices.show", "gratis"],
        ["Kecamatan Babat", "offices.area", "Babat"],
        ["Jegreg", "offices.area", "Modo"],
        ["desa Sukorejo", "offices.area", "beberapa kecamatan"],
        ["desa Sukorejo", "offices.area"],
        ["Jegreg", "offices.area"],
        ["press:all", "offices.show"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "an office whose address is not known says so, and who can tell",
      steps: [
        [
          "alamat kantor kecamatan babat",
          "offices.area",
          "Alamat dan jam buka belum kami ketahui",
          "kantor desa/kelurahan",
        ],
        [
          "press:all",
          "offices.show",
          "Jalan Kusuma Bangsa Nomor 32",
          "Telepon dan jam buka belum kami ketahui",
          "PETUGAS",
        ],
        ["press:officer", "officer.ask"],
      ],
    },
    {
      label: "whether an office is open is answered, also if its hours are not known",
      from: toOffices,
      steps: [
        [
          "minggu buka?",
          "offices.show",
          "Jam buka Dinas Sosial Kabupaten Lamongan belum kami ketahui",
          "not:Jalan Kusuma",
        ],
        ["jam berapa bukanya", "offices.show", "belum kami ketahui"],
      ],
    },
    { label: "a place alone finds its office", steps: [["desa Jegreg", "offices.area", "Kecamatan Modo"]] },
    {
      label: "a place that is an everyday word too",
      from: toOffices,
      steps: [
        ["turi", "offices.area", "Kecamatan Turi"],
        ["di babat", "offices.area", "Kecamatan Babat"],
      ],
    },
  ),
  ...cases(
    { from: toNearest },
    {
      label: "nearest: officer",
      steps: [
        ["press:officer", "officer.ask"],
        ["press:offices", "offices.show"],
      ],
    },
    { label: "nearest: menu", steps: [["press:menu", "menu.choose"]] },
  ),
];
