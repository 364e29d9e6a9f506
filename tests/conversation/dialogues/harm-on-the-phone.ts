import { type Case, cases, type Dialogue, type Step } from "./cases.ts";

const STOP = "BERHENTI";
const PRESS_NOTHING = "jangan pencet apa pun";
const BANK = "Telepon bank SEKARANG";
const NOT_FILED = "not:Nomor laporan";
const CLEAR = "not:belum paham";

const CALLED: Step = ["ada yang nelpon ngaku dari bank, saya disuruh ke atm sekarang", "ask.show", STOP, BANK];
const AT_DOOR: Step = [
  "onok wong teko nang omah ngaku petugas, njaluk foto ktp karo rai",
  "ask.show",
  "Jangan diberikan",
];

/** A caller leads the citizen to a cash machine, a shop or a code. */
export const harmOnThePhoneDialogues: Dialogue[] = [
  ...cases(
    {},
    ...[
      "ibu lagi ditelpon orang ngakunya kemensos, disuruh ke atm biar pkh nya keluar",
      "petugas nelpon, saya disuruh ke mesin atm buat ngaktifkan kartu",
      "bapak kulo ditelpon tiyang, dikengken teng ATM sakniki",
      "wonge telpon ngongkon aku nang atm saiki",
      "orangnya nyuruh ketik kode di mesin",
      "aku dikongkon tuku voucher nang indomaret ben bansose cair",
    ].map(
      (said): Case => ({ label: `told to stop: ${said}`, steps: [[said, "ask.show", STOP, BANK, CLEAR, NOT_FILED]] }),
    ),
    ...(
      [
        ["pendamping nelpon, katanya sudah cair dan disuruh ke atm", "complaint.category"],
        ["aplikasinya nyuruh masukin kode terus", "ask.show"],
        ["disuruh pendamping ke atm ambil pkh, antri lama", "complaint.where"],
        ["telpon call center malah mesin yang jawab", "complaint.category"],
      ] as const
    ).map(([said, at]): Case => ({ label: `no fraud: ${said}`, steps: [[said, at, `not:${STOP}`]] })),
  ),
  ...cases(
    { from: [CALLED] },
    ...(
      [
        ["lha dia kok hafal nama dan alamat saya", "ask.more", "walau ia tahu nama dan NIK"],
        ["jarene nek telpone tak pateni bansosku hangus", "ask.more", "tidak hangus"],
        ["wis nang mesine, sing dipencet endi", "ask.more", "jangan pencet", BANK],
        ["kulo sampun wonten atm", "ask.more", "jangan pencet", BANK],
        ["orange ngongkon nglebokno kode 6 angka", "ask.more", "jangan pencet", BANK],
        ["teruse dikon tuku pulsa nang alfamart", "ask.more", "jangan pencet", BANK],
        ["lho 2 juta ilang saka rekening", "ask.show", "Terlanjur", BANK],
        ["saldo saya terpotong barusan", "ask.show", "Terlanjur", BANK],
        ["aku nganggo ovo kok, dudu bank", "ask.show", "dompet HP"],
        ["taksih nenggo teng telpon tiyange", "ask.more", "jangan pencet"],
        ["sekarang mau tak transfer", "ask.more", "jangan pencet"],
        ["ini asli dinsos atau penipu", "ask.more", "jangan pencet"],
      ] as const
    ).map(([said, at, ...contains]): Case => ({ label: `goes on: ${said}`, steps: [[said, at, ...contains, CLEAR]] })),
    {
      label: "money that the village cut is no fraud, also after a warning",
      steps: [["pkh saya dipotong ketua kelompok 50 ribu", "complaint.where", `not:${BANK}`]],
    },
  ),
  ...cases(
    { from: [AT_DOOR] },
    ...["wis difoto mau, piye iki bahaya ora", "sampun difoto ktp kulo", "kartu kks saya ikut dijepret"].map(
      (said): Case => ({ label: `photographed: ${said}`, steps: [[said, "ask.show", "sudah difoto", BANK, "110"]] }),
    ),
  ),
  ...cases(
    {},
    {
      label: "a fraud that goes on is no question to an officer",
      steps: [
        ["hubungi petugas", "officer.ask"],
        ["petugas telepon, saya disuruh ke atm buat aktivasi pkh", "ask.show", STOP, NOT_FILED],
        ["yang dipencet apa", "ask.more", "jangan pencet", NOT_FILED],
      ],
    },
    {
      label: "a fraud that goes on is stopped in an open report",
      steps: [
        ["lapor beras bansos busuk desa Sengon", "complaint.where"],
        ["eh saya ditelpon orang disuruh ke atm sekarang", "complaint.where", PRESS_NOTHING],
      ],
    },
    {
      label: "a fraud that goes on is stopped in a report of danger",
      steps: [
        ["ibu saya pingsan tidak bangun", "urgent.place", "119"],
        ["ada yang nelpon saya disuruh ke atm biar dibantu", "urgent.place", PRESS_NOTHING],
      ],
    },
  ),
];
