/**
 * Ms that a message rests which its platform took and then gave back: at first and, doubled each time, at most; and for
 * how long it is sent again. While its account is stopped it waits for as long as that takes.
 */
export const RESEND_PAUSE = 10_000;
export const LONGEST_RESEND_PAUSE = 3_600_000;
export const RESENT_FOR = 24 * 3_600_000;

/** Whether such a message has not reached its citizen and is sent again. */
export const isGivenBack = (code: string): boolean =>
  code === "CHANNEL_BUSY" || code === "CONTACT_BUSY" || code === "CHANNEL_STOPPED";
