/** Lets feedback arrive: at random with a rate that changes over time, as recorded, or from a fault. */

import { Actor, type Command, defined, type Gathered, type Happened } from "@hearback/core"
import type { Traced } from "../model/Arrivals.ts"
import type { ArrivalRate } from "../model/Plan.ts"
import { type Entity, entity, offspring } from "../random/Chance.ts"
import { average } from "../statistic/Interval.ts"
import type { SimulatedArrival } from "../world/LiveCase.ts"
import type { CauseUnderWay, LiveCase } from "../world/Scene.ts"
import type { SimulatedWorld } from "../world/World.ts"
import { type Deciding, withWords } from "./CaseDecisions.ts"
import { filled } from "./Form.ts"

/** What is known of an arrival before random draws. */
interface Known extends Omit<Traced, "at"> {
  readonly fault?: CauseUnderWay
}

/** The process of arrivals. */
export interface Arriving {
  /** Begins the arrivals. */
  readonly begin: () => void
  /** Lets feedback arrive at a rate until it ends; `source` names it among all processes. */
  readonly stream: (source: string, rate: ArrivalRate, known: Known, isOver: () => boolean) => void
}

/** Makes the process of arrivals. */
export const makeArriving = (world: SimulatedWorld, deciding: Deciding, came: (live: LiveCase) => void): Arriving => {
  const { plan, events, chance } = world
  const { arrivals, policy } = plan

  /** Returns whether arrivals have ended. */
  const isOver = (): boolean => world.now >= world.until && (plan.horizon === "terminating" || world.owed === 0)

  const arrive = (who: Entity, id: string, known: Known): void => {
    const draw = (purpose: string): number => chance.of(who, purpose)
    const category = known.category ?? arrivals.category(draw("category"))
    const text = known.text ?? arrivals.texts.of(category, arrivals.emotion(draw("emotion")), draw("words"))
    const read = arrivals.texts.read(text)
    const channel = known.channel ?? arrivals.channel(draw("channel")) ?? Object.keys(policy.bundle.channels)[0] ?? ""
    const language = known.language ?? arrivals.language(draw("language"))
    const onFile = arrivals.facts.map(({ name, value }) => [name, value(draw(`fact ${name}`))] as const)
    const customer: SimulatedArrival["customer"] = defined({
      id: known.customer ?? `customer of ${id}`,
      language: language as SimulatedArrival["customer"]["language"],
      facts: onFile.length === 0 ? undefined : Object.fromEntries(onFile)
    })
    const said = { do: "submit", case: id, channel, verbatim: text, customer: customer.id } as const
    const filling = { now: world.now, onFile: customer.facts ?? {}, category, draw }
    const command = filled(policy, { ...said, ...toldOf(known, read) }, filling)
    const opening = { id, entity: who, customer, text, channel, fault: known.fault }
    const given = { command, actor: Actor.channel(channel) }
    const live = deciding.open(opening, given, withWords(read, contactsOf(known)))
    if (live === undefined) return
    came(live)
    for (const { after, what } of known.later ?? []) later(live, after, what)
  }

  const later = (live: LiveCase, after: number, what: Happened.Happened): void => {
    live.pending += 1
    events.push(world.now + after, () => {
      live.pending -= 1
      if (world.cases.get(live.id) === live) deciding.happen(live, what)
    })
  }

  const together = (share: number): number => Math.max(1, Math.round(arrivals.batch(share)))
  const usuallyTogether = average(Array.from({ length: 1000 }, (_, i) => together((i + 0.5) / 1000)))

  /**
   * Lets feedback arrive by thinning: candidates arrive at the highest rate, and each is accepted with the current
   * rate relative to it. A rate counts cases, so if several arrive together, such groups are rarer.
   */
  const stream: Arriving["stream"] = (source, rate, known, ends) => {
    if (!(rate.most > 0)) return
    let [candidate, number] = [0, 0]
    let at = world.now
    const next = (): void => {
      const who = entity(source, candidate)
      candidate += 1
      at += (-Math.log(chance.of(who, "gap")) * usuallyTogether) / rate.most
      const isTaken = chance.of(who, "taken") * rate.most < rate.at(at)
      if (!Number.isFinite(at)) return
      events.push(Math.round(at), () => {
        if (ends()) return
        if (isTaken)
          for (let n = together(chance.of(who, "batch")); n > 0; n--) {
            arrive(entity(`${source} case`, number), `${source}${number + 1}`, known)
            number += 1
          }
        next()
      })
    }
    next()
  }

  /** Adds recorded arrivals to the queue one at a time, so that it stays short. */
  const follow = (trace: readonly Traced[], index: number): void => {
    const one = trace[index]
    if (one === undefined) return
    events.push(one.at, () => {
      const who = entity("trace case", index)
      const copies = Math.floor(arrivals.factor + 1 - chance.of(who, "copies"))
      for (let n = 0; n < copies; n++)
        if (n === 0) arrive(who, `T${index + 1}`, one)
        else arrive(offspring(who, "copy", n), `T${index + 1}.${n + 1}`, { ...one, ...another(one, n) })
      follow(trace, index + 1)
    })
  }

  return {
    begin: () => {
      if (arrivals.trace === undefined) stream("S", arrivals.rate, {}, isOver)
      else follow(arrivals.trace, Math.max(0, firstFrom(arrivals.trace, world.now)))
    },
    stream
  }
}

/** Returns what is known of an arrival beside its words; the category only if the words do not show it. */
const toldOf = ({ facts, kind, score, category }: Known, { found }: Gathered.WordsRead): Partial<Command.Submit> =>
  defined({ facts, kind, score, category: category === found.category ? undefined : category })

const contactsOf = ({ contacts }: Known): Gathered.SameMatter | undefined =>
  contacts === undefined ? undefined : { contacts, unanswered: contacts - 1 }

/** Returns a new customer for additional copies of a recorded arrival. */
const another = ({ customer }: Traced, count: number): Pick<Traced, "customer"> =>
  customer === undefined ? {} : { customer: `${customer} (${count + 1})` }

const firstFrom = (trace: readonly Traced[], from: number): number => {
  const found = trace.findIndex(({ at }) => at >= from)
  return found < 0 ? trace.length : found
}
