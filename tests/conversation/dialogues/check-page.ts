import { KK, NIK } from "../people.ts";
import { cases, type Dialogue } from "./cases.ts";
import { toCannotOpen, toNoNumber, toNumber } from "./ways.ts";

/** A check on a channel whose citizens type their numbers on our own page. */
export const checkPageDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "on the page: a card that does not match gets a new page",
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
      label: "the page of a card, and who cannot open that",
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
      label: "on a channel whose numbers are entered on our page: both at once",
      steps: [
        ["apakah saya dapat bansos?", "check.number", "OTP", "https://bansos.example/n/nik", "10 menit"],
        [`entered:${NIK}+${KK}`, "check.result", "per 1 November 2026"],
      ],
    },
    {
      label: "a card alone that nobody asks for any more is said to be old",
      steps: [
        ["menu", "menu.choose"],
        [`entered:+${KK}`, "menu.choose", "pertanyaan"],
      ],
    },
  ),
  ...cases(
    { page: true, from: toNumber },
    {
      label: "on the page: the number, then the card",
      steps: [
        ["nomor", "check.number", "https://bansos.example/n/nik"],
        [`entered:${NIK}`, "check.proof", "berakhiran 01", "https://bansos.example/n/kk"],
        ["Link", "check.proof", "https://bansos.example/n/kk"],
        [`entered:+${KK}`, "check.result", "per 1 November 2026"],
      ],
    },
    {
      label: "a number typed although there is a page is taken, with a word of caution",
      steps: [[NIK, "check.proof", "hapus pesan tadi", "berakhiran 01"]],
    },
    {
      label: "a page that is sent when the chat has gone on begins its check all the same",
      steps: [
        ["petugas", "officer.ask"],
        [`entered:${NIK}+${KK}`, "check.result"],
      ],
    },
    {
      label: "whoever cannot open the page is called back",
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
      label: "or comes to the counter, or tries again",
      steps: [
        ["press:again", "check.number", "https://bansos.example/n/nik"],
        ["press:cannot-open", "check.cannot-open"],
        ["press:offices", "offices.show"],
      ],
    },
    {
      label: "a call back to the number that is shared",
      steps: [
        ["press:call", "ticket.collect", "nomor telepon"],
        ["phone:+6281234567890", "ticket.filed"],
      ],
    },
  ),
];
