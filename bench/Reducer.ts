/**
 * The comparison for `step`: a reducer as a good engineer writes it for one desk without an engine. It has one `switch`
 * and one state of records and arrays, changes nothing in place, and imports only the types of events from the product.
 *
 * It folds the same events into a state that answers the same questions: who owns the case, how it is graded, the
 * status of each gate with its evidence, rounds, actions and signatures, what each clock promises, what was granted and
 * what waits for approval, which loops are closed. It decides nothing.
 */
import type { Case } from "@hearback/core"

type Event = Case.CaseEvent
type Named<T extends Event["event"]> = Extract<Event, { readonly event: T }>

interface Gate {
  readonly status: string
  readonly openedAt?: number
  readonly settledAt?: number
  readonly by?: string
  readonly evidence?: unknown
  readonly signatures: readonly string[]
  readonly rounds: readonly { readonly text: string; readonly reply?: string }[]
  readonly actions: readonly { readonly what: string; readonly doneAt?: number }[]
  readonly attempts: readonly string[]
  readonly reopened: number
}

interface Clock {
  readonly status: string
  readonly cycle: number
  readonly startedAt: number
  readonly target: unknown
  readonly dueAt: number | null
  readonly marks: readonly { readonly name: string; readonly at: number }[]
  readonly fired: readonly string[]
  readonly switches: readonly unknown[]
  readonly breaches: readonly { readonly dueAt: number; readonly detectedAt: number }[]
}

/** The state of a case. */
export interface State {
  readonly version: number
  readonly policy?: unknown
  readonly receipt?: unknown
  readonly facts: Readonly<Record<string, unknown>>
  readonly understanding?: unknown
  readonly review?: string
  readonly grades: Readonly<Record<string, unknown>>
  readonly owner: string
  readonly department?: string
  readonly offer?: { readonly id: string; readonly to: string }
  readonly handovers: number
  readonly loop?: string
  readonly gates: Readonly<Record<string, Gate>>
  readonly clocks: Readonly<Record<string, Clock>>
  readonly grants: readonly { readonly id: string; readonly amount: number; readonly by: string }[]
  readonly approvals: readonly { readonly id: string }[]
  readonly links: readonly string[]
  readonly messages: number
  readonly lastChannel?: string
  readonly closed: Readonly<Record<string, number>>
}

/** The state before the first event. */
export const empty: State = {
  version: 0,
  facts: {},
  grades: {},
  owner: "",
  handovers: 0,
  gates: {},
  clocks: {},
  grants: [],
  approvals: [],
  links: [],
  messages: 0,
  closed: {}
}

const newGate: Gate = { status: "waiting", signatures: [], rounds: [], actions: [], attempts: [], reopened: 0 }

const withGate = (s: State, name: string, change: Partial<Gate>): State => ({
  ...s,
  version: s.version + 1,
  gates: { ...s.gates, [name]: { ...(s.gates[name] ?? newGate), ...change } }
})

const withClock = (s: State, name: string, change: (clock: Clock) => Clock): State => {
  const clock = s.clocks[name]
  return clock === undefined
    ? { ...s, version: s.version + 1 }
    : { ...s, version: s.version + 1, clocks: { ...s.clocks, [name]: change(clock) } }
}

const fired = (clock: Clock, mark: string): Clock => ({
  ...clock,
  marks: clock.marks.filter(({ name }) => name !== mark),
  fired: [...clock.fired, mark]
})

const replied = (s: State, name: string, reply: string): State => {
  const rounds = s.gates[name]?.rounds ?? []
  const last = rounds.at(-1)
  return last === undefined ? s : withGate(s, name, { rounds: [...rounds.slice(0, -1), { ...last, reply }] })
}

const started = (s: State, e: Named<"clock-started">): State => ({
  ...s,
  version: s.version + 1,
  clocks: {
    ...s.clocks,
    [e.clock]: {
      status: "running",
      cycle: e.cycle,
      startedAt: e.startedAt,
      target: e.target,
      dueAt: e.dueAt,
      marks: e.marks,
      fired: [],
      switches: [],
      breaches: s.clocks[e.clock]?.breaches ?? []
    }
  }
})

const granted = (s: State, e: { readonly id: string; readonly amount: number; readonly by: string }): State => ({
  ...s,
  version: s.version + 1,
  grants: [...s.grants, { id: e.id, amount: e.amount, by: e.by }]
})

const answered = (s: State, id: string): State => ({
  ...s,
  version: s.version + 1,
  approvals: s.approvals.filter((approval) => approval.id !== id)
})

