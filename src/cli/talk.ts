import { Command } from "commander";
import { channelKey } from "../channels/accounts.ts";
import type { Channel, Limits } from "../channels/channel.ts";
import { type Environment, loadConfig, readEnvironment } from "../config.ts";
import { demoEnvironment } from "../demo/keys.ts";
import { loadSample } from "../demo/load.ts";
import { answerChat } from "../messaging/answer.ts";
import type { Answering } from "../messaging/answering.ts";
import { deliverReplies } from "../messaging/deliver.ts";
import { openRuntime, type Runtime } from "../runtime.ts";
import type { OutboundMessage } from "../vocabulary/message.ts";
import { quiet } from "./demo.ts";
import { itemsOf } from "./items.ts";
import { requireDistrict } from "./open.ts";
import { asLine } from "./print.ts";

const LIMITS: Limits = {
  text: 100_000,
  textWithChoices: 100_000,
  choices: 10,
  choiceTitle: 80,
  choiceDescription: 120,
  rate: 0,
  chatRate: 0,
  burst: 1,
};

const PROMPT = "> ";

/** The made-up register in this process alone: a demonstration may be running in the same folder. */
function trial(environment: Environment): Environment {
  const made = demoEnvironment(environment);
  return made.STORE_URL ? made : { ...made, STORE_URL: "sqlite::memory:" };
}

const shown = ({ text, choices }: OutboundMessage): string =>
  [
    text,
    ...choices.map(
      ({ title, description }, index) => `  ${index + 1}. ${title}${description ? ` (${description})` : ""}`,
    ),
  ]
    .flatMap((text) => text.split("\n"))
    .map(asLine)
    .join("\n");

/** `npm run talk`: the real engine with the demonstration's register; numbers or titles choose. */
export function command(): Command {
  return new Command()
    .description("hold a conversation in this terminal")
    .option("--district <district>", "whose citizen you are", "lamongan")
    .option("--language <language>", "id or en", "id")
    .action(async ({ district, language }: { district: string; language: string }) => {
      const environment = readEnvironment();
      const demo = environment.SEAL_KEYS === undefined;
      const config = loadConfig(demo ? trial(environment) : environment, { demo: true });
      const runtime = await openRuntime({ ...config, channels: [] }, { log: quiet });
      const { id } = requireDistrict(runtime, district);
      if (demo) await loadSample(runtime, requireDistrict(runtime, id));
      await converse(runtime, id, language);
      await runtime.close();
    });
}

async function converse({ store, stages }: Runtime, district: string, language: string): Promise<void> {
  const contact = { channel: "terminal", account: district, address: `${process.pid}-${Date.now()}` };
  let sent = 0;
  const channel: Channel = {
    name: contact.channel,
    account: contact.account,
    district,
    limits: LIMITS,
    limitsItself: true,
    async send(message) {
      sent += 1;
      process.stdout.write(`\n${shown(message)}\n\n`);
    },
  };
  const talking = byHand(stages, new Map([[channelKey(contact), channel]]));
  process.stdout.write(PROMPT);
  let order = 0;
  for await (const text of itemsOf("-")) {
    order += 1;
    const message = {
      id: `${contact.address}-${order}`,
      contact,
      order,
      sentAt: Date.now(),
      content: { type: "text" as const, text },
      language,
    };
    const before = sent;
    const [recorded] = await store.recordInbound([message]);
    if (recorded) await talking(recorded.conversation);
    if (sent === before) process.stderr.write(`${BUSY}\n`);
    process.stdout.write(PROMPT);
  }
}

const BUSY = "nothing was answered: another process works on this folder; stop it, or name another in DATA_DIR";

/** A conversation's turns and sends, one after the other, until nothing is left for later. */
function byHand(stages: Runtime["stages"], channels: Answering["channels"]): (conversation: string) => Promise<void> {
  let later: number | undefined;
  const { queue } = stages.answering;
  const answering: Answering = {
    ...stages.answering,
    channels,
    delivering: { isHere: () => false, take: () => undefined },
    queue: {
      ...queue,
      async wake(name, job, options) {
        if (name === "inbound") later = options?.delay ?? 0;
        else await queue.wake(name, job, options);
      },
    },
  };
  const delivering = { ...stages.delivering, channels };
  return async (conversation) => {
    for (later = 0; later !== undefined; ) {
      await new Promise((resolve) => setTimeout(resolve, later));
      later = undefined;
      await answerChat(answering, conversation);
      await deliverReplies(delivering, conversation);
    }
  };
}
