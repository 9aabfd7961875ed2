/** Plans the owner's work for the customer: the first answer, the proposal, the correction and the result. */
import { type Bundle, Instant } from "@hearback/core"
import { waitsUntil } from "./Asking.ts"
import { customerOf, fieldsFor, type Intent, type OpenGate, remedyOf, type Situation } from "./Situation.ts"

const HOUR = Instant.HOUR

/** Working time that each kind of gate takes, in minutes, and how often it takes longer (`late.share`, from 0 to 1). */
const effort = {
  acknowledgement: { low: 8, high: 170, late: { share: 0.07, low: 400, high: 900 } },
  proposal: { low: 60, high: 800, late: { share: 0.16, low: 1500, high: 2600 } },
  correction: { low: 60, high: 1000, late: { share: 0.1, low: 1200, high: 2400 } },
  result: { low: 30, high: 300, late: { share: 0.06, low: 900, high: 1800 } },
  decision: { low: 200, high: 1500, late: { share: 0.08, low: 2000, high: 3000 } }
} as const

type Kind = keyof typeof effort

/** Returns the instant at which the owner finishes a gate if nothing interrupts the work. Units: ms since 1970. */
export const doneAt = (x: Situation, { gate, openedAt }: OpenGate, kind: Kind): number => {
  const question = `${gate.name} ${x.view.reopened}`
  const { low, high, late } = effort[kind]
  const isLate = x.roll(`late ${question}`) < late.share
  const from = Math.max(openedAt, waitsUntil(x, gate.name))
  return x.hours.after(
    x.view.owner,
    from,
    isLate ? x.takes(question, late.low, late.high) : x.takes(question, low, high)
  )
}

const acknowledge = (x: Situation, open: OpenGate): readonly Intent[] => [
  pass(x, open, doneAt(x, open, "acknowledgement"), () => ({}))
]

const correct = (x: Situation, open: OpenGate): readonly Intent[] => {
  const at = doneAt(x, open, "correction")
  const { rule, gate } = open
  const explanation = rule.orExplain
  // A customer who received compensation is told about it; the explanation that nothing is to be corrected would be
  // false.
  const isPaid = x.view.compensated > 0
  if (
    isPaid ||
    explanation === undefined ||
    !explanation.by.includes("owner") ||
    x.roll(`explains ${gate.name}`) >= 0.4
  )
    return [put(x, open, at)]
  const reason = x.say(`explained ${gate.name}`, x.phrases.explained)
  return [
    {
      name: `explain ${gate.name} ${x.view.reopened}`,
      by: [x.view.owner],
      at,
      tries: 9,
      needs: `explain ${gate.name}`,
      command: () => ({ do: "explain", gate: gate.name, reason, ...fieldsFor(x, explanation.fields) })
    }
  ]
}

const put = (x: Situation, open: OpenGate, at: number): Intent =>
  pass(x, open, at, () => ({
    actions: [{ what: x.say(`corrects ${open.gate.name}`, remedyOf(x).correction), owner: x.view.owner }]
  }))

const tell = (x: Situation, open: OpenGate): readonly Intent[] => {
  const explained = x.view.gates.some((one) => one.kind === "correction" && one.state === "explained")
  const decided = x.view.gates.some((one) => one.kind === "decision")
  const { fields } = open.rule
  const disposition = x.view.compensated > 0 ? "monetary-relief" : explained ? "explanation" : "non-monetary-relief"
  const words = explained
    ? x.phrases.explained
    : x.view.loop === "inquiry"
      ? x.phrases.answered
      : decided
        ? conclusion(x)
        : remedyOf(x).result
  return [
    pass(x, open, Math.max(doneAt(x, open, "result"), slowUntil(x)), () => ({
      result: x.say(`result ${x.view.reopened}`, words),
      shortfall: x.say(`shortfall ${x.view.reopened}`, x.phrases.shortfall),
      ...fieldsFor(x, fields, fields.includes("disposition") ? { disposition } : {})
    }))
  ]
}

/**
 * Returns the name of the gate for a holding response, which is sent when a matter depends on others for weeks;
 * undefined where the policy has none.
 */
const holding = (x: Situation): string | undefined =>
  x.policy.loops
    .get(x.view.loop ?? "")
    ?.rule.gates.find((rule) => rule.optional && rule.kind === "record" && rule.tell !== undefined)?.name

const slowUntil = (x: Situation): number =>
  holding(x) !== undefined && x.roll("slow") < 0.22
    ? x.hours.after(x.view.owner, x.view.receivedAt.getTime() + (18 + 30 * x.roll("slow for")) * Instant.DAY, HOUR)
    : 0

