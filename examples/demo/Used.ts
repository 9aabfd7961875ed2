/** What people decided among themselves: handovers, and the use of authority within and above their limits. */
import type { Policy } from "@hearback/core"
import type { LoopEvent } from "hearback"

export interface Handovers {
  readonly offered: number
  readonly accepted: number
  readonly declined: number
  readonly unanswered: number
  /** Still waiting for an answer. */
  readonly waiting: number
  readonly arbiter: number
}

interface Power {
  readonly power: string
  /** Within the actor's own limit. */
  readonly own: number
  /** Above it: asked of the lowest role that may. */
  readonly asked: number
  readonly granted: number
  readonly denied: number
  readonly waiting: number
  /** In the policy's currency, for powers that spend. */
  readonly amount?: number
}

export interface Authority {
  readonly powers: readonly Power[]
  readonly currency: string
  /** Requests that went to the next higher role because nobody answered in time. */
  readonly lapsed: number
  /** Commands refused and put on file. */
  readonly refused: number
}

const count = (events: readonly LoopEvent[], name: string): number => events.filter((one) => one.event === name).length

export const handovers = (events: readonly LoopEvent[]): Handovers => {
  const [offered, accepted, declined, unanswered] = ["offered", "accepted", "declined", "lapsed"].map((what) =>
    count(events, `handover-${what}`)
  ) as [number, number, number, number]
  const waiting = offered - accepted - declined - unanswered
  return { offered, accepted, declined, unanswered, waiting, arbiter: count(events, "arbiter-called") }
}

/** The event that each power leaves when it is used. */
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

export const authority = (policy: Policy.Policy, events: readonly LoopEvent[]): Authority => {
  const currency = policy.bundle.currency
  // A request that nobody answered is asked again under the same id.
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

/** Tables regrade too; only a person's word is authority. */
const isByPerson = (event: LoopEvent, power: string): boolean =>
  power !== "regrade" || (event.body["grade"] as { readonly by?: string } | undefined)?.by !== undefined
