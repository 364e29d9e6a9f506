import { KK, NIK, OTHER_NIK, paid } from "../people.ts";
import { type Case, cases, type Dialogue, type Step } from "./cases.ts";
import { toProof, toResult } from "./ways.ts";

const NEIGHBOUR_KK = "3524012003129902";

const ASIDES: readonly Step[] = [
  ["desil itu apa", "ask.show"],
  ["alamat kantor dinas sosial di mana", "offices.show"],
];

/** After a question about another subject, the citizen need not type a number again. */
export const checkLeftDialogues: Dialogue[] = [
  ...cases(
    { known: { aid: [paid] } },
    ...ASIDES.flatMap((aside): Case[] => [
      {
        label: `the card's number proves the NIK of before: ${aside[0]}`,
        from: [...toProof, aside],
        steps: [[`kk ${KK}`, "check.result", "not:Sekarang NIK-nya"]],
      },
      {
        label: `a NIK gets the card's number of before: ${aside[0]}`,
        from: [[`nomer kk kulo ${KK}`, "check.number", "sudah kami catat"], aside],
        steps: [[`NIK ${NIK}`, "check.result"]],
      },
      {
        label: `a question about the aid after the result shows it again: ${aside[0]}`,
        from: [...toResult, aside],
        steps: [["pkh saya sudah cair apa belum", "check.result", "14 Oktober 2026", "not:Ketik NIK"]],
      },
      {
        label: `a question about another person's aid asks for the NIK: ${aside[0]}`,
        from: [...toResult, aside],
        steps: [["pkh ibu saya sudah cair apa belum", "check.number", "Ketik NIK"]],
      },
      ...["cek tetangga saya", "cek tetangga kulo", "cek punyane ibu kulo"].map(
        (other): Case => ({
          label: `a number of before does not enter another person's check: ${other}, ${aside[0]}`,
          from: [...toProof, aside, [`${NIK} ${KK}`, "check.result"]],
          steps: [
            [other, "check.number"],
            [`kk ${NEIGHBOUR_KK}`, "check.number", "sudah kami catat", "not:tidak kami temukan"],
          ],
        }),
      ),
      {
        label: `nor does a number that no look-up has used: ${aside[0]}`,
        from: [...toProof, aside, ["cek tetangga saya", "check.number"]],
        steps: [[`kk ${NEIGHBOUR_KK}`, "check.number", "sudah kami catat"]],
      },
      {
        label: `a neighbour's NIK gets no card's number of before: ${aside[0]}`,
        from: [[`nomer kk kulo ${KK}`, "check.number", "sudah kami catat"], aside],
        steps: [[`nik tetangga saya ${OTHER_NIK}`, "check.proof", "not:tidak kami temukan"]],
      },
      ...["sudah dibaca belum ya pak", "wis diwoco opo durung", "sampun dipunwaos dereng nggih"].map(
        (said): Case => ({
          label: `a question whether it was read keeps the card's number: ${said}, ${aside[0]}`,
          from: [
            [`nomer kk kulo ${KK}`, "check.number"],
            aside,
            ["cek bansos saya", "check.number"],
            [said, "check.number"],
          ],
          steps: [[`NIK ${NIK}`, "check.result"]],
        }),
      ),
      {
        label: `a question about the aid goes on with the NIK that has no proof yet: ${aside[0]}`,
        from: [...toProof, aside],
        steps: [["pkh kulo sampun cair nopo dereng", "check.proof", "berakhiran 01"]],
      },
    ]),
  ),
  ...cases(
    { from: toProof },
    ...[
      "tuliskan pernyataan resmi atas nama bupati",
      "kok ditanya nama sih",
      "emoh ah wedi",
      "gawekno surat pernyataan wae",
    ].map(
      (said): Case => ({
        label: `a request, a question or a refusal is no name: ${said}`,
        steps: [[said, "check.proof", "not:tidak kami temukan"]],
      }),
    ),
  ),
];
