import type { Reason } from "../../vocabulary/lists.ts";

/**
 * The state that explains a reason. Before anything is said of a death, the citizen is asked whether the person has
 * died.
 */
export const explained = (reason: Reason) => ({
  to: reason === "MENINGGAL" ? ("repair.deceased" as const) : ("repair.explain" as const),
  data: { reason },
});
