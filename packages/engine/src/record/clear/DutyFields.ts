import type { Case } from "@hearback/core"
import type { ClearFields } from "./FieldRule.ts"
import { messageQueued } from "./MessageFields.ts"

type Ownership = Pick<
  Case.Bodies,
  | "owner-assigned"
  | "taken-up"
  | "collaborator-joined"
  | "deputy-acted"
  | "staff-named"
  | "recused"
  | "on-call-asked"
  | "on-call-accepted"
  | "on-call-lapsed"
  | "department-asked"
  | "department-answered"
  | "team-formed"
  | "delegated"
  | "handover-offered"
  | "handover-accepted"
  | "handover-declined"
  | "handover-lapsed"
  | "arbiter-called"
>
type Clocks = Pick<
  Case.Bodies,
  | "clock-started"
  | "clock-paused"
  | "clock-resumed"
  | "pause-capped"
  | "clock-reminded"
  | "clock-escalated"
  | "clock-met"
  | "clock-missed"
  | "miss-refuted"
  | "clock-extended"
  | "deadline-moved"
  | "clock-kept"
  | "clock-cancelled"
>
type Messages = Pick<Case.Bodies, "message-queued" | "message-handed-over" | "message-bounced">
type Watch = Pick<Case.Bodies, "alarm-raised" | "alarm-cleared" | "assumption-broken">
type Record = Pick<Case.Bodies, "policy-moved" | "calendars-moved" | "record-expired" | "customer-erased">

const ownership: ClearFields<Ownership> = {
  "owner-assigned": { owner: "id", takenUp: "plain", as: "id", reason: "reason" },
  "taken-up": { by: "id" },
  "collaborator-joined": { by: "id", owner: "id" },
  "deputy-acted": { by: "id", for: "id", asked: "name", as: "id" },
  "staff-named": { people: { each: "id" } },
  recused: { person: "id", named: "plain" },
  "on-call-asked": { id: "id", to: "id", owner: "id", asked: { each: "id" } },
  "on-call-accepted": { id: "id", to: "id", from: "id" },
  "on-call-lapsed": { id: "id", to: "id", reason: "reason" },
  "department-asked": { department: "id", contact: "id", dueAt: "plain" },
  "department-answered": { department: "id", by: "id", text: "sealed" },
  "team-formed": { owner: "id", departments: { each: "id" }, members: { each: "id" } },
  delegated: { from: "id", to: "id", roles: { each: "id" }, until: "plain", reason: "reason" },
  "handover-offered": { id: "id", from: "id", to: "id", reason: "reason" },
  "handover-accepted": { id: "id", to: "id", hops: "plain" },
  "handover-declined": { id: "id", by: "id", reason: "reason", takenBack: "plain" },
  "handover-lapsed": { id: "id", dueAt: "plain", reason: "reason" },
  "arbiter-called": { arbiter: "id", hops: "plain" }
}

const mark = { members: { name: "id", at: "plain" } } as const
const timeline = { dueAt: "plain", marks: { each: mark }, provisional: "plain" } as const
const legs = { each: { members: { from: "plain", calendar: "id" } } } as const
const pauseOrEnd = { members: { at: "plain", reason: "name", of: { each: "name" } } } as const
const timer = {
  members: {
    _tag: "plain",
    offer: "id",
    call: "id",
    department: "id",
    approval: "id",
    gate: "id",
    of: "id",
    action: "plain"
  }
} as const

const clocks: ClearFields<Clocks> = {
  "clock-started": {
    clock: "id",
    cycle: "plain",
    startedAt: "plain",
    target: "plain",
    calendar: "id",
    timer,
    points: { each: mark },
    legs,
    switches: { each: pauseOrEnd },
    extensions: "plain",
    cause: "plain",
    ...timeline
  },
  "clock-paused": { clock: "id", switch: pauseOrEnd, ...timeline },
  "clock-resumed": { clock: "id", switch: pauseOrEnd, ...timeline },
  "pause-capped": { clock: "id", reason: "name", detectedAt: "plain", ...timeline },
  "clock-reminded": { clock: "id", mark: "id", detectedAt: "plain" },
  "clock-escalated": { clock: "id", mark: "id", detectedAt: "plain", told: { each: "id" } },
  "clock-met": { clock: "id", inTime: "plain" },
  "clock-missed": { clock: "id", dueAt: "plain", detectedAt: "plain", cause: "plain" },
  "miss-refuted": { clock: "id", dueAt: "plain" },
  "clock-extended": {
    clock: "id",
    by: "id",
    target: "plain",
    reason: "reason",
    from: "plain",
    until: "plain",
    ...timeline
  },
  "deadline-moved": {
    clock: "id",
    cause: "plain",
    from: "plain",
    target: "plain",
    reason: "reason",
    calendar: "id",
    legs,
    until: "plain",
    by: "id",
    ...timeline
  },
  "clock-kept": { clock: "id", target: "plain", marks: { each: mark } },
  "clock-cancelled": { clock: "id", reason: "reason" }
}

const messages: ClearFields<Messages> = {
  "message-queued": messageQueued,
  "message-handed-over": { id: "id", to: "id", party: "id", by: "id", reference: "sealed" },
  "message-bounced": { id: "id", reason: "reason" }
}

const watch: ClearFields<Watch> = {
  "alarm-raised": { alarm: "id", told: { each: "id" } },
  "alarm-cleared": { alarm: "id" },
  "assumption-broken": { assumption: "id", because: "name" }
}

const pin = { members: { id: "id", content: "id", calendars: "id" } } as const

const record: ClearFields<Record> = {
  "policy-moved": { policy: pin, from: pin, by: "id", reason: "reason" },
  "calendars-moved": { calendars: "id", from: "id", by: "id", reason: "reason" },
  "record-expired": {},
  "customer-erased": { by: "id", reason: "reason", customer: "id" }
}

/** The fields that may be in the clear of events about owners, deadlines and messages. */
export const dutyFields: ClearFields<Ownership & Clocks & Messages & Watch & Record> = {
  ...ownership,
  ...clocks,
  ...messages,
  ...watch,
  ...record
}
