import type { OutboundMessage } from "../../vocabulary/message.ts";

const BUTTONS = 3;
const BUTTON_TITLE = 20;
const ROW_TITLE = 24;

const LIST_LABEL = "Pilih";

export const recipientOf = (address: string) => (/^\d+$/.test(address) ? { to: address } : { recipient: address });

export function payloadOf(message: OutboundMessage, listLabel = LIST_LABEL): object {
  const { to, id, text, choices } = message;
  const recipient = recipientOf(to.address);
  const base = {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...recipient,
    biz_opaque_callback_data: id,
  };
  if (choices.length === 0) return { ...base, type: "text", text: { body: text, preview_url: false } };
  return { ...base, type: "interactive", interactive: interactiveOf(message, listLabel) };
}

function interactiveOf({ text, choices }: OutboundMessage, listLabel: string): object {
  const titled = withUniqueTitles(choices);
  const asButtons =
    titled.length <= BUTTONS && titled.every(({ title, description }) => title.length <= BUTTON_TITLE && !description);
  if (asButtons) {
    const buttons = titled.map(({ id, title }) => ({ type: "reply", reply: { id, title } }));
    return { type: "button", body: { text }, action: { buttons } };
  }
  const rows = titled.map(({ id, title, description }) => ({ id, title, ...(description ? { description } : {}) }));
  return { type: "list", body: { text }, action: { button: listLabel, sections: [{ rows }] } };
}

/** Meta refuses equal titles, so a repeated title gets a number. */
function withUniqueTitles(choices: OutboundMessage["choices"]): OutboundMessage["choices"] {
  const seen = new Set<string>();
  return choices.map((choice, index) => {
    const title = seen.has(choice.title) ? `${choice.title.slice(0, ROW_TITLE - 3)} ${index + 1}` : choice.title;
    seen.add(title);
    return title === choice.title ? choice : { ...choice, title };
  });
}
