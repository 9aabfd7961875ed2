/**
 * Finds the occasions on which a policy sends a message: how far a case goes, and what is done then. A message
 * without an occasion can be sent by no scenario.
 */
import type { Bundle, Notice, Policy } from "@hearback/core"
import type { ScenarioStep } from "../law/Law.ts"
import type { Aim } from "./Item.ts"

/** An occasion on which a message is sent. */
export interface CoverageOccasion {
  readonly aim: Aim
  /** Whether the gate itself must be settled first, or only the gates before it. */
  readonly is: "reached" | "settled"
  /** The steps of the occasion. A step without a person is tried by everybody. */
  readonly does: readonly ScenarioStep[]
  /** The inputs of the case. */
  readonly when?: Bundle.Condition
  /** The words of the feedback, instead of those that the aim asks for. */
  readonly says?: string
  /** Whether the customer says the same again. */
  readonly again?: true
  /** Whether the step is the customer's rather than the staff's. */
  readonly fromCustomer?: true
  /** Whether an amount above the limit of the aim is requested first. */
  readonly isAbove?: true
}

const reason = "as found"
const customer = "customer"
const wait: ScenarioStep = { at: "+150 days" }

interface At {
  readonly loop: string
  readonly gate: Bundle.GateRule
}

/** Returns the occasions on which a message is sent, the simplest first; none if the policy never sends it. */
export const occasionsOf = (policy: Policy.Policy, message: string): readonly CoverageOccasion[] => {
  const gates = policy.bundle.loops.flatMap(({ name: loop, gates: all }) => all.map((gate): At => ({ loop, gate })))
  const sends = new Map<string, Sends>(Object.entries(notices)).get(message)
  return [...(sends?.(policy, gates) ?? []), ...saidByPolicy(policy, gates, message)]
}

const at = (is: CoverageOccasion["is"], { loop, gate }: At, ...does: readonly ScenarioStep[]): CoverageOccasion => ({
  aim: { loop, gate: gate.name },
  is,
  does
})

const open = (...does: readonly ScenarioStep[]): CoverageOccasion => ({ aim: {}, is: "reached", does })

/** Returns an occasion with inputs for which a condition holds. */
const whenever = (when: Bundle.Condition | undefined, occasion: CoverageOccasion): CoverageOccasion =>
  when === undefined ? occasion : { ...occasion, when }

/** Returns the occasions at which the policy itself names the message. */
const saidByPolicy = (
  { bundle }: Policy.Policy,
  gates: readonly At[],
  message: string
): readonly CoverageOccasion[] => {
  const forms = [bundle.form, ...Object.values(bundle.channels).map(({ form }) => form)]
  const verbs = { withdrawn: "withdraw", forwarded: "forward", "turned-away": "turn-away", merged: "merge" } as const
  const gateOf = ({ loop, gate: name }: Bundle.ClockRule): At | undefined =>
    gates.find((each) => each.loop === loop && each.gate.name === name)
  return [
    ...(forms.some((form) => form?.tell === message) ? [open()] : []),
    ...gates.flatMap((one) => (one.gate.tell === message ? [at("settled", one)] : [])),
    ...gates.flatMap((one) =>
      one.gate.orExplain?.tell === message ? [at("reached", one, { explain: `A.${one.gate.name}`, reason })] : []
    ),
    ...bundle.clocks.flatMap((clock) => {
      const of = gateOf(clock)
      const extend = { extend: `A.${clock.name}`, reason }
      const late = clock.escalate.some(({ send }) => send === message)
      return [
        ...(clock.extend?.tell === message ? [of === undefined ? open(extend) : at("reached", of, extend)] : []),
        ...(late ? [of === undefined ? open(wait) : at("reached", of, wait)] : [])
      ]
    }),
    ...bundle.endings.flatMap(({ name, tell, by }) =>
      tell === message ? [open({ [verbs[name]]: "A", reason, ...(by.includes(customer) && { by: customer }) })] : []
    ),
    ...(bundle.alarms ?? []).flatMap(({ send, when }) => (send === message ? [whenever(when, open(wait))] : []))
  ]
}

type Sends = (policy: Policy.Policy, gates: readonly At[]) => readonly CoverageOccasion[]

const ofKind = (gates: readonly At[], ...kinds: readonly Bundle.GateKind[]): readonly At[] =>
  gates.filter(({ gate }) => kinds.includes(gate.kind))

const proposing = (
  gates: readonly At[],
  says: "agree" | "counter" | "refuse",
  times = 1
): readonly CoverageOccasion[] =>
  ofKind(gates, "proposal").map((one) => {
    const gate = `A.${one.gate.name}`
    const round = [
      { pass: gate, proposal: reason },
      { reply: gate, says, by: customer }
    ]
    return at("reached", one, ...Array.from({ length: times }, () => round).flat())
  })

