/**
 * In ms, for a message that its platform took and then gave back: the first pause before it is sent again, the longest
 * pause (each is twice the one before), and for how long it is tried. While the account is stopped, the message waits
 * without an end.
 */
export const RESEND_PAUSE = 10_000;
export const LONGEST_RESEND_PAUSE = 3_600_000;
export const RESENT_FOR = 24 * 3_600_000;

/** Whether this code says that the platform gave a message back: it did not reach its citizen and is sent again. */
export const isGivenBack = (code: string): boolean =>
  code === "CHANNEL_BUSY" || code === "CONTACT_BUSY" || code === "CHANNEL_STOPPED";
