import { AppError } from "../../vocabulary/errors.ts";
import type { Ticket } from "../ticket.ts";
import type { Desk } from "./desk.ts";
import { auditAct } from "./reveal.ts";

const ENDINGS: Record<string, string> = {
  "image/jpeg": "jpg",
  "application/pdf": "pdf",
  "audio/ogg": "ogg",
  "audio/mpeg": "mp3",
  "audio/mp4": "m4a",
  "audio/x-m4a": "m4a",
  "audio/amr": "amr",
  "audio/aac": "aac",
  "audio/wav": "wav",
  "video/mp4": "mp4",
  "video/3gpp": "3gp",
  "video/webm": "webm",
  "video/quicktime": "mov",
};

/** Rejects with NOT_FOUND if the service has not kept the file. */
export async function readTicketFile(
  desk: Pick<Desk, "store" | "auditKey">,
  ticket: Pick<Ticket, "attachments">,
  id: string,
  actor: string,
): Promise<{ bytes: Buffer; type: string; name: string }> {
  const attachment = ticket.attachments.find((one) => one.id === id);
  const bytes = attachment?.state === "kept" ? await desk.store.file(id) : undefined;
  if (!attachment || !bytes) throw new AppError("NOT_FOUND", "no such file");
  await auditAct(desk, { actor, action: "file", subject: id, reason: "opened" });
  const type = attachment.type ?? "application/octet-stream";
  return { bytes, type, name: `${id}.${ENDINGS[type] ?? "bin"}` };
}
