import { closedFor, ticket } from "../people.ts";
import { cases, type Dialogue } from "./cases.ts";
import { greeted, toAddition, toOfficer, toWhere } from "./ways.ts";

/** `confide.test.ts` checks how the button changes the ticket. */
export const confideDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: 'the button "Rahasiakan" keeps a question for an officer',
      steps: [
        ["minta dihubungkan ke petugas soal bantuan anak saya yang tidak jadi ditambah", "officer.ask"],
        ["press:confide", "officer.ask", "Dirahasiakan dari desa"],
        ["press:send", "ticket.filed"],
      ],
    },
    {
      label: 'the button "Rahasiakan" keeps a repair before the citizen writes',
      steps: [
        ["perbaiki data", "repair.choose"],
        ["1", "repair.explain"],
        ["press:done", "ticket.collect"],
        ["press:confide", "ticket.collect", "tidak akan dibuka untuk petugas desa"],
        ["Siti Aminah desa Jegreg, ktp sudah baru", "ticket.filed"],
      ],
    },
    {
      label: 'the button "Rahasiakan" keeps a report at an addition',
      known: { tickets: [ticket] },
      from: toAddition,
      steps: [
        ["press:confide", "track.add", "keterangan"],
        ["sudah dua kali saya tanya", "track.view", "ditambahkan"],
      ],
    },
    {
      label: "the citizen adds to a report that is kept already",
      known: { tickets: [{ ...ticket, confidential: true }] },
      steps: toAddition,
    },
    {
      label: 'the button "Rahasiakan" keeps a complaint at its summary',
      from: toWhere,
      steps: [
        ["desa Jegreg", "complaint.confirm"],
        ["press:confide", "complaint.confirm", "Dirahasiakan dari desa", "Sudah benar?"],
        ["kirim saja", "ticket.filed", "not:Rahasiakan"],
      ],
    },
    {
      label: 'the button "Rahasiakan" under a confirmation keeps the filed question',
      known: { byNumber: { ...ticket, number: "LMG-26-000123-7" } },
      from: toOfficer,
      steps: [
        ["beras saya belum datang, kapan ya pak, desa Jegreg", "ticket.filed"],
        ["press:LMG-26-000123-7", "ticket.filed"],
      ],
    },
    {
      label: 'the button "Rahasiakan" keeps a closed report that is not solved',
      known: { tickets: [closedFor(1)] },
      steps: [
        ["lihat laporan saya", "track.choose"],
        ["1", "track.view"],
        ["1", "track.dispute"],
        ["press:confide", "track.dispute", "belum beres"],
        ["berasnya tetap belum ada", "track.view", "dibuka lagi"],
      ],
    },
    {
      label:
        "rahasiakan: an old button of a report that is not this chat's opens nothing and leaves the chat where it is",
      from: greeted,
      steps: [["button:>confide.raise:LMG-26-000001-7", "menu.choose", "tidak bisa dilihat dari chat ini"]],
    },
  ),
];
