import { KK, NIK } from "../people.ts";
import { type Case, cases, type Dialogue } from "./cases.ts";
import { toCard, toCardName, toNoDamaged, toNoNumber, toNumber } from "./ways.ts";

/** Without a NIK, the look-up searches damaged rows by family card and name. */
export const checkNoNumberDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "a check without a NIK stops at the limit",
      known: { damaged: "limited" },
      from: toCardName,
      steps: [["Siti Aminah", "check.held"]],
    },
    {
      label: "a search of the damaged rows says nothing of other rows",
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
      label: "KK and name find a damaged row, and a ticket asks for its repair",
      steps: [
        ["Siti Aminah", "check.repairable", "perlu diperbaiki"],
        ["press:request", "ticket.collect"],
        ["Desa Jegreg", "ticket.filed"],
      ],
    },
    {
      label: "a damaged row leads to the menu",
      steps: [
        ["Siti Aminah", "check.repairable"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "words that are no name lead to no look-up",
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
      label: "a damaged row leads to the offices",
      steps: [
        ["3524", "check.card"],
        [KK.slice(1), "check.card", "15 angka"],
        [KK, "check.card-name"],
        ["Siti Aminah", "check.repairable"],
        ["press:offices", "offices.show"],
      ],
    },
    { label: "a citizen without NIK and KK gets to an officer", steps: [["press:officer", "officer.ask"]] },
  ),
  ...cases(
    { known: { damaged: "no-match" }, from: toNoDamaged },
    { label: "no damaged row leads to an officer", steps: [["press:officer", "officer.ask"]] },
    ...["offices", "menu"].map(
      (id): Case => ({
        label: `after a search among damaged rows: ${id}`,
        steps: [[`press:${id}`, id === "menu" ? "menu.choose" : "offices.show"]],
      }),
    ),
  ),
  ...cases(
    { from: toNoNumber },
    { label: "a citizen who finds the NIK gets back to the check", steps: [["press:have", "check.number"]] },
    { label: "the help for citizens without a NIK leads to an officer", steps: [["press:officer", "officer.ask"]] },
  ),
  ...cases(
    { from: toNumber },
    {
      label: "words for a missing KTP, a missing KK and an unknown programme are understood",
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
      label: "a citizen with neither KTP nor family card gets to an officer",
      steps: [
        ["I don't have his KTP", "check.no-number"],
        ["gak punya kk juga pak", "officer.ask"],
      ],
    },
  ),
];
