import { confided } from "./confiding.ts";
import { type Context, flowOf, type Option, type Step } from "./flow.ts";

/** A wish for secrecy holds for what is filed within this time. */
const LASTS = 86_400_000;

/** Keeps what is filed next from the village, or the report that the chat has just filed or looks at. */
export function keptSecret(context: Context): Step {
  const { session, facts } = context;
  const number = reportHere(context);
  if (number !== undefined) return { to: session.at, quiet: true, requests: [confided(number, facts)] };
  const key = flowOf(session.at) === "menu" ? "confidential.askedFirst" : "confidential.asked";
  return { to: session.at, say: [{ key }], session: { confidentialAt: facts.now } };
}

/** Whether what is filed now was asked to be kept from the village. */
export const isKeptSecret = ({ session: { confidentialAt }, facts }: Pick<Context, "session" | "facts">): boolean =>
  confidentialAt !== undefined && facts.now - confidentialAt < LASTS;

const FILED = ["ticket.filed", "ticket.added", "urgent.place", "urgent.open", "track.view"];

/** The report of this chat that stands before it. */
function reportHere({ session, data }: Context): string | undefined {
  if (!FILED.includes(session.at)) return undefined;
  const { number, view } = data as { number?: string; view?: { number: string; own: boolean } };
  return number ?? (view?.own ? view.number : undefined);
}

export const SECRECY_BUTTON = ">secrecy.keep";

/** "Rahasiakan dari desa", under the answer to who reads it. */
export function secrecyOffered({ offersSecrecy, at }: Context["session"], own: readonly Option[]): Option[] {
  if (!offersSecrecy || own.some(({ id }) => id === "confide" || id.startsWith(">confide."))) return [];
  const title = { key: "confidential.ask" };
  return [{ id: SECRECY_BUTTON, title, to: at, step: (context) => keptSecret(context) }];
}
