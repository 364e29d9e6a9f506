import type { Dialogue } from "./dialogue-table.ts";
import { KK, NIK } from "./people.ts";

const rice = "beras yang dibagikan busuk dan berkutu";
const untilWhere: Dialogue["steps"] = [
  ["3", "complaint.category"],
  [rice, "complaint.where"],
];

/** What has been told is not asked again, and what is told later narrows it. */
export const narrowingDialogues: Dialogue[] = [
  ...["sejak 2024", "wis suwe", "sudah lama sekali", "dari tahun lalu"].map(
    (time): Dialogue => ({
      label: `a time is no place: ${time}`,
      steps: [
        ...untilWhere,
        [time, "complaint.where", "Desa/kelurahannya di mana"],
        ["desa Jegreg", "complaint.confirm", "Jegreg", time],
      ],
    }),
  ),
  {
    label: "a kecamatan after its village narrows it",
    steps: [
      ...untilWhere,
      ["Balun", "complaint.confirm", "Balun"],
      ["Kec. Turi", "complaint.confirm", "Balun, Kec. Turi"],
    ],
  },
  {
    label: "a kecamatan in which the village does not lie asks",
    steps: [
      ...untilWhere,
      ["Balun", "complaint.confirm", "Balun"],
      ["Kec. Solokuro", "complaint.where", "tidak ada di Kecamatan Solokuro"],
    ],
  },
  {
    label: "a kecamatan typed where one of several is asked",
    steps: [...untilWhere, ["dagan", "complaint.confirm"], ["solokuro", "complaint.confirm", "Dagan, Kec. Solokuro"]],
  },
  ...["beras di desa Jegreg busuk dan berkutu", "beras busuk dan berkutu, desaku jenenge Jegreg"].map(
    (story): Dialogue => ({
      label: `a village in the story is not asked again: ${story}`,
      steps: [
        ["3", "complaint.category"],
        ["press:wrong-recipient", "complaint.what"],
        [story, "complaint.confirm", "Jegreg, Kec. Modo"],
      ],
    }),
  ),
  {
    label: "an accusation in the middle of a draft says at once who does not read it",
    steps: [
      ...untilWhere,
      ["pak kades minta uang 100 ribu tiap kali beras dibagi", "complaint.where", "petugas Dinas Sosial yang ditunjuk"],
    ],
  },
  {
    label: "accusation and fear first: the reassurance, then one question",
    steps: [["pak kades minta uang 100 ribu, saya takut", "complaint.programme", "petugas Dinas Sosial yang ditunjuk"]],
  },
  {
    label: "the card sent again under its result",
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      [KK, "check.result"],
      [KK, "check.result", "sudah kami pakai"],
    ],
  },
];
