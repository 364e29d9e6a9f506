import type { ChannelEvent } from "../channel.ts";
import { cleanText } from "../clean-text.ts";

const ABOUT_US = /^(account_|phone_number_|message_template_|business_|security|template_)/;

const BAD: Record<string, readonly string[]> = {
  account_update: [
    "ACCOUNT_DELETED",
    "ACCOUNT_DISABLED",
    "ACCOUNT_OFFBOARDED",
    "ACCOUNT_RESTRICTION",
    "ACCOUNT_VIOLATION",
    "DISABLED_UPDATE",
    "PARTNER_APP_UNINSTALLED",
    "PARTNER_REMOVED",
  ],
  account_review_update: ["REJECTED"],
  business_status_update: ["BUSINESS_COMPROMISED", "COMPROMISED_NOTIFICATION", "DISABLED"],
  message_template_quality_update: ["RED"],
  message_template_status_update: [
    "ARCHIVED",
    "DELETED",
    "DISABLED",
    "FLAGGED",
    "LIMIT_EXCEEDED",
    "LOCKED",
    "PAUSED",
    "PENDING_DELETION",
    "REJECTED",
  ],
  phone_number_name_update: ["REJECTED"],
  phone_number_quality_update: ["DOWNGRADE", "FLAGGED"],
  security: ["PIN_RESET_REQUEST"],
  // A marketing template costs more and does not reach people who have declined adverts.
  template_category_update: ["MARKETING"],
  template_correct_category_detection: ["MARKETING"],
};

/** In `account_update` and unlisted fields, these words make a notice an alarm. */
const BAD_WORD =
  /(^|_)(REJECTED|PAUSED|DISABLED|FLAGGED|DOWNGRADED?|RESTRICT\w*|VIOLATION|BANNED|LOCKED|DELETED|REMOVED|REVOKED|SUSPENDED|OFFBOARDED|COMPROMISED)(_|$)/;

const WORDS = [
  "event",
  "decision",
  "alert_severity",
  "alert_type",
  "new_quality_score",
  "new_category",
  "correct_category",
  "category",
  "current_limit",
  "message_template_name",
] as const;
const DEEDS = ["event", "decision", "new_quality_score", "new_category", "correct_category", "category"] as const;

export function noticeOf(field: string, value: unknown, account: string): ChannelEvent {
  const name = cleanText(field).slice(0, 60);
  if (!ABOUT_US.test(name)) return { type: "ignored", reason: `whatsapp field ${name}` };
  const said = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  const wordsOf = (places: readonly string[]) =>
    places.flatMap((place) => {
      const word = said[place];
      return typeof word === "string" && word !== "" ? [cleanText(word)] : [];
    });
  const what = [name, ...wordsOf(WORDS)].join(" ").slice(0, 120);
  return { type: "notice", channel: "whatsapp", account, what, bad: isBad(name, said, wordsOf(DEEDS)) };
}

function isBad(field: string, said: Record<string, unknown>, deeds: readonly string[]): boolean {
  if (field === "account_alerts") return !["RESOLVED", "INACTIVE", "NONE"].includes(String(said.alert_status));
  const { ban_info: ban } = said as { ban_info?: { waba_ban_state?: unknown } | null };
  if (ban?.waba_ban_state === "REINSTATE") return false;
  const words = BAD[field];
  const isListed = words !== undefined && deeds.some((deed) => words.includes(deed.toUpperCase()));
  const isUnlisted = words === undefined || field === "account_update";
  return isListed || (isUnlisted && deeds.some((deed) => BAD_WORD.test(deed.toUpperCase())));
}
