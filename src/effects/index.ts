import { z } from "zod";
import type { Request } from "../conversation/engine/flow.ts";
import { addToTicket } from "./add-to-ticket.ts";
import type { EffectKind, Job, TurnRef, Writes } from "./effect.ts";
import { keepCandidate } from "./keep-candidate.ts";
import { openTicket } from "./open-ticket.ts";
import { settleCandidate } from "./settle-candidate.ts";

const effects = {
  "open-ticket": openTicket,
  "add-to-ticket": addToTicket,
  "keep-candidate": keepCandidate,
  "settle-candidate": settleCandidate,
} satisfies Record<Request["type"], unknown>;

type Payloads = { [Type in keyof typeof effects]: z.infer<(typeof effects)[Type]["payloadSchema"]> };
type EffectType = keyof Payloads;
type Kinds = { [Type in EffectType]: EffectKind<Request & { type: Type }, Payloads[Type]> };
const kinds: Kinds = effects;

export type Effect<Type extends EffectType = EffectType> = {
  [One in Type]: { type: One; id: string; payload: Payloads[One] };
}[Type];

export function effectOf<Type extends EffectType>(request: Request & { type: Type }, turn: TurnRef): Effect {
  const { payloadOf } = kinds[request.type];
  return { type: request.type, id: turn.id, payload: payloadOf(request, turn) } as Effect;
}

export function applyEffect<Type extends EffectType, Done>(
  { type, payload }: Effect<Type>,
  writes: Writes<Done>,
): Done {
  return kinds[type].apply(payload, writes);
}

export const jobsOf = <Type extends EffectType>({ type, payload }: Effect<Type>): Job[] =>
  kinds[type].listJobs(payload);

const isEffectType = (type: string): type is EffectType => Object.hasOwn(effects, type);
const Stored = z.looseObject({ type: z.string().refine(isEffectType), payload: z.unknown().optional() });

/** Older releases stored the payload's fields beside the type, without `payload`. */
export function readEffect(id: string, stored: unknown): Effect {
  const { type, payload, ...beside } = Stored.parse(stored);
  return { type, id, payload: kinds[type].payloadSchema.parse(payload ?? beside) } as Effect;
}