/** Returns the steps of all rounds without an agreement, then those of the arbiter. */
const undecided = (gates: readonly At[]): readonly CoverageOccasion[] =>
  ofKind(gates, "proposal").flatMap((one) =>
    one.gate.arbiter === undefined
      ? []
      : proposing([one], "counter", one.gate.rounds ?? 1).map((occasion) => ({
          ...occasion,
          does: [...occasion.does, { pass: `A.${one.gate.name}`, proposal: reason }]
        }))
  )

const replying = (gates: readonly At[], says: "satisfied" | "dissatisfied"): readonly CoverageOccasion[] =>
  ofKind(gates, "confirmation").map((one) =>
    at("reached", one, { reply: `A.${one.gate.name}`, says, by: customer }, { write: "A", text: reason, by: customer })
  )

/** Returns an action of each role, because a person who reports their own action gets no notice. */
const acting = (
  { bundle }: Policy.Policy,
  gates: readonly At[],
  ...then: readonly ((gate: string) => ScenarioStep)[]
): readonly CoverageOccasion[] =>
  ofKind(gates, "correction", "prevention").flatMap((one) =>
    [undefined, ...Object.keys(bundle.roles)].map((owner) => {
      const gate = `A.${one.gate.name}`
      const planned = { what: reason, metric: reason, target: reason, due: "2027-01-15", ...(owner && { owner }) }
      return at("reached", one, { pass: gate, actions: [planned] }, ...then.map((step) => step(gate)))
    })
  )

/** Returns a request above the lowest limit, and its decision. */
const asking = ({ bundle }: Policy.Policy, ...does: readonly ScenarioStep[]): readonly CoverageOccasion[] =>
  bundle.authority.limits
    .flatMap(({ role, compensate }) => {
      const most = compensate?.perCase
      return typeof most === "number" ? [{ role, verb: "compensate" as const, most }] : []
    })
    .slice(0, 1)
    .map((limit) => ({ aim: { limit }, is: "reached", does, isAbove: true }))

const inTeam = ({ ownership: { team } }: Bundle.Bundle, occasion: CoverageOccasion): readonly CoverageOccasion[] =>
  team === undefined ? [] : [whenever(team.when, occasion)]

const surveyed = ({ bundle }: Policy.Policy, gates: readonly At[]): readonly CoverageOccasion[] =>
  Object.entries(bundle.channels).flatMap(([channel, { askAfter, frequency }]) => {
    // If a confirmation uses the channel, the survey is asked only there.
    if (gates.some(({ gate }) => gate.survey === channel)) return []
    if (askAfter === undefined) return frequency === undefined ? [] : [open(wait)]
    const name = askAfter.slice(askAfter.indexOf(":") + 1)
    const passed = gates.filter(({ gate }) => gate.name === name)
    return passed.length === 0 ? [open({ event: `A.${name}` }, wait)] : passed.map((one) => at("settled", one, wait))
  })

const offered = (then: ScenarioStep) => (): readonly CoverageOccasion[] => [open({ "hand-over": "A", reason }, then)]

