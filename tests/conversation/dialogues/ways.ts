import { KK, NIK } from "../people.ts";
import type { Step } from "./cases.ts";

// The name of a way says where it leads.

export const toNumber: readonly Step[] = [["1", "check.number"]];
export const toRepair: readonly Step[] = [["2", "repair.choose"]];
export const toDeathReport: readonly Step[] = [["bapak saya sudah meninggal", "repair.report"]];
export const toContest: readonly Step[] = [
  ["saya dibilang meninggal padahal masih hidup", "repair.contest", "Mohon maaf"],
];
export const toCategory: readonly Step[] = [["3", "complaint.category"]];
export const toCutWhere: readonly Step[] = [["lapor uang pkh saya dipotong kepala dusun 100rb", "complaint.where"]];
export const toOfficer: readonly Step[] = [["7", "officer.ask"]];
export const toPrivacy: readonly Step[] = [["8", "privacy.choose"]];
export const toTickets: readonly Step[] = [["4", "track.choose"]];
export const toAddition: readonly Step[] = [
  ["lihat laporan saya", "track.choose"],
  ["1", "track.view"],
  ["1", "track.add", "keterangan"],
];
export const toOffices: readonly Step[] = [["6", "offices.show"]];
export const toProgrammes: readonly Step[] = [["5", "programmes.list"]];
export const toPkh: readonly Step[] = [["apa itu pkh", "programmes.show"]];
export const toApply: readonly Step[] = [["bagaimana cara daftar bansos", "programmes.apply"]];
export const toDesil: readonly Step[] = [["desil itu apa", "ask.show"]];
export const toConsent: readonly Step[] = [["saya dipukuli suami", "urgent.consent"]];
export const greeted: readonly Step[] = [["halo", "menu.choose"]];
export const toProof: readonly Step[] = [...toNumber, [NIK, "check.proof"]];
export const toNoNumber: readonly Step[] = [...toNumber, ["press:none", "check.no-number"]];
export const toCannotOpen: readonly Step[] = [...toNumber, ["press:cannot-open", "check.cannot-open"]];
export const toUnmatched: readonly Step[] = [...toRepair, ["press:tidak_padan", "repair.explain"]];
export const toDeceased: readonly Step[] = [
  ["perbaiki data", "repair.choose"],
  ["press:meninggal", "repair.deceased"],
];
export const toWhere: readonly Step[] = [...toCategory, ["beras yang dibagikan busuk dan berkutu", "complaint.where"]];
export const toNearest: readonly Step[] = [...toOffices, ["Jegreg", "offices.area"]];
export const toResult: readonly Step[] = [
  ...toNumber,
  [NIK, "check.proof", "berakhiran 01", "12 Juni 1979", "perempuan"],
  [KK, "check.result"],
];
export const toRegistered: readonly Step[] = [...toProof, ["Siti Aminah", "check.registered"]];
export const toMissed: readonly Step[] = [...toProof, ["Siti Aminah", "check.missed"]];
export const toCardMissed: readonly Step[] = [...toProof, [KK, "check.card-missed"]];
export const toCard: readonly Step[] = [...toNoNumber, ["press:card", "check.card"]];
export const toWhereGreeted: readonly Step[] = [
  ...greeted,
  ["3", "complaint.category"],
  ["beras yang dibagikan busuk dan berkutu", "complaint.where"],
];
export const toWrongWhere: readonly Step[] = [
  ...toCategory,
  ["press:data-wrong", "complaint.what"],
  ["alamat salah", "complaint.where"],
];
export const toCardName: readonly Step[] = [...toCard, [KK, "check.card-name"]];
export const toNoDamaged: readonly Step[] = [...toCardName, ["Siti Aminah", "check.no-damaged"]];

/** From each of these ways, a citizen may turn to another matter. */
export const toAnywhere: readonly (readonly Step[])[] = [
  greeted,
  toNumber,
  toProof,
  [...toProof, [KK, "check.result"]],
  toRepair,
  toDeathReport,
  toCategory,
  [...toCategory, ["press:quality", "complaint.programme"]],
  [["beras bantuan bau dan berkutu semua", "complaint.where"]],
  [
    ["beras bantuan bau dan berkutu semua", "complaint.where"],
    ["desa Jegreg", "complaint.confirm"],
  ],
  [["petugas", "officer.ask"]],
  toProgrammes,
  toOffices,
  [["anak tidak makan 2 hari", "urgent.place"]],
  toDesil,
];
export const endOf = (way: readonly Step[]): string => way.at(-1)?.[1] ?? "";
