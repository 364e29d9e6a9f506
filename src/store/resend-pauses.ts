/**
 * Times in ms for a message that its platform took and later gave back. The pauses double from `RESEND_PAUSE` to
 * `LONGEST_RESEND_PAUSE`.
 */
export const RESEND_PAUSE = 10_000;
export const LONGEST_RESEND_PAUSE = 3_600_000;
export const RESENT_FOR = 24 * 3_600_000;

export const isGivenBack = (code: string): boolean =>
  code === "CHANNEL_BUSY" || code === "CONTACT_BUSY" || code === "CHANNEL_STOPPED";
