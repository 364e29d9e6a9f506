import { isMoreThanName, saysDead } from "../../register/name-cells.ts";
import { checkFamilyCard, checkNik, type NumberError } from "../../register/nik.ts";
import type { Recipient } from "../../register/recipient.ts";
import type { Reason } from "../../vocabulary/lists.ts";
import { areaOf } from "./area.ts";
import { readBirthAndSex } from "./birth-and-sex.ts";
import { type Cell, cellText, readNumber } from "./cell.ts";
import { readDesil } from "./desil.ts";
import type { Header } from "./header.ts";
import { judgeRow, reasonsNotUsed, shownWords } from "./judge-row.ts";
import { type ImportContext, isWrongLength, nikFaultOf, type ReadRow, rejectionOf, type UnjudgedWords } from "./row.ts";
import type { KkFault, Note } from "./row-findings.ts";

/** A row with a faulty NIK is invalid, but stays for repair. */
export function readRegisterRow(cells: readonly Cell[], header: Header, context: ImportContext): ReadRow<Recipient> {
  const wrong = rejectionOf(cells, header);
  if (wrong) return { rejected: wrong };
  const cell = (name: string): Cell | undefined => cells[header.positions[name] ?? -1];
  const nik = readNumber(cell("nik"));
  const kk = readNumber(cell("no_kk"));
  if ("damaged" in nik || "damaged" in kk) return { rejected: "DAMAGED_NUMBER" };
  const name = cellText(cell("nama"));
  if (name === undefined && nik.text === undefined && kk.text === undefined) return { rejected: "NOBODY" };
  if (name === undefined || !/\p{L}/u.test(name)) return { rejected: "NO_NAME" };

  const nikCheck = checkNik(nik.text ?? "", context);
  const kkCheck = kk.text === undefined ? undefined : checkFamilyCard(kk.text, context);
  const written = cellText(cell("status_data"));
  const why = cellText(cell("alasan"));
  const { valid, status, reasons, unmapped, isUnknown, isListed } = judgeRow(written, why, context);
  const isOwnNik = kkCheck?.valid === true && kkCheck.digits === nikCheck.digits;
  const isReadable = nikCheck.valid;
  const { notes: bornNotes, ...born } = readBirthAndSex(cell, nikCheck, context.today);
  const { area, notes: areaNotes } = areaOf(cell, context);
  const { notes: rankNotes, ...rank } = readDesil(cell, name, context.today);
  const address = addressOf(cell);
  const isUnread = isUnknown && isReadable;
  const isDoubted = isUnknown && status === "valid";
  const lack: keyof UnjudgedWords = isDoubted ? "doubt" : isListed ? "held" : "unknown";
  const known = reasons.length > 0 ? reasons : (["TIDAK_DIKETAHUI"] satisfies Reason[]);
  return {
    value: {
      nik: nikCheck.digits,
      name,
      valid: valid && isReadable,
      reasons: (valid && isReadable) || isUnread ? [] : known,
      ...(isUnread ? { unread: true as const } : {}),
      ...(kkCheck?.valid && !isOwnNik ? { kk: kkCheck.digits } : {}),
      ...born,
      ...(area ? { area } : {}),
      ...(address ? { address } : {}),
      ...rank,
    },
    unmapped,
    notes: [
      ...(isUnknown && !isDoubted && header.positions.status_data !== undefined ? [statusNote(written, isListed)] : []),
      ...(status === "valid" && reasons.length > 0 && !isDoubted
        ? [{ code: "VALID_WITH_REASON", words: shownWords(why) } as const]
        : []),
      ...(status === "invalid" && reasons.length === 0 && header.positions.alasan !== undefined
        ? [{ code: "NO_REASON" } as const]
        : []),
      ...reasonsNotUsed(cells, header, context.spellings, reasons),
      ...unmapped.map((words): Note => ({ code: isDoubted ? "VALID_UNKNOWN_REASON" : "UNKNOWN_REASON", words })),
      ...areaNotes,
      ...(context.nameWords && isMoreThanName(name, context.nameWords) ? [{ code: "MORE_THAN_NAME" } as const] : []),
      ...(valid && context.nameWords && saysDead(name, context.nameWords) ? [{ code: "DEAD_BY_NAME" } as const] : []),
      ...bornNotes,
      ...rankNotes,
    ],
    ...(isUnknown ? { [lack]: shownWords(lack === "doubt" ? why : written) } : {}),
    ...nikFaultOf(nikCheck.errors),
    ...(header.positions.no_kk === undefined ? {} : isOwnNik ? { kkFault: "KK_IS_NIK" } : kkFaultOf(kkCheck?.errors)),
  };
}

function statusNote(written: string | undefined, isListed: boolean): Note {
  if (written === undefined) return { code: "NO_STATUS" };
  return { code: isListed ? "HELD_STATUS" : "UNKNOWN_STATUS", words: shownWords(written) };
}

/** Without a KK number, a person learns in the chat only that they are registered. */
function kkFaultOf(errors: readonly NumberError[] | undefined): { kkFault?: KkFault } {
  if (errors === undefined) return { kkFault: "NO_KK" };
  const [error] = errors;
  if (!error) return {};
  if (error.code === "EMPTY") return { kkFault: "NO_KK" };
  return { kkFault: isWrongLength(error) ? "KK_LENGTH" : "KK_IMPOSSIBLE" };
}

type Cells = (name: string) => Cell | undefined;

function addressOf(cell: Cells): string | undefined {
  const [street, hamlet, rt, rw] = ["alamat", "dusun", "rt", "rw"].map((name) => cellText(cell(name)));
  const parts = [street, hamlet && hamlet !== street ? hamlet : undefined, rt && `RT ${rt}`, rw && `RW ${rw}`];
  return parts.filter(Boolean).join(" ") || undefined;
}
