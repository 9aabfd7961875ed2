/** What an observer of a loop is told: spans and metrics of each piece of work, and nothing about a person. */
import { createServer } from "node:http"
import { type AddressInfo, connect } from "node:net"
import { join } from "node:path"
import type { Channel, Outgoing } from "@hearback/engine"
import * as api from "@opentelemetry/api"
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks"
import { W3CTraceContextPropagator } from "@opentelemetry/core"
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader
} from "@opentelemetry/sdk-metrics"
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace"
import { Hearback, type Loop, memory, type OpenOptions } from "hearback"
import { probeListener, probes, prometheus } from "hearback/http"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest"

const example = join(import.meta.dirname, "../../../examples/first")
const policy = join(example, "first.policy.yaml")
const people = join(example, "people.yaml")
const words = {
  channel: "email",
  customer: { id: "C-17", name: "Wilhelmina", address: "wilhelmina@example.com" },
  verbatim: "Third time my invoice is wrong, 13800138000. Unacceptable."
}
/** Words that no observer may read. */
const personal = /wilhelmina|13800138000|C-17|invoice|Unacceptable|sorry for it/i

const opened: Loop[] = []
const open = async (more: Partial<OpenOptions> = {}): Promise<Loop> => {
  const loop = await Hearback.open({ policy, people, store: memory(), ...more })
  opened.push(loop)
  return loop
}
afterEach(async () => {
  for (const loop of opened.splice(0)) await loop.close()
})

const recording = () => {
  const sent: Outgoing[] = []
  const channel: Channel = {
    name: "recorder",
    audiences: ["customer", "staff"],
    needsAddress: false,
    send: async (message) => {
      sent.push(message)
      return { delivery: "sent" }
    }
  }
  return { sent, channel }
}

describe("OpenTelemetry", () => {
  const spans = new InMemorySpanExporter()
  const metrics = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
  const reader = new PeriodicExportingMetricReader({ exporter: metrics, exportIntervalMillis: 3_600_000 })
  beforeAll(() => {
    api.context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
    api.propagation.setGlobalPropagator(new W3CTraceContextPropagator())
    api.trace.setGlobalTracerProvider(
      new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: spans })] })
    )
    api.metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }))
  })
  afterAll(() => {
    for (const part of [api.context, api.propagation, api.trace, api.metrics]) part.disable()
  })
  beforeEach(() => spans.reset())

  const finished = (name: string) => spans.getFinishedSpans().filter((span) => span.name === name)
  const hearbacks = () => spans.getFinishedSpans().filter(({ name }) => name.startsWith("hearback "))
  const measurements = async () => {
    metrics.reset()
    await reader.forceFlush()
    return metrics.getMetrics().flatMap((all) => all.scopeMetrics.flatMap((scope) => scope.metrics))
  }

  it("has a span of each command with its result, below the host's span, with calls of adapters below it", async () => {
    const loop = await open({ telemetry: api })
    const { case: id } = await loop.submit(words)
    spans.reset()
    const host = api.trace.getTracer("host").startSpan("POST /refund")
    await api.context.with(api.trace.setSpan(api.context.active(), host), () =>
      loop.for({ actor: { id: "agent-7" } }).execute(id, { do: "approve", approval: "none" })
    )
    host.end()
    const [span] = finished("hearback command approve")
    expect(span?.parentSpanContext?.spanId).toBe(host.spanContext().spanId)
    expect(span?.attributes).toMatchObject({
      "hearback.tenant": "default",
      "hearback.command": "approve",
      "hearback.outcome": "refused",
      "hearback.refusal": expect.stringMatching(/^[a-z]+\/[a-z-]+$/),
      "hearback.case": id,
      "hearback.policy": expect.stringMatching(/^[0-9a-f]{64}$/)
    })
    const below = hearbacks().filter((each) => each.parentSpanContext?.spanId === span?.spanContext().spanId)
    expect(below.map(({ name }) => name)).toContain("hearback call load")
  })

  it("continues in the delivery, however much later, and a channel is told of the trace", async () => {
    const { sent, channel } = recording()
    const loop = await open({ telemetry: api, channels: [channel] })
    const host = api.trace.getTracer("host").startSpan("POST /feedback")
    await api.context.with(api.trace.setSpan(api.context.active(), host), () => loop.submit(words))
    host.end()
    await loop.tick()
    const mine = sent.find(({ to }) => to.id === "C-17")
    expect(mine?.trace).toContain(host.spanContext().traceId)
    const deliveries = finished("hearback delivery recorder")
    expect(deliveries.map((span) => span.spanContext().traceId)).toContain(host.spanContext().traceId)
    expect(deliveries.map(({ attributes }) => attributes["hearback.outcome"])).toContain("sent")
    expect(finished("hearback tick")[0]?.attributes).toMatchObject({ "hearback.sent": sent.length })
  })

  it("measures work, counts arrivals and promises, and reads gauges from the health", async () => {
    const at = { now: Date.parse("2026-11-23T02:00:00Z") }
    const { channel } = recording()
    const loop = await open({ telemetry: api, channels: [channel], clock: { now: () => at.now } })
    await loop.submit(words)
    await loop.submit({ channel: "email", verbatim: "" })
    at.now += 40 * 86_400_000
    await loop.tick()
    const found = await measurements()
    const points = (name: string) => found.find(({ descriptor }) => descriptor.name === name)?.dataPoints ?? []
    const of = (name: string, attributes: object) =>
      points(name).filter(({ attributes: has }) => expect.objectContaining(attributes).asymmetricMatch(has))
    expect(of("hearback.arrivals", { "hearback.channel": "email", "hearback.outcome": "opened" })).not.toEqual([])
    expect(of("hearback.arrivals", { "hearback.outcome": "quarantined" })).not.toEqual([])
    expect(of("hearback.promises", { "hearback.kept": false })).not.toEqual([])
    expect(
      of("hearback.command.duration", { "hearback.command": "delivered", "hearback.outcome": "done" })
    ).not.toEqual([])
    expect(of("hearback.intake.quarantined", { "hearback.tenant": "default" })[0]?.value).toBe(1)
    // Values that would make a metric for each case are only in spans.
    expect(JSON.stringify(found)).not.toContain("hearback.case")
  })

  it("is told nothing personal, for any failure", async () => {
    const channel: Channel = {
      ...recording().channel,
      send: async ({ text, to }) => {
        throw new Error(`cannot send ${text} to ${to.name} at ${to.address}`)
      }
    }
    const failing = {
      person: async () => Promise.reject(new Error("sorry for it")),
      withRole: async () => [],
      absence: async () => undefined
    }
    const loop = await open({ telemetry: api, channels: [channel], people: failing })
    const { case: id } = await loop.submit(words)
    await loop.for({ actor: { customer: "C-17" } }).execute(id, { do: "write", text: "sorry for it" } as never)
    await loop
      .for({ actor: { id: "agent-7" } })
      .execute(id, { do: "note", text: "x" })
      .catch(() => {})
    await loop.submit({ channel: "wilhelmina", verbatim: "sorry for it" })
    await loop.tick()
    const told = hearbacks().map(({ name, attributes, status, events }) => ({ name, attributes, status, events }))
    expect(told.filter(({ status }) => status.code === api.SpanStatusCode.ERROR)).not.toEqual([])
    expect(JSON.stringify(told)).not.toMatch(personal)
    expect(JSON.stringify(await measurements())).not.toMatch(personal)
  })

  it("is not asked for gauges after the loop is closed", async () => {
    const store = memory()
    const loop = await open({ telemetry: api, store, tenant: "gone" })
    await loop.close()
    const found = await measurements()
    const tenants = found
      .filter(({ descriptor }) => descriptor.name === "hearback.outbox.waiting")
      .flatMap(({ dataPoints }) => dataPoints.map(({ attributes }) => attributes["hearback.tenant"]))
    expect(tenants).not.toContain("gone")
  })
})

