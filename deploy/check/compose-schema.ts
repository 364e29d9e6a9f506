import { z } from "zod";

/** The part of Compose's schema that our file uses. What is not in it is refused: a misspelt limit limits nothing. */
const Size = z.union([z.string().regex(/^\d+[kmg]$/), z.int().positive()]);
const Duration = z.string().regex(/^(\d+(ms|s|m|h))+$/);
const Scalar = z.union([z.string(), z.number(), z.boolean()]);
const Words = z.union([z.string(), z.array(z.string())]);

const Health = z.strictObject({
  test: z.tuple([z.enum(["CMD", "CMD-SHELL"])], z.string()),
  interval: Duration,
  timeout: Duration,
  start_period: Duration.optional(),
  retries: z.int().positive(),
});

const Service = z
  .strictObject({
    image: z.string(),
    build: z.strictObject({ context: z.string(), target: z.string() }).optional(),
    profiles: z.array(z.string()).optional(),
    hostname: z.string().optional(),
    user: z.string().optional(),
    entrypoint: Words.optional(),
    command: Words.optional(),
    env_file: z.string().optional(),
    environment: z.record(z.string(), Scalar).optional(),
    secrets: z.array(z.string()).optional(),
    networks: z.array(z.string()).min(1),
    ports: z.array(z.string().regex(/^(\d+\.\d+\.\d+\.\d+:)?\d+(-\d+)?:\d+(\/udp)?$/)).optional(),
    volumes: z.array(z.string().regex(/^[^:]+:\/[^:]+(:ro)?$/)).optional(),
    tmpfs: z.array(z.string()),
    read_only: z.boolean(),
    cap_drop: z.array(z.string()),
    cap_add: z.array(z.string()).optional(),
    security_opt: z.array(z.string()),
    init: z.boolean().optional(),
    restart: z.enum(["no", "always", "on-failure", "unless-stopped"]),
    stop_grace_period: Duration.optional(),
    logging: z.strictObject({ driver: z.string(), options: z.record(z.string(), z.string()) }),
    mem_limit: Size,
    shm_size: Size.optional(),
    cpus: z.number().positive(),
    pids_limit: z.int().positive(),
    healthcheck: Health.optional(),
    depends_on: z
      .record(z.string(), z.strictObject({ condition: z.enum(["service_started", "service_healthy"]) }))
      .optional(),
  })
  .readonly();

const Network = z
  .strictObject({
    internal: z.boolean().optional(),
    ipam: z.strictObject({ config: z.array(z.strictObject({ subnet: z.string() })) }).optional(),
  })
  .nullable();

export const Compose = z.object({
  name: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/),
  services: z.record(z.string(), Service),
  networks: z.record(z.string(), Network),
  volumes: z.record(z.string(), z.null()),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
});
export type Compose = z.infer<typeof Compose>;
export type ComposeService = Compose["services"][string];

/** Keys at the top: ours, and fragments that are only quoted. */
export const isTopKey = (key: string): boolean => key.startsWith("x-") || Object.hasOwn(Compose.shape, key);
