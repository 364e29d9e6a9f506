import type { OfficerChat } from "../../src/casework/officer.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { inbound } from "./messages.ts";

/** The service writes only to chats that have written before. */
export async function meetChat(
  store: Pick<Store, "recordInbound" | "openTurn" | "commitTurn">,
  { channel, address }: OfficerChat,
  account: string,
): Promise<string> {
  const [recorded] = await store.recordInbound([inbound({ channel, account, address }, "halo")]);
  const conversation = recorded?.conversation ?? "";
  const turn = await store.openTurn(conversation);
  if (turn) await store.commitTurn(turn, { session: {}, replies: [], effects: [], outcome: "handled" });
  return conversation;
}
