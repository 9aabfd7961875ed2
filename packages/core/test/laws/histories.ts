/** Generated lives of cases under generated policies. */
import fc from "fast-check"
import type { Case } from "../../src/decider/Case.ts"
import type { Command } from "../../src/model/Command.ts"
import type { Policy } from "../../src/model/Policy.ts"
import { action, rootCause } from "../../src/testing/Build.ts"
import type { History } from "../../src/testing/laws/History.ts"
import { instant, local } from "../../src/testing/Spec.ts"
import { caseOf, type Sent, send, world } from "../../src/testing/World.ts"
import { policyOf, type Variation, variations } from "./policies.ts"

const MINUTE = 60_000
const HOUR = 3_600_000
const DAY = 86_400_000

type Step = readonly [by: string, command: Command]

const submissions: readonly Partial<Extract<Command, { do: "submit" }>>[] = [
  {},
  { verbatim: "charged twice on the invoice, outrageous" },
  { verbatim: "the report is wrong", facts: { urgent: true } },
  { verbatim: "the report is wrong", facts: { slow: true } },
  { verbatim: "I suggest a dark mode" },
  { verbatim: "thank you for the help" }
]
const submit = (id: string, n: number): Command => ({
  do: "submit",
  case: id,
  channel: "phone",
  customer: id === "B" ? "dave" : id === "C" ? "eve" : "carl",
  verbatim: "the report is wrong",
  ...submissions[n]
})

/** The straight way through, from which histories begin somewhere along it. */
const way: readonly Step[] = [
  ["ann", { do: "pass", gate: "acknowledged" }],
  ["ann", { do: "pass", gate: "agreed", proposal: "redo it" }],
  ["carl", { do: "reply", says: "agree" }],
  ["ann", { do: "pass", gate: "corrected", actions: [{ what: "redone" }] }],
  ["ann", { do: "pass", gate: "investigated", ...rootCause }],
  ["ann", { do: "pass", gate: "prevented", actions: [action("alarm")] }],
  ["ben", { do: "act-done", action: 1 }],
  ["ann", { do: "pass", gate: "told", result: "done" }],
  ["carl", { do: "reply", says: "satisfied" }]
]

