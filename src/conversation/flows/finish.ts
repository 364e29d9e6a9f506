import { z } from "zod";
import type { Text } from "../../vocabulary/message.ts";
import { dropDraft } from "../engine/drop-draft.ts";
import { sentBefore } from "../engine/filed-report.ts";
import { type Context, defineFlow, type StatesOf, type Step } from "../engine/flow.ts";
import { draftsAfter } from "../engine/return-to.ts";
import { StateAt } from "../engine/state-names.ts";

const FinishData = z.object({
  back: StateAt.default("menu.choose"),
  kept: z.record(z.string(), z.unknown()).default({}),
});
type Data = z.infer<typeof FinishData>;
type Here = Context<Data>;

const otherDrafts = (context: Here) => ({ drafts: draftsAfter(context.data.back, context) });

function sendDraft(context: Here): Step<Data> {
  const { data, session, flows } = context;
  const there = { ...session, at: data.back, data: data.kept };
  const step = flows.stateAt(data.back).send?.({
    ...context,
    session: there,
    data: flows.flowNamed(data.back).data.parse(data.kept),
  });
  return { ...(step ?? { to: "menu.choose" }), session: { ...step?.session, ...otherDrafts(context) } };
}

function askTexts(context: Here): Text[] {
  const sent = sentBefore(context);
  return sent.length > 0 ? [...sent, { key: "finish.askNew" }] : [{ key: "finish.ask" }];
}

const states: StatesOf<"finish", Data> = {
  ask: {
    prompt: (context) => askTexts(context),
    options: [
      { id: "send", title: { key: "finish.send" }, means: "send", to: "ticket.checking", step: sendDraft },
      {
        id: "go-on",
        title: { key: "finish.goOn" },
        means: "no",
        to: "complaint.what",
        step: (context) => ({ to: context.data.back, data: context.data.kept, session: otherDrafts(context) }),
      },
      {
        id: "drop",
        title: { key: "finish.drop" },
        means: "cancel",
        to: "menu.choose",
        step: (context) => dropDraft(context, { at: context.data.back, data: context.data.kept }),
      },
    ],
    leadsTo: [],
  },
};

/** Takes "selesai" in a draft. */
export const finish = defineFlow("finish", FinishData, states);
