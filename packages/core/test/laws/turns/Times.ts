/** Turns of time, versions, messages, early ends, and commands of other streams. */
import * as Letters from "../../../src/case/track/Message.ts"
import { caseOf } from "../../../src/testing/World.ts"
import { customerOf, fixed, owners, type Turn } from "./Turn.ts"

/** Moves the case to the other version of the policy. */
export const movesPolicy: Turn = ({ others }) => ({
  by: "sam",
  command: { do: "move-policy", reason: "the other version" },
  under: others.version()
})

/** Moves the case to the other calendars. */
export const movesCalendar: Turn = ({ others }) => ({
  by: "system:host",
  command: { do: "move-calendar", reason: "the year is published" },
  under: others.calendars()
})

/** Reports on a message of a gate, or on any other. */
const messageOf =
  (fate: "delivered" | "bounced", isOfGate: boolean): Turn =>
  ({ c }) => {
    const [message = "m1"] = isOfGate
      ? c.messages.sent.flatMap(({ id }) => (Letters.toldBy(c.messages, id) === undefined ? [] : [id]))
      : Object.keys(c.messages.underway)
    return {
      by: "channel:mail",
      command: fate === "bounced" ? { do: "bounced", message, reason: "full" } : { do: "delivered", message }
    }
  }

/** Reports a bounce. */
export const bounces = messageOf("bounced", true)

/** Commands of another case or of the problem that come twice, late, or to the wrong case. */
const strays: readonly Turn[] = [
  ({ c }) => ({
    by: "system:problem",
    command: { do: "count", problem: c.relations.problem?.id ?? "none", customers: 4, cases: 5, status: "open" }
  }),
  fixed("system:problem", { do: "count", problem: "of nobody", customers: 9, cases: 9, status: "watching" }),
  ({ c }) => ({
    by: "system:problem",
    command: { do: "progress", problem: c.relations.problem?.id ?? "none", case: "B", progress: "live" }
  }),
  fixed("system:retention", { do: "erase", reason: "asked for" }),
  fixed("system:problem", { do: "recurred", case: "B", reason: "recurrence" }),
  fixed("system:problem", { do: "flag", case: "B" }),
  fixed("system:problem", { do: "found", case: "B" }),
  ({ c, world }) => {
    const other = [...world.cases.keys()].find((id) => id !== c.id && caseOf(world, id).relations.mergedInto === c.id)
    return other === undefined ? undefined : { by: "system:problem", command: { do: "absorb", case: other } }
  }
]

/** Withdraws the feedback. */
export const withdraws: Turn = (s) => ({ by: customerOf(s), command: { do: "withdraw", reason: "never mind" } })

/** The turns of time, versions and messages. */
export const timeTurns: readonly Turn[] = [
  owners({ do: "pause", reason: "waiting-on-customer" }),
  owners({ do: "pause", reason: "waiting-on-customer" }),
  owners({ do: "pause", reason: "waiting-on-vendor" }),
  owners({ do: "resume" }),
  owners({ do: "resume" }),
  fixed("system:timer", { do: "time" }),
  movesPolicy,
  movesCalendar,
  messageOf("delivered", false),
  messageOf("delivered", false),
  messageOf("bounced", false),
  bounces,
  withdraws,
  fixed("sam", { do: "forward", reason: "their line" }),
  fixed("sam", { do: "turn-away", reason: "not our line" }),
  fixed("sam", { do: "forward", reason: "their line", fields: { batch: "7" } }),
  ...strays
]