describe("/livez, /readyz and /metrics", () => {
  const answered = async (
    loop: Pick<Loop, "health">,
    path: string,
    more: Parameters<typeof probes>[1] = {},
    init = {}
  ) => {
    const answer = await probes(loop, more)(new Request(`http://localhost${path}`, init))
    return answer === undefined ? undefined : { status: answer.status, text: await answer.text() }
  }

  it("report that a process lives and is ready, and what prevents that", async () => {
    const loop = await open()
    expect(await answered(loop, "/livez")).toMatchObject({ status: 200 })
    expect(await answered(loop, "/readyz")).toEqual({ status: 200, text: '{"ready":true,"problems":[]}' })
    expect(await answered(loop, "/other")).toBeUndefined()
    expect(await answered(loop, "/readyz", {}, { method: "POST" })).toMatchObject({ status: 405 })
    const down = { health: () => Promise.reject(new Error("C-17")) }
    expect(await answered(down, "/livez")).toMatchObject({ status: 200 })
    expect(await answered(down, "/readyz")).toEqual({
      status: 503,
      text: '{"ready":false,"problems":["store/unavailable"]}'
    })
  })

  it("report that no process ticks, which makes a worker not ready but no others", async () => {
    const at = { now: Date.parse("2026-11-23T02:00:00Z") }
    const loop = await open({ clock: { now: () => at.now }, channels: [recording().channel] })
    await loop.submit(words)
    at.now += 4 * 60_000
    expect((await loop.health()).problems).toEqual([])
    at.now += 2 * 60_000
    expect((await loop.health()).problems).toEqual(["time/not-told"])
    expect(await answered(loop, "/readyz")).toMatchObject({
      status: 200,
      text: expect.stringContaining("time/not-told")
    })
    expect(await answered(loop, "/readyz", { notReadyFor: ["time/not-told"] })).toMatchObject({ status: 503 })
    await loop.tick()
    expect((await loop.health()).problems).toEqual([])
  })

  it("return metrics in the format of Prometheus", async () => {
    const metrics = prometheus()
    const loop = await open({ telemetry: metrics, tenant: 'a"b\\c' })
    const { case: id } = await loop.submit(words)
    await loop.for({ actor: { id: "agent-7" } }).execute(id, { do: "note", text: "sorry for it" })
    const { status, text } = (await answered(loop, "/metrics", { metrics })) ?? { status: 0, text: "" }
    expect(status).toBe(200)
    for (const line of text.trimEnd().split("\n"))
      expect(line).toMatch(
        /^(?:# (?:HELP|TYPE) [a-z_]+ \S.*|[a-z_]+(?:\{(?:[a-z]+="(?:[^"\\]|\\.)*",?)+\})? [\d.e+-]+)$/
      )
    expect(text).toContain(
      'hearback_command_duration_seconds_count{tenant="a\\"b\\\\c",command="note",outcome="done"} 1'
    )
    expect(text).toContain('hearback_arrivals_total{tenant="a\\"b\\\\c",channel="email",outcome="opened"} 1')
    expect(text).toContain('hearback_outbox_waiting{tenant="a\\"b\\\\c"}')
    expect(text).not.toMatch(personal)
    const buckets = [...text.matchAll(/hearback_command_duration_seconds_bucket\{.*le="([^"]+)"\} (\d+)/g)]
    const counts = buckets.map(([, , count]) => Number(count))
    expect(counts.toSorted((one, other) => one - other)).toEqual(counts)
    await loop.close()
    expect(await metrics.render()).not.toContain("hearback_outbox_waiting{")
    expect(await answered(loop, "/metrics")).toBeUndefined()
  })

  it("are answered by a server of Node, which no request ends", async () => {
    const server = createServer(probeListener(probes(await open())))
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const { port } = server.address() as AddressInfo
    const raw = (request: string): Promise<string> =>
      new Promise((resolve, reject) => {
        let text = ""
        const socket = connect(port, "127.0.0.1", () =>
          socket.end(`${request} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
        )
        socket
          .on("data", (data) => (text += String(data)))
          .on("end", () => resolve(text.slice(9, 12)))
          .on("error", reject)
      })
    try {
      expect(await raw("GET /livez")).toBe("200")
      expect(await raw("HEAD /readyz")).toBe("200")
      expect(await raw("GET //")).toBe("404")
      expect(await raw("TRACE /livez")).toBe("404")
      expect(await raw("GET /__proto__")).toBe("404")
      expect(await raw("GET /readyz")).toBe("200")
    } finally {
      await new Promise((resolve) => server.close(resolve))
    }
  })
})

describe("a loop that works by itself", () => {
  const until = async (isSo: () => boolean): Promise<void> => {
    for (let tries = 0; tries < 400 && !isSo(); tries++) await new Promise((resolve) => setTimeout(resolve, 10))
    expect(isSo()).toBe(true)
  }

  it("sends committed messages without a call of `tick`", async () => {
    const { sent, channel } = recording()
    const loop = await open({ run: "worker", channels: [channel] })
    await loop.submit(words)
    await until(() => sent.some(({ to }) => to.id === "C-17"))
    await loop.close()
    await loop.close()
  })

  it("keeps no memory of its pauses, however long it works", async () => {
    const listening = vi.spyOn(AbortSignal.prototype, "addEventListener")
    const leaving = vi.spyOn(AbortSignal.prototype, "removeEventListener")
    const work = (await open()).work({ everyMs: 1 })
    await until(() => listening.mock.calls.length > 6)
    await work.stop()
    expect(listening.mock.calls.length - leaving.mock.calls.length).toBeLessThan(5)
    vi.restoreAllMocks()
  })

  it("continues after a tick that failed, which is reported, and ends when it is stopped", async () => {
    const { sent, channel } = recording()
    const store = memory()
    let isDown = true
    const events = {
      ...store.events,
      claim: ((...given: Parameters<typeof store.events.claim>) =>
        isDown ? Promise.reject(new Error("down")) : store.events.claim(...given)) as typeof store.events.claim
    }
    const warned: string[] = []
    const logger = { info: () => {}, error: () => {}, warn: (message: string) => void warned.push(message) }
    const loop = await open({ store: { ...store, events }, channels: [channel], logger })
    await loop.submit(words)
    const work = loop.work({ everyMs: 20 })
    await until(() => warned.length > 0)
    isDown = false
    await until(() => sent.length > 0)
    await work.stop()
    const before = sent.length
    await loop.submit({ ...words, verbatim: "It never arrived" })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(sent).toHaveLength(before)
    expect(() => loop.work({ everyMs: 0 })).toThrow(expect.objectContaining({ code: "call/invalid" }))
  })
})