/** Anything else, each by who would mostly do it; several times what matters most. */
const wild: readonly Step[] = [
  ...way,
  ...way,
  ["carl", { do: "reply", says: "dissatisfied", text: "no" }],
  ["carl", { do: "reply", says: "dissatisfied", text: "not at all" }],
  ["carl", { do: "reply", says: "counter" }],
  ["carl", { do: "reply", says: "refuse" }],
  ["dora", { do: "pass", gate: "agreed", proposal: "take it" }],
  ["ann", { do: "pass", gate: "quick" }],
  ["sam", { do: "sign", gate: "told" }],
  ["sue", { do: "sign", gate: "told" }],
  ["sam", { do: "explain", gate: "prevented", reason: "no use" }],
  ["sam", { do: "explain", gate: "told", reason: "a court forbids it" }],
  ["dora", { do: "sign", gate: "told" }],
  ["sam", { do: "forward", reason: "their line" }],
  ["quinn", { do: "spot-check", finds: "right" }],
  ["sue", { do: "spot-check", finds: "wrong", reason: "paid twice" }],
  ["ann", { do: "pass", gate: "decided", decision: "later", reason: "next year", until: "2026-12-01" }],
  ["ann", { do: "pass", gate: "verified", proof: "3", shortfall: "3 instead of 0" }],
  ["ann", { do: "compensate", amount: "20 USD", reason: "sorry" }],
  ["dora", { do: "waive", gate: "investigated", reason: "known" }],
  ["dora", { do: "waive", gate: "told", reason: "known" }],
  ["sam", { do: "waive", gate: "corrected", reason: "nothing to do" }],
  ["ann", { do: "set", facts: { urgent: true } }],
  ["ann", { do: "set", facts: { urgent: false, slow: true }, reason: "calmer" }],
  ["ann", { do: "set", facts: { urgent: false, slow: false } }],
  ["sam", { do: "set", cause: "systemic" }],
  ["sam", { do: "set", cause: "incidental" }],
  ["sam", { do: "set", causeOf: "A" }],
  ["sam", { do: "set", causeOf: "A" }],
  ["ann", { do: "reclassify", category: "billing", reason: "money" }],
  ["sam", { do: "reclassify", kind: "suggestion", reason: "an idea" }],
  ["sam", { do: "reclassify", kind: "complaint", reason: "not an idea" }],
  ["ann", { do: "pass", gate: "decided", decision: "later", reason: "next year" }],
  ["ann", { do: "regrade", to: "routine", reason: "calm" }],
  ["sam", { do: "regrade", to: "urgent", reason: "fair" }],
  ["sam", { do: "regrade", to: "group", reason: "many" }],
  ["ann", { do: "compensate", amount: 90, reason: "sorry" }],
  ["ann", { do: "compensate", amount: 40, reason: "sorry" }],
  ["ben", { do: "compensate", amount: 40, reason: "sorry" }],
  ["sam", { do: "compensate", amount: 300, reason: "very sorry" }],
  ["sue", { do: "compensate", amount: 150, reason: "very sorry" }],
  ["sam", { do: "approve" }],
  ["sue", { do: "approve" }],
  ["dora", { do: "approve" }],
  ["ann", { do: "approve" }],
  ["dora", { do: "deny", reason: "no" }],
  ["ann", { do: "hand-over", to: "ben", reason: "his" }],
  ["ben", { do: "hand-over", to: "ann", reason: "hers" }],
  ["ben", { do: "accept" }],
  ["ann", { do: "accept" }],
  ["ben", { do: "decline" }],
  ["ann", { do: "take-up" }],
  ["sam", { do: "take-up" }],
  ["ben", { do: "take-up" }],
  ["sam", { do: "accept" }],
  ["sue", { do: "accept" }],
  ["sam", { do: "decline" }],
  ["sam", { do: "act-done" }],
  ["sue", { do: "act-done", evidence: "our part" }],
  ["sam", { do: "delegate", to: "ann", until: "2026-12-01" }],
  ["dora", { do: "delegate", to: "ben", until: "2026-11-19", roles: ["director"], reason: "leave" }],
  ["carl", { do: "write", text: "Ann did not call back, nor did Sam" }],
  ["ann", { do: "pause", reason: "waiting-on-customer" }],
  ["ann", { do: "pause", reason: "waiting-on-vendor" }],
  ["ann", { do: "resume" }],
  ["ann", { do: "resume" }],
  ["ann", { do: "extend", clock: "told", reason: "late" }],
  ["sam", { do: "extend", clock: "told", reason: "late" }],
  ["dora", { do: "close" }],
  ["carl", { do: "reopen", because: "dissatisfied", reason: "again" }],
  ["carl", { do: "withdraw", reason: "never mind" }],
  ["carl", { do: "write", text: "news?" }],
  ["carl", { do: "write", text: "the invoice is outrageous" }],
  ["carl", { do: "write", text: "Thank you!" }],
  ["system:mail", { do: "write", text: "out of office", automatic: true }],
  ["system:host", { do: "event", name: "delivered" }],
  ["ann", { do: "merge", into: "B", reason: "the same" }],
  ["ben", { do: "merge", into: "A" }],
  ["ann", { do: "split", text: "the invoice as well" }],
  ["ann", { do: "split", text: "the report too", category: "report", kind: "inquiry" }],
  ["carl", { do: "join", channel: "mail", contacts: 2, unanswered: 1, verbatim: "the report is wrong again" }],
  ["ann", { do: "write", text: "soon", channel: "mail" }],
  ["ann", { do: "note", text: "called" }],
  ["ann", { do: "extend", clock: "told", until: "2026-11-17", reason: "sooner" }],
  ["ann", { do: "extend", clock: "corrected", until: "2026-11-16 15:00", reason: "sooner" }],
  ["sam", { do: "extend", clock: "told", until: "2026-11-20", reason: "a date" }],
  ["ann", { do: "set", facts: { "promised-by": "2026-11-18" } }],
  ["ann", { do: "set", facts: { "promised-by": "2026-12-25" } }],
  ["sam", { do: "move-policy", reason: "version 2" }],
  ["sam", { do: "move-policy", reason: "and back" }],
  ["system:host", { do: "move-calendar" }],
  ["system:mail", { do: "bounced", message: "m1", reason: "full" }],
  ["system:mail", { do: "bounced", message: "m3", reason: "full" }],
  ["system:mail", { do: "delivered", message: "m2" }],
  ["system:timer", { do: "time" }]
]

