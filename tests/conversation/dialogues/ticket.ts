import { ticket } from "../people.ts";
import { cases, type Dialogue } from "./cases.ts";
import { greeted, toOfficer, toRepair, toWrongWhere } from "./ways.ts";

/** What every report does at its end: one that is there already, files, a call back. */
export const ticketDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "a voice, and then who speaks",
      steps: [
        ["voice:", "officer.ask", "Pesan suara kami terima"],
        ["Siti, desa Jegreg", "ticket.filed"],
      ],
    },
    {
      label: "with the number in the same words at once",
      steps: [["telepon saya di 081234567890, saya tidak bisa baca tulis", "ticket.filed"]],
    },
    {
      label: "the same complaint is there already: add",
      known: { same: ticket },
      from: toWrongWhere,
      steps: [
        ["desa Jegreg", "complaint.confirm"],
        ["press:send", "ticket.same", "LMG-26-000001-7"],
        ["press:add", "ticket.added"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "whoever cannot read is told that somebody calls, and when; a name sent next is added",
      from: toOfficer,
      steps: [
        [
          "telepon saya 081234567890, saya tidak bisa baca",
          "ticket.filed",
          "menelepon",
          "berakhiran 90",
          "paling lambat",
        ],
        ["nama saya Siti desa Jegreg", "ticket.filed", "ditambahkan"],
      ],
    },
    {
      label: "what an officer should know is no greeting",
      from: toRepair,
      steps: [
        ["1", "repair.explain"],
        ["press:done", "ticket.collect"],
        ["halo", "ticket.collect"],
        ["Siti desa Jegreg, sudah rekam kemarin", "ticket.filed"],
      ],
    },
  ),
  ...cases(
    { known: { same: ticket }, from: toOfficer },
    {
      label: "the same complaint is there already: a new one",
      steps: [
        ["kapan jam buka loket desa Jegreg", "ticket.same"],
        ["press:new", "ticket.filed"],
      ],
    },
    {
      label: "the same complaint is there already: menu",
      steps: [
        ["mohon dijelaskan syarat pkh lansia", "ticket.same"],
        ["press:menu", "menu.choose"],
      ],
    },
  ),
  ...cases(
    { from: greeted },
    {
      label: "a voice anywhere goes to an officer",
      steps: [
        ["voice:", "officer.ask", "Pesan suara kami terima"],
        ["image:", "officer.ask", "1 berkas"],
        ["press:send", "ticket.filed"],
      ],
    },
    {
      label: "who cannot write is called back",
      steps: [
        ["telepon saya, saya tidak bisa baca tulis", "ticket.collect", "menelepon"],
        ["Siti jam 9", "ticket.collect", "Nomor telepon"],
        ["0812 3456 7890", "ticket.filed"],
      ],
    },
  ),
];
