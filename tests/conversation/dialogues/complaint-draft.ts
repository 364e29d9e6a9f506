import { type Case, cases, type Dialogue } from "./cases.ts";
import { toCategory, toWrongWhere } from "./ways.ts";

/** The chat keeps the draft and continues where the citizen left it. */
export const complaintDraftDialogues: Dialogue[] = [
  ...cases(
    {},
    ...["lapor kks saya kecopetan di pasar", "lapor atm bansos saya hilang di angkot"].map(
      (said): Case => ({
        label: `a card that others may have is blocked first: ${said}`,
        steps: [[said, "complaint.programme", "Blokir kartunya dulu SEKARANG", "BRI 14017"]],
      }),
    ),
    ...["KKS pengganti kapan tiba", "KKS saya tidak hilang, saldonya kosong"].map(
      (said): Case => ({
        label: `a card that is there is not blocked: ${said}`,
        steps: [[said, said.includes("tiba") ? "ask.show" : "complaint.programme", "not:Blokir"]],
      }),
    ),
    {
      label: "a family card needs no bank",
      steps: [["lapor kartu keluarga saya hilang", "complaint.programme", "not:Blokir"]],
    },
  ),
  ...cases(
    { from: toCategory },
    ...["makasih nggih, kapan ditanggapi", "suwun mas, pinten dinten prosese"].map(
      (said): Case => ({
        label: `a question after thanks is answered in a draft: ${said}`,
        steps: [
          ["press:wrong-recipient", "complaint.what"],
          ["orang kaya dapat", "complaint.where"],
          [said, "complaint.where", "hari kerja", "not:belum paham"],
        ],
      }),
    ),
    {
      label: "the menu keeps a draft at the question for the place",
      steps: [
        ["press:wrong-recipient", "complaint.what"],
        ["orang kaya dapat", "complaint.where"],
        ["menu", "menu.choose"],
        ["3", "complaint.category"],
        ["press:draft", "complaint.where"],
      ],
    },
    {
      label: '"berhenti" keeps a draft at the question for the story',
      steps: [
        ["press:wrong-recipient", "complaint.what"],
        ["berhenti", "menu.choose", "berhenti di sini"],
        ["3", "complaint.category"],
        ["press:draft", "complaint.what"],
      ],
    },
    {
      label: "the menu keeps a draft at the question for the programme",
      steps: [
        ["press:card", "complaint.programme"],
        ["menu", "menu.choose"],
        ["3", "complaint.category"],
        ["press:draft", "complaint.programme"],
      ],
    },
    {
      label: "the menu keeps a draft at the second page of categories",
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
      label: "the menu keeps a draft at the confirmation",
      steps: [
        ["desa Jegreg", "complaint.confirm"],
        ["menu", "menu.choose"],
        ["3", "complaint.category"],
        ["press:draft", "complaint.confirm"],
      ],
    },
    {
      label: "the menu keeps a draft at the choice of a kecamatan",
      steps: [
        ["desa Sukorejo", "complaint.kecamatan"],
        ["menu", "menu.choose"],
        ["3", "complaint.category"],
        ["press:draft", "complaint.kecamatan"],
      ],
    },
  ),
];
