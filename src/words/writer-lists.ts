import { phrases } from "./kinds.ts";

/** Who writes after violence: `urgent` has these lists, too. */
export const WRITER_LISTS = {
  /** The victim is another person: "anak tetangga", "muridku". The service first removes a person of `doer`. */
  bystander: phrases,
  doer: phrases,
  /** The writer is the victim: "saya dipukul". */
  victim: phrases,
  /** The writer cannot leave, hides or cannot speak. */
  cornered: phrases,
} as const;
