import { KK, NIK } from "../people.ts";
import { cases, type Dialogue } from "./cases.ts";
import { toCannotOpen, toNoNumber, toNumber } from "./ways.ts";

/** On some channels, citizens type their numbers on our own page. */
export const checkPageDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "a KK that does not match gets a new number page",
      page: true,
      known: { lookUp: "no-match" },
      from: toNumber,
      steps: [
        [`entered:${NIK}+${KK}`, "check.card-missed"],
        ["press:move", "check.old-card", "https://bansos.example/n/kk"],
        ["entered:+3524010201189902", "check.card-missed"],
      ],
    },
    {
      label: "a citizen can leave a number page that does not open",
      page: true,
      from: toNoNumber,
      steps: [
        ["press:card", "check.card", "https://bansos.example/n/kk"],
        ["press:cannot-open", "check.cannot-open"],
        ["press:again", "check.number"],
        [`entered:${NIK}`, "check.proof"],
        ["press:cannot-open", "check.cannot-open"],
      ],
    },
  ),
  ...cases(
    { page: true },
    {
      label: "a number page takes NIK and KK in one form",
      steps: [
        ["apakah saya dapat bansos?", "check.number", "OTP", "https://bansos.example/n/nik", "10 menit"],
        [`entered:${NIK}+${KK}`, "check.result", "per 1 November 2026"],
      ],
    },
    {
      label: "a KK from an old number page is called old",
      steps: [
        ["menu", "menu.choose"],
        [`entered:+${KK}`, "menu.choose", "pertanyaan"],
      ],
    },
  ),
  ...cases(
    { page: true, from: toNumber },
    {
      label: "a number page takes the NIK, another page the KK",
      steps: [
        ["nomor", "check.number", "https://bansos.example/n/nik"],
        [`entered:${NIK}`, "check.proof", "berakhiran 01", "https://bansos.example/n/kk"],
        ["Link", "check.proof", "https://bansos.example/n/kk"],
        [`entered:+${KK}`, "check.result", "per 1 November 2026"],
      ],
    },
    {
      label: "a NIK typed in the chat is taken, with the advice to delete it",
      steps: [[NIK, "check.proof", "hapus pesan tadi", "berakhiran 01"]],
    },
    {
      label: "a number page that is sent in another state begins its check",
      steps: [
        ["petugas", "officer.ask"],
        [`entered:${NIK}+${KK}`, "check.result"],
      ],
    },
    {
      label: "a citizen who cannot open the page gets a call-back",
      steps: [
        ["press:cannot-open", "check.cannot-open", "menelepon"],
        ["press:call", "ticket.collect", "nomor telepon"],
        ["Siti, 0812 3456 7890, sore", "ticket.filed", "Nomor laporan"],
      ],
    },
  ),
  ...cases(
    { page: true, from: toCannotOpen },
    {
      label: "a citizen who cannot open the page can try again, or see the offices",
      steps: [
        ["press:again", "check.number", "https://bansos.example/n/nik"],
        ["press:cannot-open", "check.cannot-open"],
        ["press:offices", "offices.show"],
      ],
    },
    {
      label: "a call-back takes a shared phone number",
      steps: [
        ["press:call", "ticket.collect", "nomor telepon"],
        ["phone:+6281234567890", "ticket.filed"],
      ],
    },
  ),
];
