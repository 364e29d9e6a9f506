import type { Officer } from "../../src/casework/officer.ts";
import { startService } from "./runtime.ts";

const TOKEN = "token-of-the-tests-0123456789";
const tokenOf = (id: string): string => (id === "operator" ? TOKEN : `sapa_${id.padEnd(32, "x")}`);

type Service = Awaited<ReturnType<typeof startService>>;
type Answered = { status: number; body: Record<string, unknown> };
/** A call with a body is a POST. */
export type Call = (id: string, path: string, body?: object) => Promise<Answered>;

export async function startApi(
  officers: readonly Officer[],
  settings: Record<string, string> = {},
): Promise<{ service: Service; call: Call }> {
  const service = await startService({ API_TOKEN: TOKEN, ...settings }, { sample: false });
  const { store, vault } = service.runtime;
  for (const one of officers) await store.saveOfficer(one, vault.index("officer-token", tokenOf(one.id)));
  const call: Call = async (id, path, body) => {
    const answer = await fetch(`${service.url}/api${path}`, {
      method: body ? "POST" : "GET",
      headers: {
        authorization: `Bearer ${tokenOf(id)}`,
        "x-operator": "dewi",
        ...(body ? { "content-type": "application/json" } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  return { service, call };
}
