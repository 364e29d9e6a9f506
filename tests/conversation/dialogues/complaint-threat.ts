import { type Case, cases, type Dialogue } from "./cases.ts";

const FIRST = [
  "pendamping pkh ngancam saya mau dicoret kalau ga setor 100rb sambil bawa preman ke rumah",
  "pak kades minta potongan PKH 100rb, bawa preman ke rumah saya",
  "pendamping PKH njaluk 50 ewu, nggowo preman nang omahku",
];

export const complaintThreatDialogues: Dialogue[] = cases(
  {},
  ...FIRST.map(
    (one): Case => ({
      label: `thugs at the house: ${one}`,
      steps: [
        [one, "complaint.where", "110 (polisi)"],
        ["mereka masih di depan rumah", "complaint.where", "110 (polisi)"],
        ["wonge isih neng ngarep omah", "complaint.where", "110 (polisi)"],
        ["saya takut", "complaint.where", "110 (polisi)"],
        ["desa Jegreg", "complaint.confirm", "not:Tempat dan waktu: mereka", "irahasiakan"],
        ["mereka masih di depan rumah", "complaint.confirm", "110 (polisi)", "irahasiakan"],
        ["saya takut", "complaint.confirm", "110 (polisi)"],
      ],
    }),
  ),
  {
    label: "an official who asks for money without a threat brings no police",
    steps: [
      ["pendamping pkh minta 100rb tiap cair", "complaint.where", "not:110"],
      ["di depan rumah pak RT", "complaint.confirm", "not:110"],
    ],
  },
);
