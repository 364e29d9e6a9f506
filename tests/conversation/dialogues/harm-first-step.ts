import { type Case, cases, type Dialogue, type Step } from "./cases.ts";

const toCodes: readonly Step[] = [["ada yang telpon ngaku kemensos minta kode otp", "ask.show", "Jangan diberikan"]];
const CALL = "Telepon bank SEKARANG";

const told = (said: string, ...contains: string[]): Case => ({
  label: `after a warning of fraud: ${said}`,
  steps: [[said, "ask.show", CALL, ...contains]],
});

/** After a warning of fraud, every answer names the bank first. */
export const harmFirstStepDialogues: Dialogue[] = [
  ...cases(
    { from: toCodes },
    told("udah saya bacain", "blokir"),
    told("wis tak wacakno", "blokir"),
    told("sampun kulo sebutaken kodene", "blokir"),
    told("saldo saya tinggal 12rb mas", "blokir"),
    told("duitku kari 5 ewu", "blokir"),
    told("bank BRI", "1500017"),
    told("atm saya bni pak", "1500046"),
    told("nomer bank e piro", "nomor di kartu"),
    told("telpon bank gak nyambung", "datang ke kantor bank"),
    told("kok dinsos nipu rakyat sih", "bukan dari kami"),
  ),
  ...cases(
    {},
    {
      label: "a call that wants a number of an SMS read out is answered step by step",
      steps: [
        [
          "barusan ada yg telp ngaku dari dinsos jombang katanya bansos saya 2,4 jt cair, disuruh baca nomer yg masuk sms",
          "ask.show",
          "Jangan diberikan",
        ],
        ["udah saya bacain", "ask.show", CALL],
        ["saldo saya tinggal 12rb mas", "ask.more", "bank"],
        ["bank BRI", "ask.show", CALL, "1500017"],
        ["terus saya harus gmn lagi", "ask.show", CALL],
      ],
    },
    {
      label: "a false form: what was given, and what was not",
      steps: [
        ["saya dapat link bansos di wa, sy udah klik", "ask.show", CALL],
        ["diminta isi nik sm nama ibu", "ask.show", "Jangan diberikan"],
        ["udah sy isi", "ask.show", CALL],
        ["tapi blm isi pin", "ask.show", "Jangan diberikan"],
        ["udah sy isi", "ask.show", CALL],
        ["terus gimana", "ask.more", "bank"],
        ["terus saya harus gimana", "ask.show", CALL],
      ],
    },
    {
      label: "without a warning, a bank's name is no fraud",
      steps: [["bank BRI", "menu.suggest", "not:Penipu"]],
    },
  ),
];
