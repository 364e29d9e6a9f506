import { z } from "zod";
import { findTicketNumber } from "../../casework/number.ts";
import { type Context, defineFlow, type StatesOf, type Step } from "../engine/flow.ts";
import { answerTicket, questionText, replyingOf, takeBackAnswer } from "../engine/ticket-answer.ts";

const ReplyData = z.object({});
type Data = z.infer<typeof ReplyData>;
type Here = Context<Data>;

/** After "Jawab", the citizen's next words are the answer. */
function begin(number: string | undefined, context: Here): Step | undefined {
  const { session, facts } = context;
  const known = findTicketNumber(number ?? "");
  const question = facts.openQuestions.find((one) => one.number === known);
  if (!known) return undefined;
  if (!question) {
    const nik = session.proof?.tier === 2 ? { nik: session.proof.nik } : {};
    return { to: "track.looking", lookUp: { find: "ticket", number: known, ...nik } };
  }
  const { sent } = replyingOf(context);
  return {
    to: session.at,
    quiet: true,
    say: [questionText("reply.begin", question)],
    session: { replying: { to: known, sent } },
  };
}

const done = (_: unknown, context: Here): Step => ({
  to: context.session.at,
  say: [{ key: "reply.thanks" }],
  session: { replying: { sent: replyingOf(context).sent } },
});

const already = ({ session }: Here): Step => ({ to: session.at, quiet: true, say: [{ key: "reply.already" }] });

/** "Bukan, ini soal lain" withdraws the words and reads them as a new message. */
function other(at: string | undefined, context: Here): Step {
  const back = takeBackAnswer(Number(at), context);
  if (!back) return already(context);
  const { number, content, rest, request } = back;
  return {
    to: context.session.at,
    quiet: true,
    say: [{ key: "reply.takenBack", values: { number } }],
    requests: [request],
    session: { replying: { asideAt: context.facts.now, sent: rest } },
    reread: content,
  };
}

function move(parameter = "", context: Here): Step {
  const [at, number] = parameter.split("/");
  const known = findTicketNumber(number ?? "");
  const isOurs = [...context.facts.openQuestions, ...replyingOf(context).sent].some((one) => one.number === known);
  const back = known && isOurs ? takeBackAnswer(Number(at), context) : undefined;
  if (!back || !known) return already(context);
  const session = { ...context.session, replying: { sent: back.rest } };
  const step = answerTicket(known, back.content, { ...context, session });
  return { ...step, requests: [back.request, ...(step.requests ?? [])] };
}

/** These buttons work in every state. */
const states: StatesOf<"reply", Data> = {
  begin: { leadsTo: ["track.looking"], enter: begin },
  done: { leadsTo: ["menu.choose"], enter: done },
  other: { leadsTo: ["menu.choose"], enter: other },
  move: { leadsTo: ["menu.choose"], enter: move },
};

export const reply = defineFlow("reply", ReplyData, states);
