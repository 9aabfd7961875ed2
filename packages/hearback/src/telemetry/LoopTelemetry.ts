/** The observers of a loop, and how gauges are read from its health. */
import type { Health } from "../loop/Health.ts"
import { gauges } from "./Gauges.ts"
import { type OpenTelemetryApi, openTelemetry } from "./OpenTelemetry.ts"
import { type Readings, several, type Watcher } from "./Watcher.ts"

/** The module `@opentelemetry/api`, or `prometheus()` of `hearback/http`; or a list of them. */
export type TelemetryOption = OpenTelemetryApi | Watcher | readonly (OpenTelemetryApi | Watcher)[]

/** Returns the observer of a loop's work. */
export const watcherOf = (given: TelemetryOption | undefined): Watcher | undefined => {
  if (given === undefined) return undefined
  const all = (Array.isArray(given) ? given : [given]) as readonly (OpenTelemetryApi | Watcher)[]
  return several(all.map((each) => ("during" in each ? each : openTelemetry(each))))
}

/** How long one reading is used for all gauges, because they are requested one after another.  Units: ms. */
const servesMs = 1_000

/** Returns a function that reads all gauges at once. Gauges that cannot be read have no values. */
export const readingsOf = (
  tenant: string,
  health: () => Promise<Health>,
  now: () => number
): (() => Promise<Readings>) => {
  let last: { readonly at: number; readonly readings: Promise<Readings> } | undefined
  const read = async (): Promise<Readings> => {
    try {
      const found = await health()
      const at = now()
      const values = gauges.flatMap((gauge) => {
        const value = gauge.of(found, at)
        return value === undefined ? [] : [[gauge, value] as const]
      })
      return { tenant, values }
    } catch {
      return { tenant, values: [] }
    }
  }
  return () => {
    const at = performance.now()
    if (last === undefined || at - last.at > servesMs) last = { at, readings: read() }
    return last.readings
  }
}
