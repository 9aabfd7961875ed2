/** Keeps metrics in memory and writes them in the text format of Prometheus (0.0.4), without further packages. */
import { type Activity, type Attributes, activities, type CounterName, counters } from "@hearback/engine"
import { gauges } from "./Gauges.ts"
import { activitySays, counterSays, errorCode, measured, type Readings, type Watcher } from "./Watcher.ts"

/** Counts the work of the engine and renders it in the text format of Prometheus. */
export interface Prometheus extends Watcher {
  /** Returns all measurements as text. */
  render(): Promise<string>
}

/** Upper bounds of durations, in seconds. */
const bounds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

interface Durations {
  readonly labels: string
  readonly counts: number[]
  sum: number
  count: number
}

/** Makes an empty set of measurements. Several loops may share it. */
export const prometheus = (): Prometheus => {
  const durations = new Map<Activity, Map<string, Durations>>(activities.map((each) => [each, new Map()]))
  const counts = new Map<CounterName, Map<string, number>>(counters.map((each) => [each, new Map()]))
  const readers = new Set<() => Promise<Readings>>()

  const record = (activity: Activity, attributes: Attributes, seconds: number): void => {
    const labels = labelsOf(measured(attributes))
    const series = durations.get(activity) as Map<string, Durations>
    const found = series.get(labels) ?? { labels, counts: bounds.map(() => 0), sum: 0, count: 0 }
    series.set(labels, found)
    for (const [place, bound] of bounds.entries())
      if (seconds <= bound) found.counts[place] = (found.counts[place] ?? 0) + 1
    found.sum += seconds
    found.count += 1
  }

  return {
    during: async (activity, attributes, work) => {
      const began = performance.now()
      const told: Record<string, string | number | boolean> = { ...attributes }
      try {
        return await work({ add: (more) => void Object.assign(told, more) })
      } catch (error) {
        Object.assign(told, { outcome: "failed", refusal: errorCode(error) })
        throw error
      } finally {
        record(activity, told, (performance.now() - began) / 1000)
      }
    },
    count: (counter, attributes) => {
      const labels = labelsOf(measured(attributes))
      const series = counts.get(counter) as Map<string, number>
      series.set(labels, (series.get(labels) ?? 0) + 1)
    },
    trace: () => undefined,
    observe: (read) => {
      readers.add(read)
      return () => void readers.delete(read)
    },
    render: async () => {
      const readings = await Promise.all([...readers].map((read) => read()))
      const lines = [
        ...activities.flatMap((activity) => durationLines(activity, [...(durations.get(activity)?.values() ?? [])])),
        ...counters.flatMap((counter) =>
          series(`hearback_${counter}s_total`, "counter", counterSays[counter], [...(counts.get(counter) ?? [])])
        ),
        ...gauges.flatMap((gauge) => {
          const found = readings.flatMap(({ tenant, values }) =>
            values.flatMap(([each, value]) => (each === gauge ? [[labelsOf({ tenant }), value] as const] : []))
          )
          const unit = gauge.unit === "s" ? "_seconds" : ""
          return series(`hearback_${gauge.name.replaceAll(".", "_")}${unit}`, "gauge", gauge.says, found)
        })
      ]
      return `${lines.join("\n")}\n`
    }
  }
}

const series = (
  name: string,
  type: "counter" | "gauge",
  says: string,
  values: readonly (readonly [labels: string, value: number])[]
): readonly string[] =>
  values.length === 0
    ? []
    : [
        `# HELP ${name} ${says}`,
        `# TYPE ${name} ${type}`,
        ...values.map(([labels, value]) => `${name}${braced(labels)} ${value}`)
      ]

const durationLines = (activity: Activity, all: readonly Durations[]): readonly string[] => {
  const name = `hearback_${activity}_duration_seconds`
  if (all.length === 0) return []
  return [
    `# HELP ${name} ${activitySays[activity]}`,
    `# TYPE ${name} histogram`,
    ...all.flatMap(({ labels, counts, sum, count }) => [
      ...bounds.map((bound, place) => `${name}_bucket${braced(labels, `le="${bound}"`)} ${counts[place]}`),
      `${name}_bucket${braced(labels, 'le="+Inf"')} ${count}`,
      `${name}_sum${braced(labels)} ${sum}`,
      `${name}_count${braced(labels)} ${count}`
    ])
  ]
}

const braced = (...labels: readonly string[]): string => {
  const given = labels.filter((each) => each !== "")
  return given.length === 0 ? "" : `{${given.join(",")}}`
}

const labelsOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(",")

const escaped = (value: string): string => value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll('"', '\\"')
