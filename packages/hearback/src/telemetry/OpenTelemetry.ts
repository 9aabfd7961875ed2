/**
 * Reports work as spans and metrics of OpenTelemetry. The host passes its own API (`@opentelemetry/api`, tested with
 * 1.10), so nothing is installed for it here. Without an SDK of the host, the API ignores everything.
 */
import { type Activity, type Attributes, activities, type CounterName, counters } from "@hearback/engine"
import { gauges } from "./Gauges.ts"
import { activitySays, counterSays, errorCode, measured, type Watcher } from "./Watcher.ts"

interface Described {
  readonly unit?: string
  readonly description: string
}

interface Measure {
  record(value: number, attributes?: Attributes): void
}

interface Tally {
  add(value: number, attributes?: Attributes): void
}

interface Observed {
  observe(value: number, attributes?: Attributes): void
}

interface Observable {
  addCallback(callback: (result: Observed) => Promise<void>): void
  removeCallback(callback: (result: Observed) => Promise<void>): void
}

interface Span {
  setAttributes(attributes: Attributes): unknown
  setStatus(status: { readonly code: number; readonly message?: string }): unknown
  end(): void
}

/**
 * What Hearback uses of the module `@opentelemetry/api`: pass the module itself, `import * as api from
 * "@opentelemetry/api"`.
 */
export interface OpenTelemetryApi {
  readonly trace: { getTracer(name: string): object }
  readonly metrics: { getMeter(name: string): object }
  readonly propagation: object
  readonly context: object
}

/** The parts of the API that are used here; the API's own types demand more of contexts than is needed. */
interface Api {
  readonly trace: {
    getTracer(name: string): {
      startActiveSpan<T>(
        name: string,
        options: { readonly attributes: Attributes },
        context: unknown,
        run: (span: Span) => Promise<T>
      ): Promise<T>
    }
  }
  readonly metrics: {
    getMeter(name: string): {
      createHistogram(name: string, options: Described): Measure
      createCounter(name: string, options: Described): Tally
      createObservableGauge(name: string, options: Described): Observable
    }
  }
  readonly propagation: {
    inject(context: unknown, carrier: Record<string, string>): void
    extract(context: unknown, carrier: Record<string, string>): unknown
  }
  readonly context: { active(): unknown }
}

/** The status of a span whose work threw. */
const failed = 2

/** The prefix of all names. */
const named = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`hearback.${name}`, value]))

const durationsOf = (meter: ReturnType<Api["metrics"]["getMeter"]>): ReadonlyMap<Activity, Measure> =>
  new Map(
    activities.map((activity) => [
      activity,
      meter.createHistogram(`hearback.${activity}.duration`, { unit: "s", description: activitySays[activity] })
    ])
  )

const talliesOf = (meter: ReturnType<Api["metrics"]["getMeter"]>): ReadonlyMap<CounterName, Tally> =>
  new Map(
    counters.map((counter) => [
      counter,
      meter.createCounter(`hearback.${counter}s`, { description: counterSays[counter] })
    ])
  )

/** Makes the observer that reports to OpenTelemetry. */
export const openTelemetry = (given: OpenTelemetryApi): Watcher => {
  const { trace, metrics, propagation, context } = given as unknown as Api
  const tracer = trace.getTracer("hearback")
  const meter = metrics.getMeter("hearback")
  const [durations, tallies] = [durationsOf(meter), talliesOf(meter)]

  return {
    during: (activity, attributes, work, from) => {
      const active = context.active()
      const parent = from === undefined ? active : propagation.extract(active, { traceparent: from })
      const about = attributes["command"] ?? attributes["operation"] ?? attributes["channel"]
      const name = `hearback ${activity}${about === undefined ? "" : ` ${about}`}`
      const began = performance.now()
      return tracer.startActiveSpan(name, { attributes: named(attributes) }, parent, async (span) => {
        const told: Record<string, string | number | boolean> = { ...attributes }
        try {
          return await work({
            add: (more) => {
              Object.assign(told, more)
              span.setAttributes(named(more))
            }
          })
        } catch (error) {
          told["outcome"] = "failed"
          span.setAttributes({ "error.type": errorCode(error) })
          span.setStatus({ code: failed, message: errorCode(error) })
          throw error
        } finally {
          durations.get(activity)?.record((performance.now() - began) / 1000, named(measured(told)))
          span.end()
        }
      })
    },
    count: (counter, attributes) => tallies.get(counter)?.add(1, named(measured(attributes))),
    trace: () => {
      const carrier: Record<string, string> = {}
      propagation.inject(context.active(), carrier)
      return carrier["traceparent"]
    },
    observe: (read) => {
      const stops = gauges.map((gauge) => {
        const { name, unit, says } = gauge
        const observable = meter.createObservableGauge(`hearback.${name}`, { unit, description: says })
        const callback = async (result: Observed): Promise<void> => {
          const { tenant, values } = await read()
          const found = values.find(([each]) => each === gauge)
          if (found !== undefined) result.observe(found[1], named({ tenant }))
        }
        observable.addCallback(callback)
        return () => observable.removeCallback(callback)
      })
      return () => {
        for (const stop of stops) stop()
      }
    }
  }
}
