/**
 * Times (ms) for a message that its platform took and then gave back. `RESEND_PAUSE`: the first pause before the
 * service sends the message again. `LONGEST_RESEND_PAUSE`: the longest pause. `RESENT_FOR`: the age at which the
 * service gives the message up. Each pause is twice the last one. If a message came back because the account is
 * stopped, the service does not give it up.
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
