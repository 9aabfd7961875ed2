/**
 * A loop for tests: the real handle with a clock that the test moves. Nothing sleeps and nothing is random, because
 * ids come from a seed.
 */
import { type AnyNames, type Bundle, defined, Instant, Policy, type PolicyNames } from "@hearback/core"
import { type Channel, type Directory, defaultTenant, makeRoutes, type RouteOptions } from "@hearback/engine"
import { after, parseDuration } from "@hearback/policy"
import { hearbackError } from "../../call/HearbackError.ts"
import { type Instantish, toInstant } from "../../call/Instant.ts"
import * as Shape from "../../call/Shape.ts"
import type { Desk } from "../../desk/Desk.ts"
import type { Loop } from "../../loop/Loop.ts"
import { open } from "../../open/LoopOpening.ts"
import type { PolicyFile } from "../../open/OpenOptions.ts"
import type { ReportOptions } from "../../open/Reports.ts"
import { memory, type Store } from "../../open/Store.ts"
import { peopleBeside, policyInFile } from "../../policy/Files.ts"
import { type CheckedCase, keepRead } from "../check/CheckedCase.ts"
import { makeRecorder, recording, type Sent } from "./Recorder.ts"
import { seededIds } from "./SeededIds.ts"
import { travel } from "./VirtualTime.ts"

/** The options of `testLoop`. */
export interface TestLoopOptions extends ReportOptions {
  /**
   * The first instant of the clock: an instant with its offset, or a local time in the policy's zone, `2026-11-16
   * 09:00`.
   */
  readonly at: Instantish
  /** A people file, or a directory of your own. Default: `people.yaml` beside the policy, if there is one. */
  readonly people?: string | Directory
  /** The seed of the random numbers: the same seed makes the same case ids. Default 1. */
  readonly seed?: number
  /** Default: a store in memory. */
  readonly store?: Store
  /** The channels. Default: one that takes every message. `sent` returns their messages in either case. */
  readonly channels?: readonly Channel[]
  readonly routes?: RouteOptions
  readonly language?: Bundle.Language
}

/** Options of which `open` gives the shape. */
const fields: Readonly<Record<keyof TestLoopOptions, Shape.ValueKind>> = {
  at: Shape.anything,
  people: Shape.anything,
  seed: Shape.wholeNumber,
  store: Shape.anything,
  channels: Shape.anything,
  routes: Shape.anything,
  language: Shape.language,
  logger: Shape.anything,
  onError: Shape.anything
}

/** A loop for tests, with a clock that the test moves and a store in memory. */
export interface TestLoop<N extends PolicyNames = AnyNames> extends Loop<N> {
  /** Returns the present instant of the test. */
  now(): Date
  /**
   * Moves the clock on by a length of time (`"3 working days"`; days keep the time of day) or to an instant, and fires
   * everything that falls due on the way, in order. Errors: `time/not-an-instant` if it is neither, or lies in the
   * past.
   */
  advance(by: string | Date, options?: { readonly calendar?: string }): Promise<Date>
  /** Returns all messages that have left, in order. */
  sent(): readonly Sent[]
  /** Stops the loop without closing it and opens it again on the same store, as after a crash. */
  crash(): Promise<void>
}

