import type { Text } from "../../../vocabulary/message.ts";
import type { Facts } from "../../engine/facts.ts";
import { programmeName } from "../../flows-shared/programme-name.ts";
import type { Found } from "./data.ts";
import { recentPayment } from "./received.ts";
import { type AidLine, aidLine, isPastCollecting, newestAid } from "./result-text.ts";

export function nextTexts(found: Found, facts: Facts): Text[] {
  if (found.unread) return [{ key: "check.next.unread" }];
  const isReady = newestAid(found.aid)[0]?.state === "SIAP_SALUR";
  return [...(isReady ? [] : [{ key: "check.next.good" }]), ...moneyTexts(found, facts)];
}

export function moneyTexts(found: Found, facts: Facts): Text[] {
  if (found.shared) return [{ key: "check.aidShared" }];
  const [newest] = newestAid(found.aid);
  if (!newest) return [{ key: found.aidAsOf === undefined ? "check.money.noList" : "check.money.none" }];
  return [aidLine(newest, facts.district, facts.today), ...adviceTexts(newest, found, facts)];
}

function adviceTexts(row: AidLine, found: Found, facts: Facts): Text[] {
  if (row.isContradicted || isPastCollecting(row, facts.today)) return []; // the payment's own line gives the advice
  if (row.state === "SIAP_SALUR") {
    const programme = facts.district.programmes.find(({ code }) => code === row.programme);
    return programme ? [{ words: programme.collect }] : [];
  }
  if (row.state === "TERSALUR" && recentPayment(found, facts)) return [];
  return [{ key: `check.money.${row.state}` }];
}

/** `code` is the programme that the citizen means. */
export function stoppedTexts(found: Found, code: string | undefined, { district, today }: Facts): Text[] {
  const date = { date: found.asOf };
  if (code === undefined && found.aid.length > 0) return [{ key: "check.stopped.which" }];
  if (code === undefined) return [{ key: "check.stopped.none", values: { date } }];
  const programme = programmeName(code, district);
  const row = newestAid(found.aid).find((one) => one.programme === code);
  const ended = district.programmes.find((one) => one.code === code && one.state === "ended");
  if (ended) return [{ key: "check.stopped.ended", values: { programme } }, { words: ended.summary }];
  if (!row) return [{ key: "check.stopped.notListed", values: { programme, date } }];
  if (row.state === "DIHENTIKAN" && !row.isContradicted)
    return [{ key: "check.stopped.recorded", values: { programme, date } }];
  return [{ key: "check.stopped.notStopped", values: { programme, date } }, aidLine(row, district, today)];
}
