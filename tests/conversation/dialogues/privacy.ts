import { type Case, cases, type Dialogue } from "./cases.ts";
import { greeted, toPrivacy } from "./ways.ts";

export const privacyDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "a thumb confirms a deletion, folded hands do not",
      steps: [
        ["HAPUS", "privacy.confirm"],
        ["🙏", "privacy.confirm", "Sama-sama"],
        ["👍🏽", "ticket.filed"],
      ],
    },
    {
      label: '"DATA SAYA" files a request for the data',
      steps: [
        ["DATA SAYA", "privacy.confirm", "72 jam"],
        ["press:yes", "ticket.filed", "72 jam"],
      ],
    },
    {
      label: '"HAPUS" says that aid and reports go on',
      steps: [
        ["HAPUS", "privacy.confirm", "tidak menghentikan bantuan", "tidak menutup laporan"],
        ["press:no", "privacy.choose"],
      ],
    },
    {
      label: '"PERBAIKI" asks for the mistake',
      steps: [
        ["PERBAIKI", "privacy.confirm"],
        ["press:yes", "ticket.collect"],
        ["nama saya salah tulis", "ticket.filed"],
      ],
    },
    {
      label: '"BATAL SETUJU" files the withdrawal of consent',
      steps: [
        ["BATAL SETUJU", "privacy.confirm"],
        ["press:yes", "ticket.filed"],
      ],
    },
  ),
  ...cases(
    { from: toPrivacy },
    {
      label: "the text on stored data leads to the rights",
      steps: [
        ["press:stored", "privacy.stored", "tersandi"],
        ["press:rights", "privacy.choose"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "the text on stored data leads to the menu",
      steps: [
        ["press:stored", "privacy.stored"],
        ["press:menu", "menu.choose"],
      ],
    },
    { label: "the list of rights leads to a confirmation", steps: [["press:data-copy", "privacy.confirm"]] },
  ),
  ...cases(
    { from: greeted },
    ...["DATA SAYA", "hapus data saya", "HAPUS", "Batal setuju"].map(
      (right): Case => ({
        label: `${right} in a story and at its place is asked for at once, and the draft is kept`,
        steps: [
          ["3", "complaint.category"],
          ["4", "complaint.what"],
          [right, "privacy.confirm"],
          ["menu", "menu.choose"],
          ["7", "officer.ask"],
          [right, "privacy.confirm"],
          ["menu", "menu.choose"],
          ["3", "complaint.category"],
          ["beras yang dibagikan busuk dan berkutu", "complaint.where"],
          [right, "privacy.confirm"],
        ],
      }),
    ),
    ...(
      [
        ["kenapa data saya dihapus dari dtks", "check.number"],
        ["nama saya dihapus dari pkh", "check.number"],
        ["data bansos saya dihapus orang desa", "complaint.category"],
      ] as const
    ).map(
      ([said, at]): Case => ({
        label: `nothing of this chat is to be deleted: ${said}`,
        steps: [[said, at, "not:Hapus"]],
      }),
    ),
    ...["tolong hapus data saya", "minta data saya dihapus"].map(
      (said): Case => ({
        label: `a wish to have it deleted: ${said}`,
        steps: [[said, "privacy.confirm", "hapus data chat"]],
      }),
    ),
  ),
];
