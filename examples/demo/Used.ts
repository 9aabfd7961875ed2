/** Counts what people decided among themselves: handovers, and uses of authority within and above their limits. */
import type { Policy } from "@hearback/core"
import type { LoopEvent } from "hearback"

/** Counts of handovers. */
export interface Handovers {
  readonly offered: number
  readonly accepted: number
  readonly declined: number
  readonly unanswered: number
  /** How many offers still wait for an answer. */
  readonly waiting: number
  readonly arbiter: number
}

interface Power {
  readonly power: string
  /** How often the power was used within the actor's own limit. */
  readonly own: number
  /** How often it was requested above the limit, from the lowest role that has the power. */
  readonly asked: number
  readonly granted: number
  readonly denied: number
  readonly waiting: number
  /** Total amount, in the policy's currency, for powers that spend money. */
  readonly amount?: number
}

/** Counts of the use of authority. */
export interface Authority {
  readonly powers: readonly Power[]
  readonly currency: string
  /** How many requests went to the next higher role because nobody answered in time. */
  readonly lapsed: number
  /** How many commands were refused and recorded. */
  readonly refused: number
}

const count = (events: readonly LoopEvent[], name: string): number => events.filter((one) => one.event === name).length

/** Counts the handovers in a record. */
export const handovers = (events: readonly LoopEvent[]): Handovers => {
  const [offered, accepted, declined, unanswered] = ["offered", "accepted", "declined", "lapsed"].map((what) =>
    count(events, `handover-${what}`)
  ) as [number, number, number, number]
  const waiting = offered - accepted - declined - unanswered
  return { offered, accepted, declined, unanswered, waiting, arbiter: count(events, "arbiter-called") }
}

/** Name of the event that records the use of each power. */
const uses = {
  compensate: "compensated",
  extend: "clock-extended",
  regrade: "regraded",
  waive: "gate-waived",
  close: undefined
} as const

interface Approval {
  readonly id: string
  readonly command: { readonly do: string }
}

/** Counts the use of each power in a record. */
export const authority = (policy: Policy.Policy, events: readonly LoopEvent[]): Authority => {
  const currency = policy.bundle.currency
  // A request that nobody answered is asked again with the same id.
  const asked = new Map<string, string>()
  for (const event of events) {
    if (event.event !== "approval-asked") continue
    const approval = event.body["approval"] as Approval
    asked.set(`${event.case} ${approval.id}`, approval.command.do)
  }
  const powers = Object.entries(uses).map(([power, use]): Power => {
    const settled = (name: string): number =>
      events.filter((one) => one.event === name && asked.get(`${one.case} ${String(one.body["id"])}`) === power).length
    const granted = settled("approved")
    const denied = settled("denied")
    const all = [...asked.values()].filter((one) => one === power).length
    const used = use === undefined ? [] : events.filter((one) => one.event === use && isByPerson(one, power))
    const spent = used.reduce((sum, one) => sum + Number(one.body["amount"] ?? 0), 0)
    return {
      power,
      own: Math.max(0, used.length - granted),
      asked: all,
      granted,
      denied,
      waiting: all - granted - denied,
      ...(power === "compensate" ? { amount: spent / 10 ** (currency?.digits ?? 2) } : {})
    }
  })
  return {
    powers: powers.filter((one) => one.own + one.asked > 0),
    currency: currency?.code ?? "",
    lapsed: count(events, "approval-lapsed"),
    refused: count(events, "command-refused")
  }
}

/**
 * Tells whether a person caused the event: the policy's tables regrade too, but only a person's decision uses
 * authority.
 */
const isByPerson = (event: LoopEvent, power: string): boolean =>
  power !== "regrade" || (event.body["grade"] as { readonly by?: string } | undefined)?.by !== undefined
