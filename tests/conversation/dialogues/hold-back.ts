import { ticket } from "../people.ts";
import { type Case, cases, type Dialogue, type Step } from "./cases.ts";
import { greeted, toAddition, toContest, toCutWhere, toOfficer, toWhereGreeted } from "./ways.ts";

const filed = { ...ticket, number: "LMG-26-000123-7" };

/** The citizen wants nothing sent now, but keeps the draft. */
const PUTS_OFF = [
  "eh bentar jangan dikirim dulu",
  "tunggu, jangan dilaporkan dulu ya mbak",
  "suami saya sudah pulang. jangan diteruskan dulu",
  "ojo dikirim dhisik pak, aku isih bingung",
  "ampun dikintun riyin nggih bu",
  "aku mung takon lho. ojo dilaporke",
  "belum mau lapor pak, nanti saja",
];
const CALLS_OFF = [
  "gausah jadi lapor",
  "jangan deh bu kasihan",
  "udah gajadi lapor",
  "yaudah ga jadi pak. batal aja",
  "mboten sios lapor mawon bu, ngapunten",
  "ora sido wae mas, wedi",
  "wis lah lupakan saja",
  "yo wis lalekno ae",
  "tak usah diterusin pak",
];
/** The citizen did not want the text to be sent. */
const TAKES_BACK = [
  "lho kok dikirim. saya bilang gausah",
  "loh kok kekirim sih pak",
  "siapa suruh kirim",
  "batal",
  "bisa ditarik lagi ga",
  "kok dikintun to pak, kulo dereng purun",
  "lho wis tak omong ojo dikirim",
];

const SENDING: readonly (readonly [way: readonly Step[], at: string])[] = [
  [[...greeted, ...toOfficer], "officer.ask"],
  [[...toWhereGreeted], "complaint.where"],
  [[...toWhereGreeted, ["desa Jegreg", "complaint.confirm"]], "complaint.confirm"],
  [[...toContest, ["press:file", "ticket.collect"]], "ticket.collect"],
];

const toFiled: readonly Step[] = [...toCutWhere, ["desa Jegreg, kemarin", "complaint.confirm"], ["ya", "ticket.filed"]];

