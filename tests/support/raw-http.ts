import { connect } from "node:net";

export type RawCall = {
  answer(): string;
  /** `undefined` if the server closed the connection without an answer. */
  status: Promise<number | undefined>;
  write(bytes: string | Buffer): void;
  close(): void;
};

/** A client library could not send a head alone or a body in pieces. */
export function rawCall(url: string, head: readonly string[], body: string | Buffer = ""): RawCall {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let answer = "";
  const status = new Promise<number | undefined>((resolve) => {
    const told = () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? Number.NaN) || undefined);
    socket.on("data", (bytes) => {
      answer += bytes.toString("latin1");
      if (answer.includes("\r\n\r\n")) told();
    });
    socket.on("close", told);
    socket.on("error", told);
  });
  socket.write(`${[...head, "Host: localhost"].join("\r\n")}\r\n\r\n`);
  if (body.length > 0) socket.write(body);
  return {
    answer: () => answer,
    status,
    write: (bytes) => void socket.write(bytes),
    close: () => socket.destroy(),
  };
}
