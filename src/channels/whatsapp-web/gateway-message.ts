import type { GatewayMessage } from "./schema.ts";

type Message = {
  id: { _serialized: string };
  author?: string;
  mentionedIds?: (string | { _serialized?: string })[];
  _data?: { quotedParticipant?: string | { _serialized?: string } };
  from: string;
  fromMe: boolean;
  isStatus: boolean;
  type: string;
  body?: string;
  timestamp: number;
  isForwarded?: boolean;
  hasMedia?: boolean;
  location?: { latitude: string | number; longitude: string | number; description?: string };
};

const idOf = (one: string | { _serialized?: string } | undefined): string | undefined =>
  typeof one === "string" ? one : one?._serialized;

export function gatewayMessageOf(message: unknown, own: readonly string[] = []): GatewayMessage {
  const { author, mentionedIds, _data } = message as Message;
  const named = Array.isArray(mentionedIds) ? mentionedIds.map(idOf) : [];
  const toUs = [...named, idOf(_data?.quotedParticipant)].some((one) => one !== undefined && own.includes(one));
  const {
    id,
    from,
    fromMe,
    isStatus,
    type,
    body = "",
    timestamp,
    isForwarded,
    hasMedia,
    location,
  } = message as Message;
  return {
    id: id._serialized,
    from,
    fromMe,
    isStatus,
    type,
    body,
    timestamp,
    ...(author ? { author, toUs } : {}),
    ...(isForwarded ? { forwarded: true } : {}),
    hasMedia: hasMedia === true,
    ...(location
      ? {
          location: {
            latitude: Number(location.latitude),
            longitude: Number(location.longitude),
            ...(location.description ? { name: location.description } : {}),
          },
        }
      : {}),
  };
}
