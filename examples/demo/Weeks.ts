/**
 * Advances time through a run: arrivals, due work, and what people do, each at its own instant.
 *
 * Invariant: what happens at an instant depends on the store and the seed, never on what this process remembers. A
 * killed run therefore continues where it stopped, to the same end.
 */
import { Instant } from "@hearback/core"
import type { ActorReference, CaseRow, Loop, Receipt } from "hearback"
import type { Arrival } from "./Ingest.ts"
import { plan, type Step } from "./Plan.ts"
import { isAnonymous, type World } from "./Situation.ts"

/** How far a run has come. Units: `at` in ms since 1970. */
export interface Progress {
  readonly at: number
  readonly arrived: number
  readonly arrivals: number
  readonly commands: number
}

/** What `live` needs to advance time through a run. */
export interface Weeks {
  readonly loop: Loop
  readonly world: World
  readonly arrivals: readonly Arrival[]
  /** Instant at which the run ends. Units: ms since 1970. */
  readonly to: number
  readonly onProgress?: (progress: Progress) => void
}

const never = Number.POSITIVE_INFINITY

/** Delivers an arrival to the loop. A second delivery returns the receipt of the first. */
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

/** Advances time from the last instant in the store to the end. Returns the number of commands given. */
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
    // Outgoing messages leave one minute after they were written.
    timer = Math.min(timer, now + Instant.MINUTE)
  }
  if (told !== undefined) {
    // The instant at which the last run stopped is completed first; commands already given at it are not given again.
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

/** Releases the work that a killed process had claimed at this instant. Returns the instant of the next due work. */
const leftovers = async (loop: Loop, now: number): Promise<number> => {
  const { outbox, timers } = await loop.health()
  if (outbox.waiting === 0 && timers.oldestDueMs === null) return never
  const { nextDue } = await loop.tick({ at: new Date(now + 1) })
  return nextDue?.getTime() ?? never
}

interface People {
  /** Plans the next step of a case again. */
  readonly consider: (id: string, from: number) => Promise<void>
  /**
   * Plans every case in the worklist that changed since an instant; returns the instant at which the next deadline
   * acts.
   */
  readonly look: (from: number, changedSince?: number) => Promise<number>
  readonly next: () => number
  /** Gives every command that is planned for this instant, case by case. */
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
        // A deadline may have changed or closed the case since the step was planned.
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
 * Gives the command of a step. A command that the case does not allow now waits for another day. A customer who may not
 * read the case, such as an anonymous one, learns the outcome from the answer. An actor whose evidence is sent back
 * notes the reason.
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

/**
 * Returns the actor with an id: a person who is not in the staff is a customer, and an anonymous customer has a name
 * only in the story.
 */
const actorOf = ({ people }: World, by: string): ActorReference => {
  if (people.some(({ id }) => id === by)) return { id: by }
  return isAnonymous(by) ? { anonymous: true } : { customer: by }
}
