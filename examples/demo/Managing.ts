/**
 * Plans what people do about a case among themselves: hand it over, ask for more time or money, decide requests, and
 * read messages again.
 */
import { Instant } from "@hearback/core"
import { doneAt } from "./Answering.ts"
import { pick } from "./Chance.ts"
import { type Intent, type Situation, shuffled } from "./Situation.ts"

const HOUR = Instant.HOUR

/** Returns the open gate at which the owner works for the customer, or undefined. */
const working = (x: Situation) => x.open.find(({ rule }) => rule.kind === "proposal" || rule.kind === "correction")

const handovers = (x: Situation): readonly Intent[] => {
  const { view } = x
  if (view.offer !== undefined) return answersTo(x, view.offer)
  const gate = working(x)
  const question = `hand over ${view.handovers}`
  const share = [0.14, 0.3, 0.5][view.handovers] ?? 0
  if (gate === undefined || gate.gate.rounds.length > 0 || x.roll(question) >= share) return []
  const roles = x.people.find((person) => person.id === view.owner)?.roles ?? []
  const to = shuffled(
    x,
    question,
    x.people.filter((one) => one.id !== view.owner && one.roles.some((role) => roles.includes(role)))
  )
  if (to === undefined) return []
  return [
    {
      name: question,
      by: [view.owner],
      at: x.hours.after(view.owner, gate.openedAt, x.takes(question, 10, 50)),
      tries: 2,
      needs: "hand-over",
      command: (attempt) => ({
        do: "hand-over",
        to: to[attempt % to.length] ?? to[0],
        reason: x.say(`${question} ${attempt}`, x.phrases.handover)
      })
    }
  ]
}

/** Plans the answers to an offered handover: most people accept, some decline, and a few never answer. */
const answersTo = (x: Situation, offer: NonNullable<Situation["view"]["offer"]>): readonly Intent[] => {
  const question = `offer ${offer.from} ${offer.to} ${x.view.handovers}`
  const roll = x.roll(question)
  if (roll > 0.92 || offer.due === null) return []
  const accepts = roll < 0.66
  return [
    {
      name: question,
      by: [offer.to],
      at: x.hours.before(offer.to, offer.due.getTime(), (0.3 + 1.5 * x.roll(`${question} when`)) * HOUR),
      tries: 1,
      needs: accepts ? "accept" : "decline",
      command: () => (accepts ? { do: "accept" } : { do: "decline", reason: x.say(question, x.phrases.declined) })
    }
  ]
}

/** Plans compensation: mostly within the owner's limit; an amount above the limit needs another person's approval. */
const compensation = (x: Situation): readonly Intent[] => {
  const { view } = x
  const gate = x.open.find(({ rule }) => rule.kind === "correction")
  const wants = x.roll("compensates") < (view.reopened > 0 ? 0.5 : 0.3)
  if (gate === undefined || !wants || view.approvals.length > 0) return []
  const roll = x.roll("how much")
  const { small, middle, large } = x.example.amounts
  const amounts = roll < 0.62 ? small : roll < 0.92 ? middle : large
  const amount = amounts[Math.floor(x.roll("amount") * amounts.length)] ?? 0
  return [
    {
      name: `compensate ${view.reopened}`,
      by: [view.owner],
      at: x.hours.after(view.owner, gate.openedAt, x.takes("compensates", 5, 50)),
      tries: 1,
      needs: "compensate",
      command: () => ({
        do: "compensate",
        amount: `${amount} ${x.policy.bundle.currency?.code ?? ""}`.trim(),
        reason: x.say("compensation", x.phrases.compensation)
      })
    }
  ]
}

/** Plans decisions about requests: nine in ten are decided in time, the others go to the next higher role. */
const approvals = (x: Situation): readonly Intent[] =>
  x.view.approvals.flatMap((approval): readonly Intent[] => {
    const question = `approval ${approval.asked} ${approval.amount} ${approval.person}`
    if (approval.due === null || (x.roll(`${question} looks`) > 0.9 && approval.asked !== "close")) return []
    const denies =
      approval.asked !== "close" && x.roll(`${question} denies`) < (approval.asked === "extend" ? 0.12 : 0.28)
    return [
      {
        name: `decide ${approval.id} ${approval.person}`,
        by: [approval.person],
        at: x.hours.before(approval.person, approval.due.getTime(), (0.3 + 1.6 * x.roll(`${question} when`)) * HOUR),
        tries: 3,
        needs: denies ? "deny" : "approve",
        command: () =>
          denies
            ? { do: "deny", approval: approval.id, reason: x.say(question, x.phrases.denied) }
            : { do: "approve", approval: approval.id }
      }
    ]
  })