/** The messages that the rules send by themselves, with what the policy must have for each. */
const notices = {
  // No scenario has a channel that fails, or an arrival without a case.
  "message-bounced": () => [],
  quarantined: () => [],
  "confirmation-asked": (_, gates) => ofKind(gates, "confirmation").map((one) => at("reached", one, wait)),
  "survey-question": (policy, gates) => [
    // A survey with a single question is sent as `confirmation-asked`.
    ...ofKind(gates, "confirmation").flatMap((one) =>
      policy.bundle.channels[one.gate.survey ?? ""]?.questions === undefined ? [] : [at("reached", one, wait)]
    ),
    ...surveyed(policy, gates)
  ],
  joined: () => [{ ...open(), again: true }],
  "guiding-question": ({ bundle }) =>
    bundle.dictionary.signals.flatMap(({ ask, words: [says] }) =>
      ask === undefined || says === undefined ? [] : [{ ...open(), says }]
    ),
  "proposal-decided": (_, gates) => undecided(gates),
  assigned: () => [
    { ...open({ "take-up": "A" }), fromCustomer: true },
    open({ "hand-over": "A", reason }, { accept: "A" })
  ],
  "said-again": () => [{ ...open(), again: true, fromCustomer: true }],
  "word-to-read": () => [open({ write: "A", text: reason, by: customer })],
  "proposal-agreed": (_, gates) => proposing(gates, "agree"),
  "proposal-countered": (_, gates) => proposing(gates, "counter"),
  "proposal-refused": (_, gates) => proposing(gates, "refuse"),
  "proposal-undecided": (_, gates) => undecided(gates),
  "customer-satisfied": (_, gates) => replying(gates, "satisfied"),
  "customer-dissatisfied": ({ bundle }, gates) =>
    replying(
      gates.filter(({ loop }) =>
        bundle.loops.some(({ name, reopen }) => name === loop && reopen.every(({ cause }) => cause !== "dissatisfied"))
      ),
      "dissatisfied"
    ),
  reopened: ({ bundle }, gates) =>
    bundle.loops.every(({ reopen }) => reopen.length === 0)
      ? []
      : [
          ...replying(gates, "dissatisfied"),
          ...bundle.loops.flatMap(({ name: loop, reopen, gates: own }) =>
            own
              .slice(-1)
              .flatMap((gate) =>
                reopen.map(({ cause }) => at("settled", { loop, gate }, { reopen: "A", cause, reason }))
              )
          )
        ],
  "reopening-parked": ({ bundle }, gates) =>
    bundle.loops.some(({ reopen }) => reopen.some(({ atMost }) => atMost !== undefined))
      ? replying(gates, "dissatisfied")
      : [],
  "ended-early": ({ bundle }) =>
    bundle.endings.length === 0
      ? []
      : [open({ withdraw: "A", reason, by: customer }), open({ "turn-away": "A", reason })],
  "closed-by-silence": (_, gates) =>
    ofKind(gates, "confirmation").flatMap((one) => {
      const { silence } = one.gate
      const tries = Array.from({ length: silence?.attempts ?? 0 }, () => ({ at: "+1 day", write: "A", text: reason }))
      return silence?.closes === "customer-loop" ? [at("reached", one, ...tries, wait)] : []
    }),
  regraded: ({ bundle }) =>
    bundle.grading.flatMap(({ by, levels }) =>
      by === "rules" ? [open(...levels.map((to) => ({ regrade: "A", to, reason })))] : []
    ),
  reminder: ({ bundle }) => (bundle.clocks.some(({ remind }) => remind.length > 0) ? [open(wait)] : []),
  overdue: () => [open(wait)],
  alarm: ({ bundle }) => (bundle.alarms ?? []).map(({ when }) => whenever(when, open(wait))),
  "gate-passed": (_, gates) =>
    gates.filter(({ gate }) => gate.notify.some((who) => who !== "praised")).map((one) => at("settled", one)),
  praised: (_, gates) => gates.filter(({ gate }) => gate.notify.includes("praised")).map((one) => at("settled", one)),
  "signature-asked": (_, gates) =>
    gates
      .filter(({ gate }) => gate.signOff.length > 0 || (gate.orExplain?.signOff ?? []).length > 0)
      .map((one) => at("settled", one)),
  "review-asked": ({ bundle }) => (bundle.dictionary.reviewBy === undefined ? [] : [open()]),
  "spot-check": ({ bundle }) => (bundle.authority.spotCheck === undefined ? [] : [open(wait)]),
  "handover-offered": offered({ accept: "A" }),
  "handover-returned": offered({ decline: "A", reason }),
  invited: ({ bundle }) =>
    Object.values(bundle.channels).some(({ invite }) => invite !== undefined && invite.length > 0) ? [open(wait)] : [],
  // Departments are asked for their part; only other members are told of the team.
  "team-formed": ({ bundle }) =>
    bundle.ownership.team?.members.some((who) => Object.hasOwn(bundle.roles, who)) ? inTeam(bundle, open()) : [],
  "department-asked": ({ bundle }) => inTeam(bundle, open()),
  "department-answered": ({ bundle }) => inTeam(bundle, open({ "act-done": "A" })),
  "action-asked": (policy, gates) => acting(policy, gates),
  "action-overdue": (policy, gates) => acting(policy, gates, () => wait),
  "action-done": (policy, gates) => acting(policy, gates, (gate) => ({ "act-done": gate, action: 1 })),
  "approval-asked": (policy) => asking(policy),
  "request-approved": (policy) => asking(policy, { approve: "A" }),
  "request-denied": (policy) => asking(policy, { deny: "A", reason }),
  "request-passed-on": (policy) => asking(policy, wait),
  "request-ended": (policy) => asking(policy, { withdraw: "A", reason, by: customer }),
  "problem-told": ({ bundle: { problems } }) =>
    problems.openWhen === undefined ? [] : [whenever(problems.openWhen, open(wait))],
  "problem-closed": ({ bundle: { problems } }, gates) =>
    problems.openWhen === undefined
      ? []
      : ofKind(gates, "effectiveness").map((one) => whenever(problems.openWhen, at("settled", one, wait))),
  "verification-failed": (_, gates) =>
    ofKind(gates, "effectiveness").map((one) =>
      at("reached", one, wait, { pass: `A.${one.gate.name}`, shortfall: reason })
    )
} satisfies Readonly<Record<Notice.Name, Sends>> & Readonly<Record<string, Sends>>