export const holdBackDialogues: Dialogue[] = [
  ...cases(
    {},
    ...SENDING.flatMap(([from, at]) => [
      ...PUTS_OFF.map((said): Case => ({ label: `put off at ${at}: ${said}`, from, steps: [[said, at]] })),
      ...CALLS_OFF.map(
        (said): Case => ({
          label: `called off at ${at}: ${said}`,
          from,
          steps: [[said, "menu.choose", "idak ada yang dikirim"]],
        }),
      ),
    ]),
    {
      label: "a text put off with other words stays a draft, and the chat says that no officer has read it",
      from: toCutWhere,
      steps: [
        ["jangan deh pak kasian orangnya. tapi uang saya kok cuma 300", "complaint.where", "belum ada yang membacanya"],
        ["desa Jegreg. jangan dilaporin dulu, cuma tanya", "complaint.where", "belum ada yang membacanya"],
        ["lanjut", "complaint.where"],
      ],
    },
    {
      label: "a question beside the wish to wait is answered",
      from: [["kartu pkh saya dipegang ketua kelompok sejak tahun lalu", "complaint.where"]],
      steps: [
        [
          "boleh apa tidak? jangan dilaporkan dulu",
          "complaint.where",
          "disimpan pemiliknya",
          "belum ada yang membacanya",
        ],
      ],
    },
    ...["tunggu, jangan dikirim ya", "gausah dikirim, aku cuma jengkel", "ampun dikintun riyin"].map(
      (said): Case => ({
        label: `who holds a report back is not asked for the village again: ${said}`,
        from: toCutWhere,
        steps: [
          [said, "complaint.where", "belum ada yang membacanya", "“batal”", "not:Di desa/kelurahan mana"],
          ["batal", "menu.choose", "Tidak ada yang dikirim"],
        ],
      }),
    ),
    ...["yakin tidak ada yang dikirim?", "temenan durung kekirim to", "bener belum diteruskan kan? takut ketahuan"].map(
      (said): Case => ({
        label: `whether a draft was sent is told truly: ${said}`,
        from: toCutWhere,
        steps: [[said, "complaint.where", "belum dikirim, dan belum ada yang membacanya", "not:tambahkan"]],
      }),
    ),
    ...["serius gak ada laporan yang tersimpan?", "saestu dereng kekirim nggih?"].map(
      (said): Case => ({
        label: `without a draft the chat says which reports it has: ${said}`,
        from: greeted,
        steps: [[said, "track.choose", "Belum ada laporan dari chat ini"]],
      }),
    ),
    ...["gak usah lapor wis", "lupakan saja, gausah dikirim", "mboten sisah dilaporaken"].map(
      (said): Case => ({
        label: `called off after words that the chat did not understand: ${said}`,
        from: [["mbuh ra ngerti aku", "menu.suggest"]],
        steps: [[said, "menu.choose", "Tidak ada yang perlu dibatalkan"]],
      }),
    ),
    {
      label: "a noted question for an officer is not sent",
      steps: [
        ["petugas", "officer.ask"],
        ["sudah aman kok. gak usah lapor. nanti aja", "officer.ask", "Belum ada yang dikirim"],
        ["gajadi mbak", "menu.choose", "Tidak ada yang dikirim"],
      ],
    },
  ),
  ...cases(
    { known: { tickets: [filed], byNumber: filed } },
    ...TAKES_BACK.map(
      (said): Case => ({
        label: `taken back right after it was sent: ${said}`,
        from: toFiled,
        steps: [
          [said, "track.withdraw", "LMG-26-000123-7 mau dibatalkan?"],
          ["ya", "menu.choose", "sudah kami beri tahu"],
        ],
      }),
    ),
    {
      label: "a question about a report does not withdraw it",
      from: toFiled,
      steps: [["kok laporan saya belum dijawab", "track.choose", "not:mau dibatalkan"]],
    },
  ),
  ...cases(
    { known: { tickets: [ticket], byNumber: ticket } },
    ...["jangan dulu", "gak jadi nambah deh", "ojo dhisik", "ga usah jadi"].map(
      (said): Case => ({
        label: `an addition is put off or called off: ${said}`,
        from: toAddition,
        steps: [
          [said, said.includes("ja") && !said.startsWith("jangan") ? "menu.choose" : "track.add", "not:ditambahkan"],
        ],
      }),
    ),
    ...[
      "CABUT LAPORAN SAYA",
      "laporan kulo LMG-26-000001-7 nyuwun dibatalaken",
      "kulo badhe mbatalaken laporan, lare kulo sampun ngurus piyambak",
      "laporan beras kemarin bisa dicabut ga, males nunggu",
      "maaf mas tadi cuma emosi. batalin aja laporannya jangan sampe desa tau",
      "aduanku dicabut wae pak, wis rampung",
    ].map(
      (said): Case => ({
        label: `a wish to withdraw: ${said}`,
        steps: [
          [said, "track.withdraw", "LMG-26-000001-7 mau dibatalkan?"],
          ["ga jadi", "menu.choose", "tetap kami urus"],
        ],
      }),
    ),
    ...["bisa dicabut ga", "batal", "cabut aja", "nyuwun dibatalaken mawon", "gajadi"].map(
      (said): Case => ({
        label: `a report's own view: ${said}`,
        from: [
          ["lihat laporan saya", "track.choose"],
          ["1", "track.view"],
        ],
        steps: [[said, "track.withdraw", "mau dibatalkan?"]],
      }),
    ),
    {
      label: "the button in the view of a report withdraws it only after a clear yes",
      from: [
        ["lihat laporan saya", "track.choose"],
        ["1", "track.view"],
      ],
      steps: [
        ["press:withdraw", "track.withdraw"],
        [
          "tunggu pak. kalo dicabut berarti dia terus motong ya",
          "track.withdraw",
          "belum dibatalkan",
          "Mau dibatalkan?",
        ],
        ["mboten sios dibatalaken. matur nuwun", "menu.choose", "tetap kami urus"],
      ],
    },
    {
      label: '"batal" at the menu asks whether to withdraw the open report',
      from: greeted,
      steps: [["batal", "track.withdraw", "mau dibatalkan?"]],
    },
    {
      label: '"ga usah makasih" withdraws no report',
      from: greeted,
      steps: [["ga usah makasih", "menu.choose", "not:mau dibatalkan"]],
    },
  ),
  ...cases(
    { from: greeted },
    {
      label: '"batal" at the menu without a report says that there is nothing to call off',
      steps: [["batal", "menu.choose", "Tidak ada yang perlu dibatalkan"]],
    },
  ),
  ...cases(
    { known: { tickets: [ticket], byNumber: ticket } },
    ...["beneran udah dibatalin?", "wis dibatalke temenan durung", "sudah dibatalkan belum pak"].flatMap(
      (asks): Case[] => [
        {
          label: `a withdrawal is told truly: ${asks}`,
          steps: [
            ["batalkan laporan saya", "track.withdraw"],
            ["ya", "menu.choose"],
            [asks, "menu.choose", "Pembatalan laporan LMG-26-000001-7", "not:layanan resmi"],
          ],
        },
        {
          label: `a cancelled draft is told truly: ${asks}`,
          from: toWhereGreeted,
          steps: [
            ["batal", "menu.choose"],
            [asks, "menu.choose", "Tidak ada yang terkirim", "not:layanan resmi"],
          ],
        },
      ],
    ),
  ),
];
