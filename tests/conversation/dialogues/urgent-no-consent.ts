import { ticket } from "../people.ts";
import { type Case, cases, type Dialogue, type Step } from "./cases.ts";
import { toConsent } from "./ways.ts";

const held = { ...ticket, number: "LMG-26-000123-7", category: "violence" as const };
const known = { tickets: [held], byNumber: held };
const toSafely: readonly Step[] = [...toConsent, ["ya", "urgent.safely"]];
const toOpen: readonly Step[] = [...toSafely, ["malam saja", "urgent.open"]];

const REFUSES_TO_REPORT = [
  "saya tidak mau lapor siapa2 ya",
  "gak jadi deh lapornya",
  "ora sido lapor",
  "mboten sios lapor",
];

/** Thanks are no consent. A citizen can take back a report of violence at any time. */
export const urgentNoConsentDialogues: Dialogue[] = [
  ...cases(
    { known, from: toConsent },
    ...["makasih ya bu", "oke makasih", "ya terimakasih", "nggih matur nuwun", "enggih suwun bu", "yo suwun"].map(
      (said): Case => ({
        label: `thanks are no consent; the chat asks once more: ${said}`,
        steps: [
          [said, "urgent.consent", "Belum ada yang kami teruskan", "not:LMG-"],
          [said, "urgent.consent", "Kami tetap di sini", "not:LMG-"],
        ],
      }),
    ),
    ...["boleh", "nggih, kenging", "ya boleh"].map(
      (said): Case => ({
        label: `after thanks, consent is consent: ${said}`,
        steps: [
          ["makasih ya bu", "urgent.consent"],
          [said, "urgent.safely", "LMG-26-000123-7"],
        ],
      }),
    ),
    ...["boleh, makasih", "iya makasih boleh hubungi saya", "nggih monggo, suwun"].map(
      (said): Case => ({
        label: `consent with thanks is consent: ${said}`,
        steps: [[said, "urgent.safely", "LMG-26-000123-7"]],
      }),
    ),
    ...REFUSES_TO_REPORT.map(
      (said): Case => ({
        label: `before the consent nothing is passed on: ${said}`,
        steps: [[said, "urgent.consent", "tidak ada yang kami teruskan"]],
      }),
    ),
    {
      label: "who did not consent and then wants no contact is asked what to withdraw",
      steps: [
        ["tidak usah kak", "menu.choose", "tidak ada yang kami teruskan"],
        ["jangan hubungi saya", "track.withdraw", "mau dibatalkan?"],
      ],
    },
  ),
  ...cases(
    { known, from: toSafely },
    ...["tidak usah kak", "mboten sah mawon bu", "gausah deh", "jangan hubungi saya"].map(
      (said): Case => ({
        label: `asked how to be reached, who says no is not contacted: ${said}`,
        steps: [[said, "urgent.open", "jangan menghubungi", "not:syukurlah"]],
      }),
    ),
    {
      label: "no telephone is not no contact",
      steps: [["tidak usah telepon", "urgent.open", "jangan menelepon", "not:jangan menghubungi"]],
    },
  ),
  ...[toSafely, toOpen].flatMap((from) =>
    cases(
      { known, from },
      ...REFUSES_TO_REPORT.map(
        (said): Case => ({
          label: `after the consent, the chat asks whether to withdraw: ${said}`,
          steps: [[said, "track.withdraw", "LMG-26-000123-7 mau dibatalkan?"]],
        }),
      ),
      {
        label: "who fears to go to the police withdraws nothing",
        steps: [["saya takut lapor polisi", from === toSafely ? "urgent.safely" : "urgent.open"]],
      },
    ),
  ),
];
