/** How feedback comes: by chance at a rate that changes with time, as it was recorded, or from a fault. */

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

/** What is known of an arrival before anything is drawn. */
interface Known extends Omit<Traced, "at"> {
  readonly fault?: CauseUnderWay
}

export interface Arriving {
  /** Begins to let feedback come. */
  readonly begin: () => void
  /** Lets feedback come at a rate until it is over; `source` names it among all. */
  readonly stream: (source: string, rate: ArrivalRate, known: Known, isOver: () => boolean) => void
}

export const makeArriving = (world: SimulatedWorld, deciding: Deciding, came: (live: LiveCase) => void): Arriving => {
  const { plan, events, chance } = world
  const { arrivals, policy } = plan

  /** Whether nothing comes any more. */
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
   * By thinning: candidates come at the highest rate, and each is taken by how high the rate is then. A rate is one of
   * cases: where several come together, this is so much rarer.
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

  /** One at a time is put in, so that a long trace is no long queue. */
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

/** What is known of an arrival beside its words; a category only where the words do not show it. */
const toldOf = ({ facts, kind, score, category }: Known, { found }: Gathered.WordsRead): Partial<Command.Submit> =>
  defined({ facts, kind, score, category: category === found.category ? undefined : category })

const contactsOf = ({ contacts }: Known): Gathered.SameMatter | undefined =>
  contacts === undefined ? undefined : { contacts, unanswered: contacts - 1 }

/** What comes more than was recorded is of another customer. */
const another = ({ customer }: Traced, count: number): Pick<Traced, "customer"> =>
  customer === undefined ? {} : { customer: `${customer} (${count + 1})` }

const firstFrom = (trace: readonly Traced[], from: number): number => {
  const found = trace.findIndex(({ at }) => at >= from)
  return found < 0 ? trace.length : found
}
