/**
 * The times (ms) for a message that its platform took and then gave back: the first pause before the service sends it
 * again, the longest pause, and the message's age at which the service gives it up. Each pause is twice the last one.
 * If a message came back because the account is stopped, the service does not give it up.
 */
export const RESEND_PAUSE = 10_000;
export const LONGEST_RESEND_PAUSE = 3_600_000;
export const RESENT_FOR = 24 * 3_600_000;

/**
 * Tells whether this code says that the platform gave a message back. Such a message did not reach its citizen and is
 * sent again.
 */
export const isGivenBack = (code: string): boolean =>
  code === "CHANNEL_BUSY" || code === "CONTACT_BUSY" || code === "CHANNEL_STOPPED";