const hold = (x: Situation, open: OpenGate): readonly Intent[] => {
  if (slowUntil(x) === 0 || open.gate.name !== holding(x)) return []
  const at = x.hours.after(x.view.owner, x.view.receivedAt.getTime() + (6 + 8 * x.roll("holds")) * Instant.DAY, HOUR)
  return [pass(x, open, at, () => fieldsFor(x, open.rule.fields))]
}

type Conclusion = "adopted" | "later" | "declined"

const wanted = (x: Situation): Conclusion => {
  const roll = x.roll("decides")
  return roll < 0.45 ? "adopted" : roll < 0.75 ? "later" : "declined"
}

/** Returns the wording of the decision; the customer receives the same words as the result. */
const conclusion = (x: Situation): readonly [string, ...string[]] =>
  ({ adopted: x.phrases.adopted, later: x.phrases.later, declined: x.phrases.turnedDown })[wanted(x)]

const decide = (x: Situation, open: OpenGate): readonly Intent[] => [
  pass(x, open, doneAt(x, open, "decision"), () => ({ decision: wanted(x), reason: x.say("decision", conclusion(x)) }))
]

const pass = (
  x: Situation,
  { gate }: OpenGate,
  at: number,
  evidence: () => Readonly<Record<string, unknown>>
): Intent => ({
  name: `pass ${gate.name} ${x.view.reopened}`,
  by: [x.view.owner],
  at,
  tries: 9,
  needs: `pass ${gate.name}`,
  command: () => ({ do: "pass", gate: gate.name, ...evidence() })
})

/** Plans the rounds with the customer: the instant of each proposal follows from the first one. */
const propose = (x: Situation, open: OpenGate): readonly Intent[] => {
  const { gate, rule } = open
  const { rounds } = gate
  let proposedAt = doneAt(x, open, "proposal")
  let repliedAt = 0
  for (let round = 1; ; round++) {
    const question = `${gate.name} ${x.view.reopened} round ${round}`
    const made = rounds[round - 1]
    if (made === undefined) {
      const isArbiters = rule.rounds !== undefined && rounds.length >= rule.rounds && rule.arbiter !== undefined
      const arbiters = isArbiters ? x.withRole(rule.arbiter ?? "").map((one) => one.id) : []
      const proposal = x.say(question, round === 1 ? remedyOf(x).proposal : x.phrases.offer)
      return [
        {
          name: `propose ${question}`,
          by: [arbiters[0] ?? x.view.owner],
          at: proposedAt,
          tries: 9,
          // When a gate waits for an answer, its next round passes the gate only after the answer has arrived.
          needs: isArbiters ? "" : `pass ${gate.name}`,
          command: () => ({ do: "pass", gate: gate.name, proposal })
        }
      ]
    }
    repliedAt = x.customerAfter(question, proposedAt, 1, 40)
    if (made.reply === undefined) return [reply(x, gate.name, question, repliedAt)]
    proposedAt = x.hours.after(x.view.owner, repliedAt, x.takes(question, 40, 400))
  }
}

const reply = (x: Situation, gate: string, question: string, at: number): Intent => {
  const roll = x.roll(`replies ${question}`)
  const says = roll < 0.74 ? "agree" : roll < 0.9 ? "counter" : "refuse"
  const text =
    says === "agree"
      ? {}
      : { text: x.say(`reply ${question}`, says === "counter" ? x.phrases.counter : x.phrases.refuse) }
  return {
    name: `reply ${question}`,
    by: [customerOf(x)],
    at,
    tries: 9,
    needs: `reply ${gate}`,
    command: () => ({ do: "reply", gate, says, ...text })
  }
}

/** Plans the customer's reaction: some customers confirm, some are not satisfied, and the others never answer. */
const confirm = (x: Situation, { gate, openedAt }: OpenGate): readonly Intent[] => {
  const question = `${gate.name} ${x.view.reopened}`
  const roll = x.roll(`confirms ${question}`)
  const says = roll < 0.58 ? "satisfied" : roll < (x.view.reopened === 0 ? 0.68 : 0.6) ? "dissatisfied" : undefined
  if (says === undefined) return []
  return [
    {
      name: `confirm ${question}`,
      by: [customerOf(x)],
      at: x.customerAfter(question, openedAt, 2, 80),
      tries: 2,
      needs: `reply ${gate.name}`,
      command: () => ({ do: "reply", gate: gate.name, says, text: x.say(`confirm ${question}`, x.phrases[says]) })
    }
  ]
}

const forGate: Readonly<Partial<Record<Bundle.GateKind, (x: Situation, open: OpenGate) => readonly Intent[]>>> = {
  acknowledgement: acknowledge,
  proposal: propose,
  correction: correct,
  result: tell,
  decision: decide,
  confirmation: confirm,
  record: hold
}

/** Returns what owner and customer intend to do at the open gates of the customer's side. */
export const answering = (x: Situation): readonly Intent[] =>
  x.open.flatMap((open) => forGate[open.rule.kind]?.(x, open) ?? [])
