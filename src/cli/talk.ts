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
import { isStoreWorked } from "../store/look-at-store.ts";
import { AppError } from "../vocabulary/errors.ts";
import type { OutboundMessage } from "../vocabulary/message.ts";
import { readArgumentOrLines } from "./line-streams.ts";
import { requireDistrict } from "./open.ts";
import { asLine } from "./print.ts";
import { quiet } from "./quiet-log.ts";

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

/** Another process on the same database server could take this terminal's messages. */
const STORE_IN_MEMORY = { storeUrl: "sqlite::memory:", redisUrl: undefined };

const BUSY =
  "another process works on this folder, and nothing was written: stop it, or talk in another folder: DATA_DIR=/tmp/talk npx --no sapa talk";

/** A demonstration may use the same folder at the same time. */
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

export function command(): Command {
  return new Command()
    .description("hold a conversation in this terminal")
    .option("--district <district>", "whose citizen you are; else the only one that is served, or lamongan")
    .option("--language <language>", "a language of `locales/`", "id")
    .action(async ({ district, language }: { district?: string; language: string }) => {
      const environment = readEnvironment();
      const demo = environment.SEAL_KEYS === undefined;
      const config = loadConfig(demo ? trial(environment) : environment, { demo: true });
      const isWorked = isStoreWorked(config.storeUrl);
      if (isWorked) throw new AppError("SETTINGS_INVALID", BUSY);
      const apart = isWorked === undefined;
      const runtime = await openRuntime(
        { ...config, channels: [], ...(apart ? STORE_IN_MEMORY : {}) },
        { log: quiet, alone: true },
      );
      try {
        const [only, ...others] = runtime.districts.keys();
        const { id } = requireDistrict(runtime, district ?? (others.length === 0 && only ? only : "lamongan"));
        if (apart) await loadSample(runtime, requireDistrict(runtime, id));
        await converse(runtime, id, language);
      } finally {
        await runtime.close();
      }
    });
}

async function converse({ store, stages }: Runtime, district: string, language: string): Promise<void> {
  const contact = { channel: "terminal", account: district, address: `${process.pid}-${Date.now()}` };
  const channel: Channel = {
    name: contact.channel,
    account: contact.account,
    district,
    limits: LIMITS,
    limitsItself: true,
    async send(message) {
      process.stdout.write(`\n${shown(message)}\n\n`);
    },
  };
  const talking = openTalking(stages, new Map([[channelKey(contact), channel]]));
  process.stdout.write(PROMPT);
  let order = 0;
  for await (const text of untilStopped(readArgumentOrLines("-"))) {
    order += 1;
    const message = {
      id: `${contact.address}-${order}`,
      contact,
      order,
      sentAt: Date.now(),
      content: { type: "text" as const, text },
      language,
    };
    const [recorded] = await store.recordInbound([message]);
    if (recorded) await talking(recorded.conversation);
    process.stdout.write(PROMPT);
  }
}

async function* untilStopped(lines: AsyncGenerator<string>): AsyncGenerator<string> {
  const stopped = new Promise<undefined>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve(undefined));
  });
  for (;;) {
    const next = await Promise.race([lines.next(), stopped]);
    if (next === undefined || next.done) break;
    yield next.value;
  }
  process.stdin.destroy();
}

function openTalking(
  stages: Runtime["stages"],
  channels: Answering["channels"],
): (conversation: string) => Promise<void> {
  let later: number | undefined;
  const { queue } = stages.answering;
  const answering: Answering = {
    ...stages.answering,
    channels,
    delivering: { isInThisProcess: () => false, take: () => undefined },
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
