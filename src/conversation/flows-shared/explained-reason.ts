import type { Reason } from "../../vocabulary/lists.ts";

/**
 * Returns the state that explains a reason. Before the chat says anything of a death, it asks whether the person has
 * died.
 */
export const explained = (reason: Reason) => ({
  to: reason === "MENINGGAL" ? ("repair.deceased" as const) : ("repair.explain" as const),
  data: { reason },
});
