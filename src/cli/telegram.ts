import { Command } from "commander";
import { setUpTelegram } from "../channels/telegram/setup.ts";
import { suffixOf } from "../config.ts";
import { AppError } from "../vocabulary/errors.ts";
import { withRuntime } from "./open.ts";

const COMMANDS = ["menu", "bahasa", "petugas", "help", "stop"] as const;

export function command(): Command {
  const program = new Command().description("tell Telegram where to deliver");
  program
    .command("setup")
    .requiredOption("--district <district>", "whose bot")
    .action(({ district }: { district: string }) =>
      withRuntime(
        async ({ config, translate, locales }) => {
          const telegram = config.channels.find(({ name }) => name === "telegram");
          const settings = telegram?.districts.find((one) => one.district === district)?.settings;
          if (!settings) throw new AppError("SETTINGS_INVALID", `TELEGRAM_BOT_TOKEN${suffixOf(district)} is not set`);
          const menu = (locale: string) =>
            COMMANDS.map((name) => ({ command: name, description: translate(locale, { key: `telegram.${name}` }) }));
          const [first = "id", ...others] = locales;
          const url = `${config.publicUrl}/webhooks/telegram/${district}`;
          await setUpTelegram(settings as never, url, [
            { language: undefined, commands: menu(first) },
            ...others.map((language) => ({ language, commands: menu(language) })),
          ]);
          process.stdout.write(`telegram delivers to ${url}\n`);
          if (!url.startsWith("https:"))
            process.stdout.write(
              "Telegram itself takes https addresses only: set PUBLIC_URL to one that begins with https://\n",
            );
        },
        { makesStore: true },
      ),
    );
  return program;
}