const between = fc.constantFrom(
  0,
  MINUTE,
  20 * MINUTE,
  HOUR,
  HOUR,
  3 * HOUR,
  3 * HOUR,
  9 * HOUR,
  DAY,
  2 * DAY,
  12 * DAY
)
const anybody = fc.constantFrom("ann", "ben", "sam", "sue", "dora", "quinn", "carl", "mallory", "system:host")

const wildStep = fc.record({
  /** The first of these that the case would take is sent; the first of all where it takes none. */
  tries: fc.array(fc.constantFrom(...wild), { minLength: 7, maxLength: 7 }),
  isBlind: fc.constantFrom(true, false, false, false),
  /** Now and then somebody else tries. */
  by: fc.option(anybody, { freq: 6 }),
  wait: between,
  of: fc.constantFrom("A", "A", "A", "B"),
  late: fc.constantFrom(0, 0, 0, 0, 2 * HOUR, 2 * DAY)
})

const start = instant("2026-11-16 09:00")

/** A move leads to whichever version, or whichever calendars, the case is not under. */
const movedTo = (v: Variation, { do: verb }: Command, { policy: pin }: Case): Policy | undefined => {
  if (verb !== "move-policy" && verb !== "move-calendar") return undefined
  const [version, holidays] = [
    pin?.content === "build-2",
    pin?.calendars === policyOf({ ...v, holidays: true }).bundle.calendarsHash
  ]
  return policyOf({
    ...v,
    version: verb === "move-policy" ? (version ? 1 : 2) : version ? 2 : 1,
    holidays: verb === "move-calendar" ? !holidays : holidays
  })
}

/** Histories of up to three cases: some of the straight way, then anything. */
export const histories: fc.Arbitrary<History> = fc
  .noBias(
    fc.record({
      variation: variations,
      first: fc.constantFrom(0, 0, 0, 1, 2, 2, 3, 4, 5),
      taken: fc.constantFrom("ann", "ann", "system:mail"),
      others: fc.nat(2),
      along: fc.nat(way.length),
      pace: fc.constantFrom(MINUTE, HOUR, 7 * HOUR),
      wild: fc.array(wildStep, { minLength: 4, maxLength: 40, size: "max" })
    })
  )
  .map(({ variation, first, taken, others, along, pace, wild: rest }) => {
    const under = policyOf(variation)
    let w = world(under)
    const sent: Sent[] = []
    const give = (one: Sent): void => {
      sent.push(one)
      w = send(w, one).world
    }
    const isTaken = (one: Sent): boolean => {
      const { step } = send(w, one)
      return step.refusal === undefined && step.events.length > 0
    }
    let at = start
    give({ case: "A", at, by: taken, command: submit("A", first) })
    for (const id of ["B", "C"].slice(0, others)) {
      at += pace
      give({ case: id, at, by: "ben", command: submit(id, 0) })
    }
    for (const [by, command] of way.slice(0, along)) {
      at += pace
      give({ case: "A", at, by, command })
    }
    for (const { tries, isBlind, by, wait, of, late } of rest) {
      at += wait
      const offered = tries.map(([usual, command]): Sent => {
        const isForOther = command.do === "set" && command.causeOf !== undefined
        const said = late === 0 ? {} : { said: at - late }
        const under = movedTo(variation, command, caseOf(w, of))
        return {
          ...(under === undefined ? {} : { under }),
          case: isForOther ? "B" : of,
          at,
          by: by ?? usual,
          command,
          ...said
        }
      })
      const chosen = (isBlind ? undefined : offered.find(isTaken)) ?? offered[0]
      if (chosen !== undefined) give(chosen)
    }
    // A failure shows what was varied and sent, not the whole policy.
    const line = ({ under: to, ...one }: Sent): string =>
      `${local(one.at)} ${one.by} ${JSON.stringify(one)}${to === undefined ? "" : ` ${to.bundle.content} ${to.bundle.calendarsHash}`}`
    const text = () => `${JSON.stringify(variation)}\n${sent.map(line).join("\n")}`
    return { policy: under, sent, [fc.toStringMethod]: text }
  })

/** The seed of every law, so that a failure can be run again; more runs by the environment. */
export const seed = 20_261_116
export const runs = Number(process.env["HEARBACK_RUNS"] ?? 40)
