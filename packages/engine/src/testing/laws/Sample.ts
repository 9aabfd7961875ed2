/** Valid stored values for tests. A caller names only what matters to it. */
import * as Stream from "../../name/Stream.ts"
import type { SealedEvent } from "../../port/Event.ts"
import type { OutboxMessage, Unit, Write } from "../../port/EventStore.ts"
import type { CaseListRow, IntakeRow } from "../../port/ListRow.ts"

/** Monday, 16 November 2026, 09:00 in Beijing. */
export const monday = Date.UTC(2026, 10, 16, 1)

/** Returns a sealed event. */
export const event = (change: Partial<SealedEvent> = {}): SealedEvent => ({
  type: "owner-assigned",
  at: monday,
  recordedAt: monday,
  actor: "agent-7",
  command: "c-1",
  policy: "3f9c21",
  clear: { owner: "agent-7" },
  ...change
})

/** Returns some events of one command. */
export const events = (count: number): readonly SealedEvent[] =>
  Array.from({ length: count }, (_, n) => event({ clear: { n } }))

/** Returns the row of a case. */
export const row = (id: string, change: Partial<CaseListRow> = {}): CaseListRow => ({
  id,
  kind: "complaint",
  category: "billing",
  loop: "standard",
  grades: { urgency: "high" },
  owner: "agent-7",
  channel: "email",
  state: "open",
  receivedAt: monday,
  updatedAt: monday,
  dueAt: null,
  promiseAt: null,
  ...change
})

/** Returns the row of an arrival. */
export const intakeRow = (key: string, change: Partial<IntakeRow> = {}): IntakeRow => ({
  key,
  channel: "email",
  receivedAt: monday,
  state: "received",
  ...change
})

/** Returns a message of the outbox. */
export const message = (id: string, change: Partial<OutboxMessage> = {}): OutboxMessage => ({
  id,
  kind: "message",
  lane: "staff",
  to: "customer-1",
  body: { template: "receipt" },
  notBefore: monday,
  ...change
})

/** Returns a write of one event to a stream. */
export const write = (stream: string, expected: number, change: Partial<Write> = {}): Write => ({
  stream,
  expected,
  events: [event()],
  ...change
})

/** Returns a unit of writes. */
export const unit = (key: string, writes: readonly Write[], change: Partial<Unit> = {}): Unit => ({
  tenant: "acme",
  key,
  fingerprint: `of ${key}`,
  writes,
  outbox: [],
  ...change
})

/** Returns a unit that stores only rows of cases. */
export const rowUnit = (key: string, ...rows: readonly CaseListRow[]): Unit =>
  unit(
    key,
    rows.map((each) => write(Stream.ofCase(each.id), 0, { events: [], row: each }))
  )
