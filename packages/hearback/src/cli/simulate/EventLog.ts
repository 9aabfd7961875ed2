/** The events of one replication for process miners: work with its start and end, and every event of the cases. */
import { Actor, type Case, defined, type Fact } from "@hearback/core"
import { metLate } from "@hearback/policy"
import type { Observer, SimulationSubject } from "@hearback/simulation"
import { watch } from "../../runtime/Replications.ts"

interface LogEvent {
  readonly case: string
  /** The event with its gate or clock of the policy, if it has one: `gate-passed agreed`, `clock-missed agreed`. */
  readonly activity: string
  /** The step of work in the words of process miners: interrupted work is suspended and resumed. */
  readonly transition: "start" | "suspend" | "resume" | "complete"
  readonly at: number
  readonly resource: string
  /** The owner of the case from then on; absent while a part of the system owns it. */
  readonly owner: string
}

/** Values by which process miners select cases: what was known when the case was opened, and its grades. */
type Known = Readonly<Record<string, Fact.FactValue>>

/** The log of one replication. */
export interface EventLog {
  readonly events: readonly LogEvent[]
  readonly cases: ReadonlyMap<string, Known>
}

/** Returns the events of the first replication in order of time. */
export const eventLogOf = async (
  subject: SimulationSubject,
  countedFrom: number,
  signal: AbortSignal
): Promise<EventLog> => {
  const events: LogEvent[] = []
  const begun = new Set<unknown>()
  const cases = new Map<string, { readonly live: LiveCase; readonly known: Known }>()
  const usual = defaultsOf(subject.policy)
  const clocks = new Set(subject.policy.bundle.clocks.map(({ name }) => name))
  await watch(
    subject,
    { replication: 0, countedFrom, signal },
    {
      event: (live, event) => {
        const by = "by" in event && typeof event.by === "string" ? event.by : ""
        const activity = activityOf(event, clocks)
        if (event.event === "case-opened") cases.set(live.id, { live, known: knownOf(live, event, usual) })
        events.push({
          case: live.id,
          activity,
          transition: "complete",
          at: event.at,
          resource: by,
          owner: ownerOf(live)
        })
      },
      worked: (task, worker, { from, to, isDone }) => {
        const activity = `work ${task.work.gate ?? task.work.as}`
        const one = { case: task.live.id, activity, resource: worker.id, owner: ownerOf(task.live) }
        events.push({ ...one, transition: begun.has(task) ? "resume" : "start", at: from })
        events.push({ ...one, transition: isDone ? "complete" : "suspend", at: to })
        begun.add(task)
      }
    }
  )
  return {
    events: events.sort((a, b) => a.at - b.at),
    cases: new Map([...cases].map(([id, { live, known }]) => [id, { ...known, ...gradesOf(live) }]))
  }
}

/**
 * Returns the activity of an event. Only clocks that are promises are named, because their events show how often they
 * are met, also that they were met late.
 */
const activityOf = (event: Case.CaseEvent, clocks: ReadonlySet<string>): string => {
  if ("gate" in event && typeof event.gate === "string") return `${event.event} ${event.gate}`
  if (!("clock" in event) || event.clock === undefined || !clocks.has(event.clock)) return event.event
  return event.event === "clock-met" && !event.inTime ? `${metLate} ${event.clock}` : `${event.event} ${event.clock}`
}

const ownerOf = ({ state }: LiveCase): string => {
  const { owner } = state.ownership
  return Actor.isMachine(owner) ? "" : owner
}

type LiveCase = Parameters<NonNullable<Observer["event"]>>[0]
type Facts = Readonly<Record<string, Fact.FactValue>>

/** Returns the default values of facts. */
const defaultsOf = ({ bundle }: SimulationSubject["policy"]): Facts =>
  Object.fromEntries(
    Object.entries(bundle.facts).flatMap(([name, { kind, default: value }]) =>
      kind === "date" || value === undefined ? [] : [[name, value] as const]
    )
  )

const ofFact = "fact "

const knownOf = (
  { customer, state }: LiveCase,
  { receipt, facts, contacts }: Case.EventNamed<"case-opened">,
  usual: Facts
): Known => {
  const { kind, category } = state.feedback.understanding ?? {}
  const all = Object.entries({ ...usual, ...customer.facts, ...facts })
  return {
    ...defined({
      channel: receipt.channel,
      customer: receipt.customer,
      kind,
      category,
      verbatim: receipt.verbatim,
      contacts: contacts.contacts,
      language: customer.language
    }),
    ...Object.fromEntries(all.map(([name, value]) => [`${ofFact}${name}`, value]))
  }
}

