/**
 * Simulates surveys by `frequency`: when a period begins, the customers who came in the last one are asked. They
 * answer like a confirmation; a dissatisfied customer also writes what it is about.
 */
import { Actor, type Command, Frequency, Inputs, kindByScore, type Policy, Survey } from "@hearback/core"
import { type Poll, pollsOf } from "../complete/Polls.ts"
import { type Entity, offspring } from "../random/Chance.ts"
import type { LiveCase } from "../world/Scene.ts"
import type { SimulatedWorld } from "../world/World.ts"
import { type Deciding, withWords } from "./CaseDecisions.ts"
import { filled } from "./Form.ts"
import { answersFor, mostDrawn } from "./SurveyAnswers.ts"

/** The periodic surveys. */
export interface Polling {
  /** Begins the periods. */
  readonly begin: () => void
  /** Called when a customer has come. */
  readonly came: (live: LiveCase) => void
}

type Draw = (purpose: string) => number
type Known = Pick<LiveCase, "entity" | "customer">

/** The scale of a channel without one. */
const usualScale = [0, 10] as const

/** Makes the periodic surveys. */
export const makePolling = (world: SimulatedWorld, deciding: Deciding, came: (live: LiveCase) => void): Polling => {
  const { plan, events, chance } = world
  const { policy, customers, arrivals } = plan
  const polls = pollsOf(policy)
  /** The customers who came since the last period of a channel began, by their ids. */
  const known = new Map<Poll, Map<string, Known>>(polls.map((poll) => [poll, new Map()]))

  const answer = (channel: string, period: string, { customer }: Known, who: Entity, says: string): void => {
    const draw: Draw = (purpose) => chance.of(who, purpose)
    const isDissatisfied = says === "dissatisfied"
    const category = isDissatisfied ? arrivals.category(draw("category")) : undefined
    const text = isDissatisfied ? arrivals.texts.of(category, arrivals.emotion(draw("emotion")), draw("words")) : ""
    const given = answersTo(policy, channel, customer.facts ?? {}, says, draw)
    // A satisfied customer without a choice does not answer.
    if (given === undefined && !isDissatisfied) return
    const id = `${channel} ${period} ${customer.id}`
    const said = {
      do: "submit",
      case: id,
      channel,
      customer: customer.id,
      ...(text === "" ? {} : { verbatim: text })
    } as const
    const filling = { now: world.now, onFile: customer.facts ?? {}, category, draw }
    const command: Command.Submit = filled(policy, { ...said, ...given }, filling)
    const opening = { id, entity: who, customer, text, channel, fault: undefined }
    const live = deciding.open(
      opening,
      { command, actor: Actor.channel(channel) },
      withWords(arrivals.texts.read(text))
    )
    if (live !== undefined && isDissatisfied) came(live)
  }

  const ask = ({ channel }: Poll, period: string, one: Known): void => {
    const leaves = deciding.survey(one.customer, channel, period)
    if (leaves === undefined) return
    const who = offspring(one.entity, `${channel} ${period}`, 0)
    const { delay, says } = customers.confirmations
    const said = says(chance.of(who, "reply"))
    if (said === undefined || said === "silent") return
    const at = Math.round(leaves + delay(chance.of(who, "reply delay")))
    events.push(at, () => answer(channel, period, one, who, said))
  }

  const follow = (poll: Poll, times: readonly number[], count: number): void => {
    const at = times[count]
    if (at === undefined) return
    events.push(at, () => {
      const period = Frequency.periodOf(poll.frequency, at, policy.zone)
      const asked = [...(known.get(poll)?.values() ?? [])]
      known.get(poll)?.clear()
      for (const one of asked) ask(poll, period, one)
      follow(poll, times, count + 1)
    })
  }

  return {
    begin: () => {
      for (const poll of polls)
        follow(poll, Frequency.beginnings(poll.frequency, policy.zone, world.now, world.until - 1), 0)
    },
    came: ({ entity, customer }) => {
      for (const one of known.values()) one.set(customer.id, { entity, customer })
    }
  }
}

/**
 * Returns a score, or answers to questions, that mean what a customer means; undefined if there is only free text.
 */
const answersTo = (
  policy: Policy.Policy,
  channel: string,
  onFile: NonNullable<LiveCase["customer"]["facts"]>,
  says: string,
  draw: Draw
): Pick<Command.Submit, "facts" | "score"> | undefined => {
  if (Survey.questionsOf(policy, channel).length > 0) {
    const facts = answersFor(policy, channel, Inputs.ofFacts(policy, onFile), says, draw)
    return facts === undefined ? undefined : { facts }
  }
  const { scale, kindByScore: kinds } = policy.bundle.channels[channel] ?? {}
  if (scale === undefined && kinds === undefined) return undefined
  const [low, high] = scale ?? usualScale
  let score = low
  for (let n = 0; n < mostDrawn; n++) {
    score = low + Math.floor(draw(`score ${n}`) * (high - low + 1))
    if ((kindByScore(policy, channel, score) === "complaint") === (says === "dissatisfied")) break
  }
  return { score }
}
