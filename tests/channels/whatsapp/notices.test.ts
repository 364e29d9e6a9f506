import { expect, it } from "vitest";
import { noticeOf } from "../../../src/channels/whatsapp/notices.ts";

/** Meta's examples, shortened to the fields that matter. */
const NOTICES: [rings: boolean, field: string, value: object][] = [
  [true, "account_update", { event: "PARTNER_REMOVED", waba_info: { waba_id: "1" } }],
  [true, "account_update", { event: "ACCOUNT_OFFBOARDED" }],
  [true, "account_update", { event: "ACCOUNT_DELETED" }],
  [true, "account_update", { event: "ACCOUNT_VIOLATION", violation_info: { violation_type: "ADULT" } }],
  [true, "account_update", { event: "ACCOUNT_RESTRICTION", restriction_info: [] }],
  [true, "account_update", { event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "DISABLE" } }],
  [false, "account_update", { event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "REINSTATE" } }],
  [true, "account_update", { event: "PARTNER_APP_UNINSTALLED" }],
  [true, "account_update", { event: "ACCOUNT_SUSPENDED" }],
  [false, "account_update", { event: "PARTNER_APP_INSTALLED" }],
  [false, "account_update", { event: "PARTNER_ADDED" }],
  [false, "account_update", { event: "ACCOUNT_RECONNECTED" }],
  [false, "account_update", { event: "VERIFIED_ACCOUNT" }],
  [false, "account_update", { event: "MM_LITE_TERMS_SIGNED" }],
  [true, "account_review_update", { decision: "REJECTED" }],
  [false, "account_review_update", { decision: "APPROVED" }],
  [false, "account_review_update", { decision: "PENDING" }],
  [true, "account_alerts", { alert_severity: "CRITICAL", alert_status: "ACTIVE", alert_type: "OBA_REJECTED" }],
  [true, "account_alerts", { alert_severity: "WARNING", alert_type: "INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED" }],
  [true, "template_category_update", { new_category: "MARKETING", previous_category: "UTILITY" }],
  [false, "template_category_update", { new_category: "UTILITY", previous_category: "MARKETING" }],
  [true, "message_template_status_update", { event: "REJECTED", message_template_name: "sapa_kabar" }],
  [true, "message_template_status_update", { event: "PAUSED" }],
  [true, "message_template_status_update", { event: "FLAGGED" }],
  [true, "message_template_status_update", { event: "PENDING_DELETION" }],
  [false, "message_template_status_update", { event: "UNPAUSED" }],
  [false, "message_template_status_update", { event: "UNFLAGGED" }],
  [false, "message_template_status_update", { event: "REINSTATED" }],
  [false, "message_template_status_update", { event: "APPROVED", message_template_name: "reject_flag_banned" }],
  [true, "message_template_quality_update", { previous_quality_score: "GREEN", new_quality_score: "RED" }],
  [false, "message_template_quality_update", { previous_quality_score: "RED", new_quality_score: "GREEN" }],
  [true, "phone_number_quality_update", { event: "FLAGGED", current_limit: "TIER_1K" }],
  [true, "phone_number_quality_update", { event: "DOWNGRADE", current_limit: "TIER_250" }],
  [false, "phone_number_quality_update", { event: "UNFLAGGED", current_limit: "TIER_1K" }],
  [false, "phone_number_quality_update", { event: "UPGRADE", current_limit: "TIER_UNLIMITED" }],
  [true, "phone_number_name_update", { decision: "REJECTED", rejection_reason: "x" }],
  [false, "phone_number_name_update", { decision: "APPROVED" }],
  [false, "business_capability_update", { max_daily_conversation_per_phone: 1000 }],
  [false, "security", { event: "PIN_REQUEST_SUCCESS" }],
];

it.each(NOTICES)("alarm %s: %s %j", (rings, field, value) => {
  expect(noticeOf(field, value, "100")).toMatchObject({ type: "notice", account: "100", bad: rings });
});

it.each([null, 7, "x", [], { event: null }, { event: { a: 1 } }, { ban_info: "x" }])(
  "an odd value makes no alarm: %j",
  (value) => {
    expect(noticeOf("account_update", value, "100")).toMatchObject({ type: "notice", bad: false });
  },
);

it("a field that is not about our account is ignored", () => {
  expect(noticeOf("user_preferences", {}, "100")).toMatchObject({ type: "ignored" });
});