/** Columns of every row, and of the facts of its case. A dimension can have the name of one of them. */
const columns = ["case", "activity", "transition", "timestamp", "resource", "owner", "order"] as const
const ofCase = ["channel", "customer", "kind", "category", "verbatim", "contacts", "language"] as const
const reserved: ReadonlySet<string> = new Set([...columns, ...ofCase])

const gradesOf = ({ state }: LiveCase): Known =>
  Object.fromEntries(
    Object.entries(state.grades).map(([name, { level }]) => [reserved.has(name) ? `grade ${name}` : name, level])
  )

const plain = (value: Fact.FactValue): string => (typeof value === "boolean" ? (value ? "yes" : "no") : String(value))

const timeOf = (at: number): string => new Date(at).toISOString()

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Columns that only the first row of a case has. */
const once: ReadonlySet<string> = new Set(["verbatim", "contacts"])

/** Returns the log as CSV. */
export const csvOf = ({ events, cases }: EventLog): string => {
  const more = [...new Set([...cases.values()].flatMap((known) => Object.keys(known)))]
  const told = new Set<string>()
  const row = ({ case: id, activity, transition, at, resource, owner }: LogEvent, order: number): readonly string[] => {
    const known = cases.get(id) ?? {}
    const isFirst = !told.has(id)
    told.add(id)
    const cells = more.map((name) => (once.has(name) && !isFirst ? "" : plain(known[name] ?? "")))
    return [id, activity, transition, timeOf(at), resource, owner, String(order + 1), ...cells]
  }
  return [[...columns, ...more], ...events.map(row), []].map((cells) => cells.map(quoted).join(",")).join("\n")
}

/**
 * Returns a text for an XML attribute. XML has no control characters, and reads a line break in an attribute as a
 * blank unless it is written as a number.
 */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replace(/[\t\n\r]/g, (one) => `&#${one.charCodeAt(0)};`)

const extensions = [
  ["Concept", "concept"],
  ["Time", "time"],
  ["Organizational", "org"],
  ["Lifecycle", "lifecycle"],
  ["Identity", "identity"]
] as const

const text = (key: string, value: string): string => `<string key="${key}" value="${escaped(value)}"/>`

/** Matches letters that names have in every edition of XML: Latin, Greek, Cyrillic, Chinese, Japanese and Korean. */
const letters =
  "A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF\u0391-\u03A1\u03A3-\u03CE\u0410-\u044F\u3007\u3041-\u3094\u30A1-\u30FA\u4E00-\u9FA5\uAC00-\uD7A3"
const noName = new RegExp(`[^${letters}0-9_.-]`, "gu")
const noStart = new RegExp(`^[^${letters}_]`, "u")

/** Returns a unique XML name for each name. */
const keysOf = (names: readonly string[]): ReadonlyMap<string, string> => {
  const taken = new Set<string>()
  return new Map(
    names.map((name) => {
      const bare = name.startsWith(ofFact) ? name.slice(ofFact.length) : name
      let key = (names.includes(bare) ? name : bare).replace(noName, "_").replace(noStart, "_$&")
      while (taken.has(key)) key += "_"
      taken.add(key)
      return [name, key]
    })
  )
}

const attribute = (key: string, value: Fact.FactValue): string => {
  if (typeof value === "string") return text(key, value)
  return `<${typeof value === "boolean" ? "boolean" : "float"} key="${key}" value="${value}"/>`
}

/** Returns the log as XES. Source: IEEE 1849-2016, whose schema has no namespace. */
export const xesOf = ({ events, cases }: EventLog): string => {
  const keys = keysOf([...new Set([...cases.values()].flatMap((known) => Object.keys(known)))])
  const traces = new Map<string, LogEvent[]>()
  for (const event of events) {
    const trace = traces.get(event.case) ?? []
    trace.push(event)
    traces.set(event.case, trace)
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
    ...[...traces].flatMap(([id, trace]) => [
      "  <trace>",
      `    ${text("concept:name", id)}`,
      ...Object.entries(cases.get(id) ?? {}).map(([name, value]) => `    ${attribute(keys.get(name) ?? name, value)}`),
      ...trace.map(
        ({ activity, transition, at, resource, owner }, order) =>
          `    <event>${text("concept:name", activity)}<date key="time:timestamp" value="${timeOf(at)}"/>${text("lifecycle:transition", transition)}${resource === "" ? "" : text("org:resource", resource)}${owner === "" ? "" : text("owner", owner)}<int key="order" value="${order + 1}"/></event>`
      ),
      "  </trace>"
    ]),
    "</log>",
    ""
  ].join("\n")
}