/** Opens a loop for tests on a policy file or a bundle. */
export const testLoop = async <N extends PolicyNames = AnyNames>(
  policy: string | PolicyFile<N> | Bundle.Bundle,
  options: TestLoopOptions
): Promise<TestLoop<N>> => {
  Shape.check("testLoop", options ?? null, fields)
  Shape.required("testLoop", options, ["at"])
  const bundle = bundleOf(policy)
  const core = Policy.load(bundle)
  const instant = (given: Instantish, option = "at", also = ""): number =>
    (typeof given === "string" ? Instant.parseInstant(given, core.zone) : undefined) ??
    toInstant(given, option, `${also}a reading in the policy's zone such as "2026-11-16 09:40", `)
  let now = instant(options.at)
  let keys = 0
  const recorder = makeRecorder(() => now)
  const { events, keys: sealing } = options.store ?? memory()
  // A store that was used before already has its ids and keys.
  const { position } = await events.status(defaultTenant)
  const ids = seededIds(options.seed ?? 1, position)
  const people = options.people ?? (typeof policy === "string" ? peopleBeside(policy) : undefined)
  const channels = options.channels?.map((channel) => recording(channel, recorder)) ?? [recorder.channel]
  const routes = makeRoutes(channels, options.routes)
  const attach = (): Promise<Loop> =>
    open({
      policy: bundle,
      // Without its name, the store is attached again each time.
      store: { events, keys: sealing },
      ids,
      clock: { now: () => now },
      virtualTime: true,
      channels,
      ...defined({
        people,
        language: options.language,
        routes: options.routes,
        logger: options.logger,
        onError: options.onError
      })
    })
  let current = await attach()

  const readCase = async (id: string): Promise<CheckedCase> => {
    const { lines } = await current.explain(id, "owner")
    return defined({
      instant: (text: string) => Instant.parseInstant(text, core.zone),
      day: (at: number) => Instant.dueDate(at, core.zone),
      text: (at: number) => Instant.renderDue(at, core.zone),
      owner: lines.findLast(({ place }) => place !== undefined)?.place
    })
  }

  const named = (desk: () => Desk): Desk =>
    following(desk, {
      submit: (feedback, call) => desk().submit(feedback, { key: `submit-${position}-${++keys}`, ...call }),
      get: async (id) => {
        const view = await desk().get(id)
        return view && keepRead(view, await readCase(id))
      },
      preview: (feedback, given = {}) =>
        desk().preview(feedback, given.at === undefined ? given : { ...given, at: new Date(instant(given.at)) }),
      execute: (id, command, call) => desk().execute(id, command, { key: `execute-${position}-${++keys}`, ...call }),
      for: (scope) => named(() => desk().for(scope))
    })

  const clock = {
    now: () => now,
    set: (to: number) => {
      now = to
    }
  }
  const goTo = async (to: number): Promise<Date> => {
    if (to < now)
      throw hearbackError("time/not-an-instant", `time goes on from ${new Date(now).toISOString()}, not back`)
    await travel(
      { store: events, tenant: defaultTenant, routes, policy: core },
      clock,
      to,
      async () => void (await current.tick())
    )
    return new Date(now)
  }
  const own: Partial<TestLoop> = {
    ...pick(
      named(() => current),
      ["submit", "preview", "execute", "get", "for"]
    ),
    now: () => new Date(now),
    advance: async (by, { calendar = bundle.defaultCalendar } = {}) => {
      const length = typeof by === "string" ? parseDuration(by.replace(/^\+\s*/, "")) : undefined
      if (length === undefined) return goTo(instant(by, "by", 'a length such as "2 working days", '))
      return goTo(after({ calendar: calendarOf(core, calendar), zone: core.zone }, now, length))
    },
    sent: () => [...recorder.sent],
    tick: async (given = {}) => {
      if (given.at !== undefined) await goTo(instant(given.at))
      return current.tick(defined({ budgetMs: given.budgetMs, signal: given.signal }))
    },
    crash: async () => {
      current = await attach()
    }
  }
  // Names are only types.
  return following(() => current as TestLoop, own) as unknown as TestLoop<N>
}

const bundleOf = (policy: string | Bundle.Bundle): Bundle.Bundle =>
  typeof policy === "string" ? policyInFile(policy) : policy

const calendarOf = (policy: Policy.Policy, name: string) => {
  const found = policy.calendars.get(name)
  if (found === undefined) {
    const known = [...policy.calendars.keys()].join(", ")
    throw hearbackError("time/not-an-instant", `the policy has no calendar \`${name}\`; it has ${known}`)
  }
  return found
}

const pick = <T, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>

/** Returns a handle that passes every call to the current loop, except what is given here. */
const following = <T extends object>(behind: () => T, own: Partial<T>): T =>
  new Proxy(own as T, {
    get: (_, key) => Reflect.get(key in own ? own : behind(), key),
    has: (_, key) => key in own || key in behind()
  })
