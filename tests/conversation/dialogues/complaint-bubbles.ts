import { ticket } from "../people.ts";
import { type Case, cases, type Dialogue, type Step } from "./cases.ts";
import { toCategory } from "./ways.ts";

const NUMBER = "LMG-26-000123-7";
const toDraft: readonly Step[] = [
  ["beras bantuan bau dan berkutu semua", "complaint.where"],
  ["desa Jegreg", "complaint.confirm"],
];
const toFiled: readonly Step[] = [...toDraft, ["press:send", "ticket.filed", NUMBER]];
const ADDED = "Sudah kami tambahkan ke ceritanya";

export const complaintBubblesDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "a subject in few words, then what happened: both are in the draft, and it is kept from the village",
      steps: [
        ["kartu kks mbah saya", "complaint.category"],
        ["ditahan pendampingnya", "complaint.programme", "Hanya petugas Dinas Sosial yang ditunjuk"],
        ["pkh", "complaint.where"],
        ["wajar gak sih", "complaint.where", "disimpan pemiliknya sendiri", "not:tambahkan"],
        ["namanya bu Tutik", "complaint.where", ADDED],
        [
          "desa Jegreg",
          "complaint.confirm",
          "kartu kks mbah saya",
          "ditahan pendampingnya",
          "bu Tutik",
          "Dirahasiakan",
        ],
      ],
    },
    {
      label: "a subject before the story at the question for it",
      steps: [
        ...toCategory,
        ["beras busuk", "complaint.what"],
        ["yang dibagi hari senin di balai", "complaint.where"],
        ["desa Jegreg", "complaint.confirm", "beras busuk", "balai"],
      ],
    },
    {
      label: "short bubbles at the question for the place are the story, not the place",
      steps: [
        ["uang pkh saya dipotong pak rt 50 ribu kemarin", "complaint.where"],
        ["bu rt nya adik kades", "complaint.where", ADDED],
        ["aku wedi tenan", "complaint.where", "not:Tempat dan waktu"],
        ["dusun Krajan rt 3", "complaint.confirm", "adik kades", "dusun Krajan rt 3"],
      ],
    },
    {
      label: "bubbles at the question which of several places is meant keep that question",
      steps: [
        ["uang pkh saya dipotong pak rt 50 ribu kemarin", "complaint.where"],
        ["desa Turi", "complaint.kecamatan"],
        ["bu rt ikut juga", "complaint.kecamatan", ADDED],
        ["press:unknown", "complaint.confirm", "bu rt ikut juga", "desa Turi"],
      ],
    },
    {
      label: "whoever the village refuses finds their first telling in the report",
      steps: [
        ["mau daftar pkh tapi lurahnya nolak, katanya kuota penuh", "programmes.apply"],
        ["press:complaint", "complaint.category"],
        ["press:not-listed", "complaint.where", "sudah kami catat"],
        ["desa Jegreg", "complaint.confirm", "kuota penuh"],
      ],
    },
    {
      label: "whoever was cheated finds their first telling in the report",
      steps: [
        ["kulo ditipu tiyang ngakune pendamping, nyuwun 150 ewu kangge ndaftar", "ask.show"],
        ["lapor", "complaint.category", "sudah kami catat"],
        ["press:cut", "complaint.programme"],
        ["press:unknown", "complaint.where"],
        ["desa Jegreg", "complaint.confirm", "ngakune pendamping"],
      ],
    },
  ),
  ...cases(
    { from: toDraft },
    ...[
      "tambahin, yang bagi namanya bu Darmi",
      "kulo nambahi, tonggo kulo ugi angsal bosok",
      "eh itu kurang lengkap, saya janda anak dua dan mau didaftarkan pkh",
      "ada yang ketinggalan, agennya minta 20 ribu juga",
      "lupa bilang, ini sudah dua kali",
      "ibu saya sampai muntah muntah memasaknya",
      "laporan tadi mau saya tambahi, di RT sebelah juga begitu",
    ].map(
      (said): Case => ({
        label: `added to the open draft: ${said}`,
        steps: [
          [said, "complaint.confirm", ADDED, "berkutu semua", said.slice(0, 40)],
          ["ya, kirim", "ticket.filed"],
        ],
      }),
    ),
    {
      label: "an addition that is only announced is asked for, and then taken in few words",
      steps: [
        ["mau nambahin dong", "complaint.confirm", "Silakan tulis"],
        ["berasnya kuning", "complaint.confirm", ADDED, "berasnya kuning"],
        ["caranya tambah anak di kk gimana", "complaint.confirm", "Disdukcapil", "not:ditambahkan"],
      ],
    },
    {
      label: "an addition from elsewhere goes to the report that is not sent",
      steps: [
        ["menu", "menu.choose"],
        ["tambahin, agennya bu Darmi", "complaint.confirm", ADDED, "bu Darmi"],
      ],
    },
  ),
  ...cases(
    { from: toFiled, known: { tickets: [{ ...ticket, number: NUMBER }] } },
    ...[
      "tambahin, yang bagi namanya bu Darmi",
      "laporan saya tadi mau saya tambahi, tetangga saya juga dapat bosok",
      "kulo nambahi, tonggo kulo sami kemawon",
    ].map(
      (said): Case => ({
        label: `added to the report that was filed: ${said}`,
        steps: [
          [said, "track.view", "ditambahkan", NUMBER],
          ["menu", "menu.choose"],
          [said, "track.view", "ditambahkan", NUMBER],
        ],
      }),
    ),
    {
      label: "an addition that is only announced leads to the words for the report",
      steps: [
        ["mau nambahin laporan tadi", "track.add"],
        ["karungnya juga sobek", "track.view", "ditambahkan"],
      ],
    },
    {
      label: "what grows elsewhere is no addition",
      steps: [["cara tambah anak di kk gimana", "ask.show", "not:ditambahkan"]],
    },
  ),
  ...cases(
    {
      from: toFiled,
      known: { tickets: [{ ...ticket, number: NUMBER }, ticket] },
    },
    {
      label: "with several reports, the citizen says to which they add",
      steps: [
        ["menu", "menu.choose"],
        ["tambahin, yang bagi namanya bu Darmi", "track.choose", "Laporan mana yang mau ditambahi"],
        [`press:${ticket.number}`, "track.view", "ditambahkan", ticket.number],
        ["menu", "menu.choose"],
        ["mau nambahin laporan", "track.choose", "Laporan mana"],
        [`press:${NUMBER}`, "track.add"],
      ],
    },
  ),
];
