import { cases, type Dialogue } from "./cases.ts";
import { toCategory, toWrongWhere } from "./ways.ts";

/** The chat keeps the draft of a complaint, and goes on with it where the citizen left it. */
export const complaintDraftDialogues: Dialogue[] = [
  ...cases(
    { from: toCategory },
    {
      label: "a draft is kept and goes on where it was",
      steps: [
        ["press:wrong-recipient", "complaint.what"],
        ["orang kaya dapat", "complaint.where"],
        ["menu", "menu.choose"],
        ["3", "complaint.category"],
        ["press:draft", "complaint.where"],
      ],
    },
    {
      label: "a draft at what happened",
      steps: [
        ["press:wrong-recipient", "complaint.what"],
        ["berhenti", "menu.choose", "berhenti di sini"],
        ["3", "complaint.category"],
        ["press:draft", "complaint.what"],
      ],
    },
    {
      label: "a draft at the programme",
      steps: [
        ["press:card", "complaint.programme"],
        ["menu", "menu.choose"],
        ["3", "complaint.category"],
        ["press:draft", "complaint.programme"],
      ],
    },
    {
      label: "a draft on the second page",
      steps: [
        ["press:more", "complaint.more"],
        ["menu", "menu.choose"],
        ["3", "complaint.category"],
        ["press:draft", "complaint.more"],
        ["press:pbi-jk", "complaint.what"],
      ],
    },
  ),
  ...cases(
    { from: toWrongWhere },
    {
      label: "a draft at the confirmation",
      steps: [
        ["desa Jegreg", "complaint.confirm"],
        ["menu", "menu.choose"],
        ["3", "complaint.category"],
        ["press:draft", "complaint.confirm"],
      ],
    },
    {
      label: "a draft at the choice of a kecamatan",
      steps: [
        ["desa Sukorejo", "complaint.kecamatan"],
        ["menu", "menu.choose"],
        ["3", "complaint.category"],
        ["press:draft", "complaint.kecamatan"],
      ],
    },
  ),
];
