import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type Relay = {
  url: string;
  cut(): void;
  pause(): void;
  /** Ends a client's connection before these bytes reach the server. */
  breakOn(bytes: string): void;
  /** Passes these bytes on, but ends the connection before the answer. */
  loseAnswerTo(bytes: string): void;
  resume(): void;
  close(): Promise<void>;
};

export async function openRelay(url: string, standardPort: number): Promise<Relay> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let state: "open" | "cut" | "paused" = "open";
  let broken: string | undefined;
  let unanswered: string | undefined;
  const server = createServer((client) => {
    if (state === "cut") return void client.destroy();
    let isLosing = false;
    const upstream = connect(Number(target.port || standardPort), target.hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on("data", (chunk: Buffer) => {
        const says = (bytes: string | undefined) =>
          from === client && bytes !== undefined && chunk.includes(bytes, 0, "latin1");
        isLosing ||= says(unanswered);
        if (says(broken) || (isLosing && from === upstream)) client.destroy();
        else to.write(chunk);
      });
      from.on("error", () => undefined);
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
      if (state === "paused") from.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const own = new URL(url);
  own.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: own.href,
    cut() {
      state = "cut";
      for (const socket of sockets) socket.destroy();
    },
    pause() {
      state = "paused";
      for (const socket of sockets) socket.pause();
    },
    breakOn(bytes) {
      broken = bytes;
    },
    loseAnswerTo(bytes) {
      unanswered = bytes;
    },
    resume() {
      state = "open";
      broken = undefined;
      unanswered = undefined;
      for (const socket of sockets) socket.resume();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
