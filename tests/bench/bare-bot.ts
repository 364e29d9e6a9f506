import Fastify from "fastify";
import { Bot, type Context, InlineKeyboard, type SessionFlavor, session, webhookCallback } from "grammy";

/** The baseline is a bare grammY bot on Fastify with sessions in memory. */
type Session = { at: string; said: number };
const bot = new Bot<Context & SessionFlavor<Session>>(process.env.TOKEN ?? "", {
  client: { apiRoot: process.env.API_ROOT ?? "" },
  botInfo: { id: 1000, is_bot: true, first_name: "Bare", username: "bare_bot" } as never,
});
bot.use(session({ initial: (): Session => ({ at: "menu", said: 0 }) }));
const keyboard = InlineKeyboard.from([
  [InlineKeyboard.text("Cek", "1")],
  [InlineKeyboard.text("Lapor", "3")],
  [InlineKeyboard.text("Menu", "menu")],
]);
bot.on("message:text", async (context) => {
  context.session.said += 1;
  context.session.at = context.message.text;
  await context.reply(
    `Apa yang ingin Bapak/Ibu lakukan? Pilih, atau tulis saja pertanyaannya. (${context.session.said})`,
    { reply_markup: keyboard },
  );
});

const app = Fastify({ logger: false });
app.post("/webhook", webhookCallback(bot, "fastify", { secretToken: process.env.SECRET ?? "" }));
await app.listen({ port: Number(process.env.PORT), host: "127.0.0.1" });
process.stdout.write("listening\n");
