/**
 * The passing of time: arrivals, what falls due, and what people do, each at its own instant.
 *
 * Invariant: what happens at an instant follows from the store and the seed, never from what this process remembers.
 * So a run that was killed goes on where it stopped, to the same end.
 */
import { Instant } from "@hearback/core"
import type { ActorReference, CaseRow, Loop, Receipt } from "hearback"
import type { Arrival } from "./Ingest.ts"
import { plan, type Step } from "./Plan.ts"
import { isAnonymous, type World } from "./Situation.ts"

/** Units: `at` in ms since 1970. */
export interface Progress {
  readonly at: number
  readonly arrived: number
  readonly arrivals: number
  readonly commands: number
}

export interface Weeks {
  readonly loop: Loop
  readonly world: World
  readonly arrivals: readonly Arrival[]
  /** Where it ends. Units: ms since 1970. */
  readonly to: number
  readonly onProgress?: (progress: Progress) => void
}

const never = Number.POSITIVE_INFINITY

/** Hands an arrival in. A second time gives the receipt of the first. */
export const arrive = async (loop: Loop, arrival: Arrival): Promise<Receipt> => {
  const { key, at } = arrival
  if ("raw" in arrival)
    return loop.quarantine.put({
      key,
      channel: "file",
      raw: arrival.raw,
      reason: arrival.reason,
      received: new Date(at)
    })
  for await (const receipt of loop.submitMany([{ feedback: arrival.feedback, key }])) return receipt
  throw new Error(`no receipt for ${key}`)
}

/** Lives through the weeks, from where the store stands. Returns how many commands were given. */
export const live = async ({ loop, world, arrivals, to, onProgress }: Weeks): Promise<number> => {
  const people = makePeople(loop, world)
  const told = (await loop.health()).timers.lastTickAt?.getTime()
  if (told !== undefined && told >= to) return 0
  let arrived = told === undefined ? 0 : arrivals.findIndex((arrival) => arrival.at >= told)
  if (arrived === -1) arrived = arrivals.length
  let timer = never
  const happen = async (now: number): Promise<void> => {
    for (let arrival = arrivals[arrived]; arrival !== undefined && arrival.at <= now; arrival = arrivals[++arrived]) {
      const receipt = await arrive(loop, arrival)
      if (receipt.outcome !== "quarantined") await people.consider(receipt.case, now + 1)
    }
    await people.act(now)
    // What was written leaves a minute later.
    timer = Math.min(timer, now + Instant.MINUTE)
  }
  if (told !== undefined) {
    // The instant at which the last run stopped is finished first; what was done then is not done again.
    timer = await people.look(told)
    await happen(told)
  }
  for (let isFirst = told !== undefined; ; isFirst = false) {
    const now = Math.max(Math.min(arrivals[arrived]?.at ?? never, timer, people.next()), (told ?? 0) + 1)
    if (now >= to) break
    const ticked = await loop.tick({ at: new Date(now) })
    timer = ticked.nextDue?.getTime() ?? never
    if (isFirst) timer = Math.min(timer, await leftovers(loop, now))
    if (isFirst || ticked.fired + ticked.sent > 0) await people.look(now, now)
    if ((arrivals[arrived]?.at ?? never) <= now || people.next() <= now) await happen(now)
    onProgress?.({ at: now, arrived, arrivals: arrivals.length, commands: people.given() })
  }
  await loop.tick({ at: new Date(to) })
  return people.given()
}

/** What a killed process had in hand at this very instant is free a moment later. Returns what falls due next. */
const leftovers = async (loop: Loop, now: number): Promise<number> => {
  const { outbox, timers } = await loop.health()
  if (outbox.waiting === 0 && timers.oldestDueMs === null) return never
  const { nextDue } = await loop.tick({ at: new Date(now + 1) })
  return nextDue?.getTime() ?? never
}

interface People {
  /** Works out anew what happens next on a case. */
  readonly consider: (id: string, from: number) => Promise<void>
  /** Looks through the worklist, at what changed since an instant; returns when time itself acts next. */
  readonly look: (from: number, changedSince?: number) => Promise<number>
  readonly next: () => number
  /** Everyone does what they mean to do now, case by case. */
  readonly act: (now: number) => Promise<void>
  readonly given: () => number
}

const makePeople = (loop: Loop, world: World): People => {
  const steps = new Map<string, Step>()
  let given = 0
  const stepOf = async (id: string, from: number): Promise<Step | undefined> => {
    const view = await loop.get(id)
    return view === undefined ? undefined : plan(world, view, from)
  }
  const put = (id: string, step: Step | undefined): void => {
    if (step === undefined) steps.delete(id)
    else steps.set(id, step)
  }
  const consider = async (id: string, from: number): Promise<void> => put(id, await stepOf(id, from))
  return {
    consider,
    look: async (from, changedSince = 0) => {
      let due = never
      for (const row of await worklist(loop)) {
        due = Math.min(due, row.dueAt?.getTime() ?? never)
        if (row.updatedAt.getTime() >= changedSince) await consider(row.id, from)
      }
      return due
    },
    next: () => {
      let next = never
      for (const step of steps.values()) if (step.at < next) next = step.at
      return next
    },
    act: async (now) => {
      const due = [...steps].filter(([, step]) => step.at <= now).sort(([a], [b]) => (a < b ? -1 : 1))
      for (const [id, { at }] of due) {
        // Time may have changed the case, or closed it, since the step was planned.
        let step = await stepOf(id, at)
        while (step !== undefined && step.at <= now) {
          await give(loop, world, id, step)
          given += 1
          const following: Step | undefined = await stepOf(id, at)
          step = following?.key === step.key ? await stepOf(id, now + 1) : following
        }
        put(id, step)
      }
    },
    given: () => given
  }
}

const worklist = async (loop: Loop): Promise<readonly CaseRow[]> => {
  const rows: CaseRow[] = []
  for (const state of ["open", "customer-loop-closed"] as const)
    for (let after: string | undefined; ; ) {
      const page = await loop.list({ state, limit: 200, ...(after === undefined ? {} : { after }) })
      rows.push(...page.items)
      if (page.next === undefined) break
      after = page.next
    }
  return rows
}

/**
 * A command that the case does not allow now is kept for another day; who may not read the case, as somebody without a
 * name, is told by the answer. Whose evidence is sent back notes why.
 */
const give = async (loop: Loop, world: World, id: string, step: Step): Promise<void> => {
  const desk = loop.for({ actor: actorOf(world, step.by) })
  const view = await desk.get(id)
  if (view !== undefined && step.needs !== "" && !view.allowed.includes(step.needs)) return
  const outcome = await desk.execute(id, step.command, { key: step.key })
  if (outcome.ok || step.command.do !== "pass") return
  const text = outcome.rejection.messages[world.example.language]
  await desk.execute(id, { do: "note", text }, { key: `${step.key}/note` })
}

/** Whoever is not of the staff is a customer; an anonymous one has a name in the story alone. */
const actorOf = ({ people }: World, by: string): ActorReference => {
  if (people.some(({ id }) => id === by)) return { id: by }
  return isAnonymous(by) ? { anonymous: true } : { customer: by }
}