/** Plans requests for more time: some people ask before the deadline, some only after it has passed. */
const extensions = (x: Situation): readonly Intent[] =>
  x.open.flatMap((open): readonly Intent[] => {
    const { kind, name } = open.rule
    const clock = x.view.clocks.find((one) => one.name === name && one.promise && one.state === "running")
    const rule = x.policy.loops.get(x.view.loop ?? "")?.clocks.get(name)
    if ((kind !== "proposal" && kind !== "result") || clock?.dueAt == null || rule?.extend === undefined) return []
    if (open.gate.rounds.length > 0 || x.view.approvals.length > 0) return []
    const slips = doneAt(x, open, kind) > clock.dueAt.getTime()
    if (!slips || x.roll(`notices ${name}`) > 0.75) return []
    const at = x.hours.before(x.view.owner, clock.dueAt.getTime(), (5 + 6 * x.roll(`extends ${name}`)) * HOUR)
    return [
      {
        name: `extend ${name} ${x.view.reopened}`,
        by: [x.view.owner],
        at: Math.max(at, x.hours.after(x.view.owner, open.openedAt, 10 * Instant.MINUTE)),
        tries: 1,
        needs: "extend",
        command: () => ({ do: "extend", clock: name, reason: x.say("extension", x.phrases.extension) })
      }
    ]
  })

/** Plans the review of a message that the dictionary could not classify: a person reads it and sets the category. */
const review = (x: Situation): readonly Intent[] => {
  const { view } = x
  const role = x.policy.bundle.dictionary.reviewBy
  const by = role === undefined ? undefined : shuffled(x, "reviews", x.withRole(role))
  if (view.review === undefined || by === undefined) return []
  const reading = x.readings.get(view.receivedAt.getTime())
  const category = reading?.category ?? view.category
  return [
    {
      name: "review",
      by,
      at: x.hours.after(by[0], view.receivedAt.getTime(), x.takes("reviews", 45, 500)),
      tries: 5,
      needs: "reclassify",
      command: () => ({
        do: "reclassify",
        ...(category === undefined ? {} : { category }),
        ...(reading?.kind === undefined || reading.kind === view.kind ? {} : { kind: reading.kind }),
        reason: x.say("reviewed", x.phrases.reviewed)
      })
    }
  ]
}

/** Plans progress updates, which the owner sends before they are due, where the policy promises them. */
const updates = (x: Situation): readonly Intent[] => {
  const clock = x.view.clocks.find((one) => one.name === "keep-informed" && one.state === "running")
  if (clock?.dueAt == null || x.view.state !== "open") return []
  const due = clock.dueAt.getTime()
  if (x.roll(`updates ${due}`) > 0.85) return []
  return [
    {
      name: `update ${due}`,
      by: [x.view.owner],
      at: x.hours.before(x.view.owner, due, (2 + 10 * x.roll(`update ${due}`)) * HOUR),
      tries: 1,
      needs: "write",
      command: () => ({ do: "write", text: x.say(`update ${due}`, x.phrases.update) })
    }
  ]
}

/** Plans a change of priority by the owner, in a few cases. */
const regrading = (x: Situation): readonly Intent[] => {
  const { view } = x
  const levels = x.policy.bundle.grading.find((one) => one.name === x.example.priority)?.levels ?? []
  const now = levels.indexOf(view.grades[x.example.priority]?.level ?? "")
  const gate = working(x)
  if (gate === undefined || now < 2 || view.grades[x.example.priority]?.by !== undefined || x.roll("regrades") >= 0.05)
    return []
  const to = levels[now - 1] ?? ""
  return [
    {
      name: "regrade",
      by: [view.owner],
      at: x.hours.after(view.owner, gate.openedAt, x.takes("regrades", 5, 40)),
      tries: 1,
      needs: "regrade",
      command: () => ({ do: "regrade", to, reason: pick(x.roll("why regrade"), x.phrases.reviewed) })
    }
  ]
}

/** Returns what people intend to do about a case apart from its gates. */
export const managing = (x: Situation): readonly Intent[] => [
  ...handovers(x),
  ...compensation(x),
  ...approvals(x),
  ...extensions(x),
  ...review(x),
  ...updates(x),
  ...regrading(x)
]
