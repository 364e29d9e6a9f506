import type { Handed } from "./schema.ts";

type Message = {
  id: { _serialized: string };
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

/** A message of the library, cut to what is handed on. */
export function handedOf(message: unknown): Handed {
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
    ...(isForwarded ? { forwarded: true } : {}),
    ...(hasMedia ? { hasMedia } : {}),
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
