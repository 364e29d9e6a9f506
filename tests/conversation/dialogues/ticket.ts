import { ticket } from "../people.ts";
import { type Case, cases, type Dialogue } from "./cases.ts";
import { greeted, toOfficer, toRepair, toWrongWhere } from "./ways.ts";

export const ticketDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "a voice message waits for the name of its speaker",
      steps: [
        ["voice:", "officer.ask", "Pesan suara kami terima"],
        ["Siti, desa Jegreg", "ticket.filed"],
      ],
    },
    {
      label: "a wish for a call with a phone number is filed in one message",
      steps: [["telepon saya di 081234567890, saya tidak bisa baca tulis", "ticket.filed"]],
    },
    {
      label: "a complaint is added to the open ticket on the same matter",
      known: { same: ticket },
      from: toWrongWhere,
      steps: [
        ["desa Jegreg", "complaint.confirm"],
        ["press:send", "ticket.same", "LMG-26-000001-7"],
        ["press:add", "ticket.added"],
        ["sudah terkirim belum", "ticket.added", "Sudah terkirim: laporan LMG-26-000001-7", "paling lambat"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "a citizen who cannot read gets the time of the call, and a later name is added",
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
      label: "no call is promised without a number; the number is asked for once more",
      steps: [
        ["tolong telpon saya", "ticket.collect"],
        ["besok pagi", "ticket.collect", "Nomor telepon yang bisa dihubungi"],
        ["jam piro", "ticket.collect", "Tanpa nomor", "not:Sudah tercatat"],
        ["yo ditunggu", "ticket.filed", "Nomor telepon belum ada", "not:menelepon Bapak/Ibu"],
      ],
    },
    {
      label: "a filed call-back answers questions and thanks, and takes another number",
      from: [["telepon saya 081234567890, saya tidak bisa baca", "ticket.filed"]],
      steps: [
        ["ini beneran orang apa robot", "ticket.filed", "dijawab mesin", "not:ditambahkan"],
        ["besok pasti ditelpon kan", "ticket.filed", "berakhiran 90, paling lambat", "not:ditambahkan"],
        ["wis dikirim durung?", "ticket.filed", "Sudah terkirim: laporan LMG-26-000123-7", "not:ditambahkan"],
        ["alamatnya mana", "ticket.filed", "Jalan Kusuma Bangsa", "not:ditambahkan"],
        ["kalau gak ditelpon saya harus kemana", "ticket.filed", "Jalan Kusuma Bangsa", "not:ditambahkan"],
        ["yang nelpon nanti siapa namanya?", "ticket.filed", "laki-laki atau perempuan", "not:ditambahkan"],
        ["suwun yo nak", "ticket.filed", "Sama-sama", "not:ditambahkan"],
        [
          "nak mbah arep takon maneh, kudu nggowo opo nang balai desa",
          "ticket.filed",
          "belum bisa kami jawab",
          "ikut laporan LMG-26-000123-7",
        ],
        ["salah nomor, yang bener 085740002222", "ticket.filed", "ditambahkan", "nomor berakhiran 22"],
        ["besok jadi ditelpon kan", "ticket.filed", "berakhiran 22, paling lambat"],
        ["Nur, siang", "ticket.filed", "ditambahkan"],
        ["mau nanya PKH", "menu.suggest", "not:ditambahkan"],
      ],
    },
    ...["gak usah ditelpon, hp dibawa suami", "AMPUN NELPON", "emoh dihubungi aku", "jangan telp nomor ini pak"].map(
      (said): Case => ({
        label: `whoever wants no call is asked for no number: ${said}`,
        from: [["minta ditelepon petugas", "ticket.collect", "nomor telepon"]],
        steps: [
          [said, "ticket.collect", "jangan menelepon", "di chat ini", "not:Nomor telepon"],
          ["bantuan kula mandheg, nyuwun pirsa", "ticket.filed", "jangan menelepon", "not:menelepon Bapak/Ibu"],
        ],
      }),
    ),
    {
      label: "nobody whom no officer called is taken for a citizen who wants no call",
      from: toOfficer,
      steps: [["saya belum ditelepon juga, petugas tidak bisa dihubungi", "ticket.filed", "not:jangan menelepon"]],
    },
    {
      label: "a greeting is no detail of a repair",
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
      label: "a question on the same matter can open a new ticket",
      steps: [
        ["kapan jam buka loket desa Jegreg", "ticket.same"],
        ["press:new", "ticket.filed"],
      ],
    },
    {
      label: "the offer to add a question leads to the menu",
      steps: [
        ["mohon dijelaskan syarat pkh lansia", "ticket.same"],
        ["press:menu", "menu.choose"],
      ],
    },
  ),
  ...cases(
    { from: greeted },
    {
      label: "a voice message at the menu goes to an officer",
      steps: [
        ["voice:", "officer.ask", "Pesan suara kami terima"],
        ["image:", "officer.ask", "1 berkas"],
        ["press:send", "ticket.filed"],
      ],
    },
    {
      label: "a citizen who cannot write gets a call-back after the phone number",
      steps: [
        ["telepon saya, saya tidak bisa baca tulis", "ticket.collect", "menelepon"],
        ["Siti jam 9", "ticket.collect", "Nomor telepon"],
        ["0812 3456 7890", "ticket.filed"],
      ],
    },
  ),
];
