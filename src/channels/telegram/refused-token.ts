export const REFUSED_TOKEN = {
  says: "Telegram does not take TELEGRAM_BOT_TOKEN",
  next: "copy the bot's token anew from @BotFather",
};
