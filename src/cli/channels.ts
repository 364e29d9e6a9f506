import { randomUUID } from "node:crypto";
import { Command } from "commander";
import { many } from "../many.ts";
import { type ChannelStatus, findChannelStatuses } from "../observability/channel-status.ts";
import { AppError, appError } from "../vocabulary/errors.ts";
import { requireDistrict, withRuntime } from "./open.ts";
import { printLine as print } from "./print.ts";
import { timeInWib } from "./times.ts";

/** These commands may run before the service's first start. */
const ASKS_PLATFORMS = { makesStore: true };

export function command(): Command {
  const program = new Command().description("how each channel is");
  program
    .command("status")
    .description(
      "credentials, webhook, quality, templates and the last 24 hours of every account; 1 when something is wrong",
    )
    .option("--json", "one JSON object a line")
    .action(({ json }: { json?: true }) =>
      withRuntime(async (runtime) => {
        const all = await findChannelStatuses(runtime);
        for (const line of all.flatMap((one) => (json ? JSON.stringify(one) : linesOf(one)))) print(line);
        if (all.some(({ ok }) => !ok)) process.exitCode = 1;
      }, ASKS_PLATFORMS),
    );
  program
    .command("test")
    .description("send one message to a chat of yours")
    .requiredOption("--district <district>")
    .requiredOption("--channel <channel>", "telegram or whatsapp")
    .requiredOption("--to <address>", "the chat's number on that platform")
    .action(({ district, channel: name, to }: { district: string; channel: string; to: string }) =>
      withRuntime(async (runtime) => {
        const { id, agency } = requireDistrict(runtime, district);
        const channel = [...runtime.channels.values()].find((one) => one.name === name && one.district === id);
        if (!channel) throw new AppError("BAD_REQUEST", `${name} is not set up for ${id}`);
        const [locale = "id"] = runtime.locales;
        const text = runtime.translate(locale, { key: "common.testMessage", values: { agency: agency.name } });
        const contact = { channel: channel.name, account: channel.account, address: to };
        try {
          await channel.send({ id: randomUUID(), to: contact, text, choices: [], locale });
        } catch (thrown) {
          const { code, details } = appError(thrown);
          throw new AppError(code, `not sent: ${code}${details.platformCode ? ` (${details.platformCode})` : ""}`);
        }
        print("sent");
      }, ASKS_PLATFORMS),
    );
  program
    .command("set-aside")
    .description("give up what waits in chats of an account that is not on any more, as doctor names it")
    .argument("<channel>")
    .argument("<account>")
    .action((channel: string, account: string) =>
      withRuntime(async ({ channels, store }) => {
        if ([...channels.values()].some((one) => one.name === channel && one.account === account))
          throw new AppError("BAD_REQUEST", `${channel} ${account} is on here, and what waits there will be answered`);
        const { inbound, outbound } = await store.giveUpWaitingMessages({ channel, account });
        if (inbound + outbound === 0)
          throw new AppError("NOT_FOUND", `nothing waits in chats of ${channel} ${account}`);
        print(`${many(inbound, "message")} put to the dead letters, ${many(outbound, "reply", "replies")} not sent`);
        if (inbound > 0) print("npx --no sapa dead-letters list names them; retry reads them again, drop erases them");
      }),
    );
  return program;
}

function linesOf({ channel, account, district, ok, checks, activity, failing }: ChannelStatus): string[] {
  const hour = (at: number | undefined) => (at === undefined ? "never" : timeInWib(at));
  return [
    `${ok ? "ok " : "BAD"}  ${channel} ${account} (${district})`,
    ...checks.flatMap((one) => [
      `       ${one.what.padEnd(12)} ${one.unknown ? "?  " : one.ok ? "ok " : "BAD"} ${one.detail}`,
      ...(one.says ? [`${" ".repeat(24)}${one.says}${one.next ? `: ${one.next}` : ""}`] : []),
    ]),
    `       24 hours     received ${activity.received}, sent ${activity.sent}, failing ${(failing * 100).toFixed(1)} %`,
    `       last         received ${hour(activity.lastReceived)}, sent ${hour(activity.lastSent)}`,
  ];
}
