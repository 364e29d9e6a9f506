import { context, propagation, SpanStatusCode, trace } from "@opentelemetry/api";
import { appError } from "../vocabulary/errors.ts";
import type { Trace } from "../vocabulary/message.ts";

export type Tracing = {
  span: Trace;
  on: boolean;
  close(): Promise<void>;
};

/**
 * - `endpoint`: the base URL of an OTLP collector, without `/v1/traces`.
 * - `share`: the share of traces to keep, from 0 to 1.
 */
export type TraceSettings = { endpoint: string; share: number };

export type TracedService = { version: string; instance: string };

const OFF: Tracing = { span: (_name, _attributes, work) => work(), on: false, close: async () => undefined };

/** A failed span contains the error's code, but not its message, which may contain personal data. */
export async function openTracing(
  settings: TraceSettings | undefined,
  { version, instance }: TracedService,
): Promise<Tracing> {
  if (!settings) return OFF;
  const { BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider } = await import(
    "@opentelemetry/sdk-trace"
  );
  const { AsyncLocalStorageContextManager } = await import("@opentelemetry/context-async-hooks");
  const { OTLPTraceExporter } = await import("@opentelemetry/exporter-trace-otlp-http");
  const { resourceFromAttributes } = await import("@opentelemetry/resources");
  const { W3CTraceContextPropagator } = await import("@opentelemetry/core");
  const exporter = new OTLPTraceExporter({ url: `${settings.endpoint.replace(/\/+$/, "")}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      "service.name": "sapa-bansos",
      "service.version": version,
      "service.instance.id": instance,
    }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(settings.share) }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  const tracer = trace.getTracer("sapa-bansos");
  return {
    on: true,
    span: (name, attributes, work) =>
      tracer.startActiveSpan(name, { attributes }, async (span) => {
        try {
          return await work();
        } catch (thrown) {
          span.setStatus({ code: SpanStatusCode.ERROR, message: appError(thrown).code });
          throw thrown;
        } finally {
          span.end();
        }
      }),
    async close() {
      await provider.shutdown();
      trace.disable();
      context.disable();
      propagation.disable();
    },
  };
}
