import { ticket } from "../people.ts";
import { type Case, cases, type Dialogue } from "./cases.ts";

const held = { ...ticket, number: "LMG-26-000123-7" };
const known = { tickets: [held], byNumber: held };

/** The answer puts worse news before good news. */
export const urgentInCareDialogues: Dialogue[] = [
  ...cases(
    { known, from: [["saya dipukuli suami, hamil", "urgent.consent"]] },
    ...["alhamdulillah sudah di puskesmas", "wis nang puskesmas", "sampun wonten igd"].map(
      (said): Case => ({
        label: `after violence, in care: ${said}`,
        steps: [[said, "urgent.consent", "Syukurlah", "Tetap di sana", "not:terdekat SEKARANG"]],
      }),
    ),
    ...["sudah di puskesmas tapi masih berdarah", "mau ke puskesmas tapi takut"].map(
      (said): Case => ({
        label: `after violence, not well: ${said}`,
        steps: [[said, "urgent.consent", "not:Syukurlah"]],
      }),
    ),
  ),
  ...cases(
    { known, from: [["bapak saya sesak napas", "urgent.place", "119"]] },
    ...["dibawa ke rs muhammadiyah", "digowo nang rsud", "wis tekan rumah sakit"].map(
      (said): Case => ({ label: `the ill, in care: ${said}`, steps: [[said, "urgent.place", "Syukurlah"]] }),
    ),
    ...["dibawa ke rs mana", "mau dibawa ke rs tapi tidak ada kendaraan"].map(
      (said): Case => ({
        label: `the ill, not yet in care: ${said}`,
        steps: [[said, "urgent.place", "not:Syukurlah"]],
      }),
    ),
  ),
  ...cases(
    { from: [["pak rt minta 50 ribu buat ngurus surat bansos bener ga itu", "ask.show"]] },
    ...["mau lapor tapi jangan sampe pak rt tau", "arep lapor tapi ojo nganti pak rt weruh"].map(
      (said): Case => ({
        label: `who wants to report in secret begins the report: ${said}`,
        steps: [
          [said, "complaint.where", "tidak akan dibuka", "Di desa/kelurahan mana"],
          ["desa Jegreg minggu lalu", "complaint.confirm", "Dirahasiakan dari desa"],
        ],
      }),
    ),
    {
      label: "a wish for secrecy alone begins no report",
      steps: [["jangan bilang pak rt ya", "ask.show", "not:Di desa/kelurahan mana"]],
    },
  ),
  ...cases(
    {
      from: [
        ["bantuan modal usaha ada ga", "ask.show"],
        ["umkm gitu", "officer.ask"],
      ],
    },
    ...["daftar kemana", "bayar gak", "ndaftare nang endi", "syarate opo"].map(
      (said): Case => ({
        label: `asked whether to send, a question sends nothing: ${said}`,
        steps: [[said, "officer.ask", "belum ada yang dikirim"]],
      }),
    ),
    { label: "a place completes the question", steps: [["desa Jegreg", "ticket.filed"]] },
  ),
];
