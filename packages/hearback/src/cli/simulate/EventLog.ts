/** What happened in one replication, for process miners: work with its start and end, and every event of the cases. */
import type { Case, Fact } from "@hearback/core"
import { prepare, type Subject } from "@hearback/simulation"

export interface LogEvent {
  readonly case: string
  /** With a gate, where it is about one: `gate-passed agreed`. */
  readonly activity: string
  /** As process miners call it: work that is interrupted is suspended and resumed. */
  readonly transition: "start" | "suspend" | "resume" | "complete"
  readonly at: number
  readonly resource: string
  /** What was known of a case when it was opened, told with its first event alone. */
  readonly known?: Known
}

/** By column. */
type Known = Readonly<Record<string, string>>

/** Returns the events of the first replication in the order of their instants. */
export const eventLogOf = (subject: Subject, countedFrom: number): readonly LogEvent[] => {
  const events: LogEvent[] = []
  const begun = new Set<unknown>()
  prepare(subject).run(0, countedFrom, {
    event: ({ id, state }, event) => {
      const by = "by" in event && typeof event.by === "string" ? event.by : ""
      const activity = "gate" in event && typeof event.gate === "string" ? `${event.event} ${event.gate}` : event.event
      const known = event.event === "case-opened" ? { known: knownOf(event, state) } : {}
      events.push({ case: id, activity, transition: "complete", at: event.at, resource: by, ...known })
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

const knownOf = (
  { receipt, facts, contacts }: Case.EventNamed<"case-opened">,
  { feedback: { understanding } }: Case.Case
): Known => {
  const known = {
    channel: receipt.channel,
    customer: receipt.customer,
    kind: understanding?.kind,
    category: understanding?.category,
    verbatim: receipt.verbatim,
    contacts: contacts.contacts,
    ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [`fact ${name}`, plain(value)]))
  }
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  )
}

const plain = (value: Fact.FactValue): string => (typeof value === "boolean" ? (value ? "yes" : "no") : String(value))

const timeOf = (at: number): string => new Date(at).toISOString()

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

export const csvOf = (events: readonly LogEvent[]): string => {
  const more = [...new Set(events.flatMap(({ known = {} }) => Object.keys(known)))]
  const row = (
    { case: id, activity, transition, at, resource, known = {} }: LogEvent,
    order: number
  ): readonly string[] => [
    id,
    activity,
    transition,
    timeOf(at),
    resource,
    String(order + 1),
    ...more.map((name) => known[name] ?? "")
  ]
  const head = ["case", "activity", "transition", "timestamp", "resource", "order", ...more]
  return [head, ...events.map(row), []].map((cells) => cells.map(quoted).join(",")).join("\n")
}

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
      `    ${text("concept:name", id)}${Object.entries(trace.find(({ known }) => known)?.known ?? {})
        .map(([name, value]) => text(name, value))
        .join("")}`,
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
