import { cases, type Dialogue } from "./cases.ts";
import { toNearest, toOffices } from "./ways.ts";

export const officesDialogues: Dialogue[] = [
  ...cases(
    {},
    { label: "a village leads to its office", steps: [["Plosowahyu", "offices.area"]] },
    {
      label: "a question for the office of a kecamatan leads to it",
      steps: [["alamat kantor kecamatan babat", "offices.area", "Babat"]],
    },
    {
      label: "the offices take an unclear message",
      steps: [
        ["alamat dinsos dimana", "offices.show"],
        ["laporan", "menu.suggest"],
      ],
    },
    {
      label: "the offices take places one after the other",
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
      label: "an office without an address names who can tell it",
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
      label: "a question for unknown hours is answered",
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
    { label: '"desa" with a village leads to its office', steps: [["desa Jegreg", "offices.area", "Kecamatan Modo"]] },
    {
      label: "an everyday word can be a place",
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
      label: "the nearest offices lead to an officer",
      steps: [
        ["press:officer", "officer.ask"],
        ["press:offices", "offices.show"],
      ],
    },
    { label: "the nearest offices lead to the menu", steps: [["press:menu", "menu.choose"]] },
  ),
];
