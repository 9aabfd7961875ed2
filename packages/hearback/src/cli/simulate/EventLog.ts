/** What happened in one replication, for process miners: work with its start and end, and every event of the cases. */
import { prepare, type Subject } from "@hearback/simulation"

export interface LogEvent {
  readonly case: string
  readonly activity: string
  /** As process miners call it: work that is interrupted is suspended and resumed. */
  readonly transition: "start" | "suspend" | "resume" | "complete"
  readonly at: number
  readonly resource: string
}

/** Returns the events of the first replication in the order of their instants. */
export const eventLogOf = (subject: Subject, countedFrom: number): readonly LogEvent[] => {
  const events: LogEvent[] = []
  const begun = new Set<unknown>()
  prepare(subject).run(0, countedFrom, {
    event: ({ id }, event) => {
      const by = "by" in event && typeof event.by === "string" ? event.by : ""
      events.push({ case: id, activity: event.event, transition: "complete", at: event.at, resource: by })
    },
    worked: (task, worker, { from, to, isDone }) => {
      const activity = `work ${task.work.gate ?? task.work.as}`
      const one = { case: task.live.id, activity, resource: worker.id }
      events.push({ ...one, transition: begun.has(task) ? "resume" : "start", at: from })
      events.push({ ...one, transition: isDone ? "complete" : "suspend", at: to })
      begun.add(task)
    }
  })
  return events.sort((a, b) => a.at - b.at)
}

const timeOf = (at: number): string => new Date(at).toISOString()

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

export const csvOf = (events: readonly LogEvent[]): string =>
  [
    "case,activity,transition,timestamp,resource",
    ...events.map((one) =>
      [one.case, one.activity, one.transition, timeOf(one.at), one.resource].map(quoted).join(",")
    ),
    ""
  ].join("\n")

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")

const extensions = [
  ["Concept", "concept"],
  ["Time", "time"],
  ["Organizational", "org"],
  ["Lifecycle", "lifecycle"],
  ["Identity", "identity"]
] as const

const text = (key: string, value: string): string => `<string key="${key}" value="${escaped(value)}"/>`

/** Source: IEEE 1849-2016, whose schema has no namespace. */
export const xesOf = (events: readonly LogEvent[]): string => {
  const cases = new Map<string, LogEvent[]>()
  for (const event of events) {
    const trace = cases.get(event.case) ?? []
    trace.push(event)
    cases.set(event.case, trace)
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<log xes.version="1.0">',
    ...extensions.map(
      ([name, prefix]) =>
        `  <extension name="${name}" prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>`
    ),
    `  <global scope="trace">${text("concept:name", "none")}</global>`,
    `  <global scope="event">${text("concept:name", "none")}<date key="time:timestamp" value="1970-01-01T00:00:00.000Z"/>${text("lifecycle:transition", "complete")}</global>`,
    '  <classifier name="Activity" keys="concept:name"/>',
    ...[...cases].flatMap(([id, trace]) => [
      "  <trace>",
      `    ${text("concept:name", id)}`,
      ...trace.map(
        ({ activity, transition, at, resource }) =>
          `    <event>${text("concept:name", activity)}<date key="time:timestamp" value="${timeOf(at)}"/>${text("lifecycle:transition", transition)}${resource === "" ? "" : text("org:resource", resource)}</event>`
      ),
      "  </trace>"
    ]),
    "</log>",
    ""
  ].join("\n")
}