/** Returns the state after an event. */
export const reduce = (s: State, e: Event): State => {
  switch (e.event) {
    case "case-opened":
      return {
        ...s,
        version: s.version + 1,
        policy: e.policy,
        receipt: e.receipt,
        facts: e.facts,
        lastChannel: e.receipt.channel
      }
    case "classified":
    case "reclassified":
      return { ...s, version: s.version + 1, understanding: e.understanding }
    case "review-asked":
      return { ...s, version: s.version + 1, review: e.of }
    case "facts-recorded":
      return { ...s, version: s.version + 1, facts: { ...s.facts, ...e.facts } }
    case "customer-wrote":
      return { ...s, version: s.version + 1, lastChannel: e.channel }
    case "case-linked":
      return { ...s, version: s.version + 1, links: [...s.links, e.to] }
    case "graded":
      return { ...s, version: s.version + 1, grades: e.grades }
    case "regraded":
      return { ...s, version: s.version + 1, grades: { ...s.grades, [e.dimension]: e.grade } }
    case "loop-chosen":
      return { ...s, version: s.version + 1, loop: e.loop }
    case "owner-assigned":
      return { ...s, version: s.version + 1, owner: e.owner }
    case "department-asked":
      return { ...s, version: s.version + 1, department: e.department }
    case "handover-offered":
      return { ...s, version: s.version + 1, offer: { id: e.id, to: e.to } }
    case "handover-accepted": {
      const { offer: _, ...rest } = s
      return { ...rest, version: s.version + 1, owner: e.to, handovers: s.handovers + 1 }
    }
    case "gate-opened":
      return withGate(s, e.gate, { status: "open", openedAt: e.at })
    case "gate-evidence-shown":
      return withGate(s, e.gate, { evidence: e.evidence, by: e.by })
    case "gate-signed":
      return withGate(s, e.gate, { signatures: [...(s.gates[e.gate]?.signatures ?? []), e.as] })
    case "gate-passed":
      return withGate(s, e.gate, { status: "passed", settledAt: e.at, by: e.by, evidence: e.evidence })
    case "gate-not-needed":
      return withGate(s, e.gate, { status: "not-needed", settledAt: e.at })
    case "gate-reopened":
      return withGate(s, e.gate, { ...newGate, reopened: (s.gates[e.gate]?.reopened ?? 0) + 1 })
    case "proposal-made":
      return withGate(s, e.gate, { rounds: [...(s.gates[e.gate]?.rounds ?? []), { text: e.text }] })
    case "proposal-agreed":
      return replied(s, e.gate, "agree")
    case "proposal-countered":
      return replied(s, e.gate, "counter")
    case "action-planned":
      return withGate(s, e.gate, { actions: [...(s.gates[e.gate]?.actions ?? []), ...e.actions] })
    case "action-done":
      return withGate(s, e.gate, {
        actions: (s.gates[e.gate]?.actions ?? []).map((one, i) => (i === e.action - 1 ? { ...one, doneAt: e.at } : one))
      })
    case "attempt-made":
      return withGate(s, e.gate, { attempts: [...(s.gates[e.gate]?.attempts ?? []), e.channel] })
    case "clock-started":
      return started(s, e)
    case "clock-paused":
    case "clock-resumed":
      return withClock(s, e.clock, (clock) => ({
        ...clock,
        status: e.dueAt === null ? "paused" : "running",
        dueAt: e.dueAt,
        marks: e.marks,
        switches: [...clock.switches, e.switch]
      }))
    case "clock-reminded":
    case "clock-escalated":
      return withClock(s, e.clock, (clock) => fired(clock, e.mark))
    case "clock-missed":
      return withClock(s, e.clock, (clock) => ({
        ...fired(clock, "due"),
        breaches: [...clock.breaches, { dueAt: e.dueAt, detectedAt: e.detectedAt }]
      }))
    case "clock-met":
      return withClock(s, e.clock, (clock) => ({ ...clock, status: "met", marks: [] }))
    case "clock-cancelled":
      return withClock(s, e.clock, (clock) => ({ ...clock, status: "cancelled", marks: [] }))
    case "deadline-moved":
      return withClock(s, e.clock, (clock) => ({ ...clock, target: e.target, dueAt: e.dueAt, marks: e.marks }))
    case "compensated":
    case "discounted":
    case "resources-granted":
      return granted(s, e)
    case "approval-asked":
      return { ...s, version: s.version + 1, approvals: [...s.approvals, e.approval] }
    case "approved":
    case "denied":
      return answered(s, e.id)
    case "message-queued":
      return { ...s, version: s.version + 1, messages: s.messages + 1 }
    case "customer-loop-closed":
    case "system-loop-closed":
    case "case-closed":
      return { ...s, version: s.version + 1, closed: { ...s.closed, [e.event]: e.at } }
    default:
      // Notes and messages do not change the state.
      return { ...s, version: s.version + 1 }
  }
}
