import { KK, NIK } from "../people.ts";
import { type Case, cases, type Dialogue } from "./cases.ts";
import { toCard, toCardName, toNoDamaged, toNoNumber, toNumber } from "./ways.ts";

/** A check without a NIK: the look-up searches the damaged rows by the family card and a name. */
export const checkNoNumberDialogues: Dialogue[] = [
  ...cases(
    {},
    { label: "no NIK: held", known: { damaged: "limited" }, from: toCardName, steps: [["Siti Aminah", "check.held"]] },
    {
      label: "a search among damaged rows says nothing of the others",
      known: { damaged: "no-match" },
      from: toNumber,
      steps: [
        ["press:none", "check.no-number", "nomornya rusak"],
        ["press:card", "check.card"],
        [KK, "check.card-name"],
        ["Siti Aminah", "check.no-damaged", "hanya mencari", "belum berarti tidak terdaftar", "not:tidak kami temukan"],
        ["press:have", "check.number"],
      ],
    },
  ),
  ...cases(
    { from: toCardName },
    {
      label: "no NIK: KK and name, repairable",
      steps: [
        ["Siti Aminah", "check.repairable", "perlu diperbaiki"],
        ["press:request", "ticket.collect"],
        ["Desa Jegreg", "ticket.filed"],
      ],
    },
    {
      label: "no NIK: repairable, menu",
      steps: [
        ["Siti Aminah", "check.repairable"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "a name is asked, and what is none is not looked up",
      steps: [
        ["ok", "check.card-name"],
        ["tidak tahu", "check.card-name"],
        ["Siti Aminah", "check.repairable"],
      ],
    },
  ),
  ...cases(
    { from: toCard },
    {
      label: "no NIK: repairable, which office",
      steps: [
        ["3524", "check.card"],
        [KK.slice(1), "check.card", "15 angka"],
        [KK, "check.card-name"],
        ["Siti Aminah", "check.repairable"],
        ["press:offices", "offices.show"],
      ],
    },
    { label: "no NIK, no KK: officer", steps: [["press:officer", "officer.ask"]] },
  ),
  ...cases(
    { known: { damaged: "no-match" }, from: toNoDamaged },
    { label: "no NIK: nothing found", steps: [["press:officer", "officer.ask"]] },
    ...["offices", "menu"].map(
      (id): Case => ({
        label: `after a search among damaged rows: ${id}`,
        steps: [[`press:${id}`, id === "menu" ? "menu.choose" : "offices.show"]],
      }),
    ),
  ),
  ...cases(
    { from: toNoNumber },
    { label: "no NIK: found it after all", steps: [["press:have", "check.number"]] },
    { label: "no NIK: officer", steps: [["press:officer", "officer.ask"]] },
  ),
  ...cases(
    { from: toNumber },
    {
      label: "no KTP, no family card, no idea which programme: in words",
      steps: [
        ["kulo mboten gadhah KTP", "check.no-number"],
        ["menu", "menu.choose"],
        [NIK, "check.proof"],
        ["kk nya hilang pak", "check.name"],
        ["menu", "menu.choose"],
        ["bantuan saya belum cair dari bulan lalu", "complaint.programme"],
        ["mboten ngertos", "complaint.where"],
      ],
    },
    {
      label: "neither KTP nor family card: a person looks after them",
      steps: [
        ["I don't have his KTP", "check.no-number"],
        ["gak punya kk juga pak", "officer.ask"],
      ],
    },
  ),
];
