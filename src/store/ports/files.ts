export type Files = {
  keepFile(id: string, bytes: Buffer): Promise<void>;
  file(id: string): Promise<Buffer | undefined>;
  dropFile(id: string): Promise<void>;
};
