import type { Facts } from "../conversation/engine/facts.ts";
import { codeIn } from "../conversation/engine/page-code.ts";
import type { Session } from "../conversation/engine/session.ts";
import { type Event, type Turn, takeTurn } from "../conversation/engine/turn.ts";
import { flows } from "../conversation/flows/index.ts";
import { type Effect, effectOf } from "../effects/index.ts";
import { AppError } from "../vocabulary/errors.ts";
import type { Content, Reply } from "../vocabulary/message.ts";
import type { Answering } from "./answering.ts";
import type { Asking } from "./look-up-context.ts";
import { lookUp } from "./look-ups.ts";
import { openCode } from "./page-code.ts";
import { addReaders } from "./who-reads.ts";

/** A turn with more look-ups is in a loop. */
const MOST_LOOK_UPS = 8;

export type TurnSoFar = { session: Session; replies: Reply[]; effects: Effect[]; lookUps: number };

export async function runTurn(
  { desk }: Answering,
  asking: Omit<Asking, "once">,
  facts: Facts,
  said: TurnSoFar,
  content: Content,
): Promise<void> {
  const { turn, district } = asking;
  const invitation = desk.invitationIn(content, turn.contact);
  if (invitation !== undefined) {
    said.replies.push({ parts: [await desk.acceptInvitation(turn, district, invitation)] });
    return;
  }
  const code = codeIn(content, said.session, facts, flows);
  const event: Event = code === undefined ? { type: "message", content } : await openCode(asking, code);
  let step: Turn = takeTurn(said.session, event, facts, flows);
  const { key, conversation } = turn;
  for (let lookUps = 0; ; lookUps += 1) {
    const before = said.effects.length;
    const effects = step.requests.map((request, index) =>
      effectOf(request, { id: `${key}.${before + index}`, conversation }),
    );
    const read = await Promise.all(effects.map((effect) => desk.screenEffect(effect, facts)));
    said.effects.push(...read.map(({ effect }) => effect));
    said.replies.push(...addReaders(step.replies, read));
    said.session = step.session;
    if (!step.lookUp) return;
    if (lookUps === MOST_LOOK_UPS) throw new AppError("INTERNAL", `state ${step.session.at} keeps looking things up`);
    said.lookUps += 1;
    const once = `${asking.turn.key}.${said.lookUps}`;
    const result = await lookUp({ ...asking, once }, step.lookUp);
    step = takeTurn(step.session, { type: "found", result }, facts, flows);
  }
}
