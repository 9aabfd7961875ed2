/** Opening: policy compiled, people read, store attached. What is wrong is told with every finding at once. */
import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import type { Bundle } from "@hearback/core"
import {
  type Channel,
  type Classifier,
  type Clock,
  type Directory,
  type Ids,
  lastActiveBundle,
  MetaKey,
  openEngine,
  type Rates,
  systemClock
} from "@hearback/engine"
import { compileFile, type Diagnostic, type People, readPeople, renderCompact } from "@hearback/policy"
import type { Loop } from "./api.ts"
import { directoryOf } from "./Directory.ts"
import { hearbackError } from "./errors.ts"
import { makeLoop } from "./Loop.ts"
import type { Store } from "./store.ts"

export interface OpenOptions {
  /** A policy file, or a bundle made before. Without one the policy that the store was last opened with. */
  readonly policy?: string | Bundle.Bundle
  /** A people file or a directory of your own. Default: `people.yaml` beside the policy, if there is one. */
  readonly people?: string | Directory
  readonly store: Store
  /** What other currencies are worth; without it amounts in another currency than a limit's wait for a rate. */
  readonly rates?: Rates
  readonly channels?: readonly Channel[]
  /** A model or service of your own that says what words are about; where it fails or is late the dictionary decides. */
  readonly classifier?: Classifier
  /** Everybody whom a channel with a `frequency` asks. Default: the customers of the people file. */
  readonly customers?: () => Promise<readonly string[]>
  /** The language of messages to developers and staff; the customer's is their own. Default: the policy's. */
  readonly language?: Bundle.Language
  readonly tenant?: string
  /** Time is told by `tick({ at })` alone; marked in the store for good. */
  readonly virtualTime?: boolean
  readonly clock?: Clock
  readonly ids?: Ids
}

interface Compiled {
  readonly bundle: Bundle.Bundle
  readonly problem?: string
}

const broken = (what: "policy/invalid" | "people/invalid", path: string, diagnostics: readonly Diagnostic[]): Error =>
  hearbackError(
    what,
    `${path} cannot be used:\n${diagnostics
      .filter((one) => one.level === "error")
      .map((one) => renderCompact(one, "en"))
      .join("\n")}`,
    { diagnostics }
  )

/** A broken file never replaces the active policy: the store's last one stays, and health says so. */
const bundleOf = async (options: OpenOptions): Promise<Compiled> => {
  const { policy } = options
  if (policy !== undefined && typeof policy !== "string") return { bundle: policy }
  const last = await lastActiveBundle(options.store.events)
  if (policy === undefined) {
    if (last === undefined) throw hearbackError("policy/invalid", "no policy was given, and the store has none yet")
    return { bundle: last }
  }
  const { bundle, diagnostics } = compileFile(policy)
  if (bundle !== undefined) return { bundle }
  if (last === undefined) throw broken("policy/invalid", policy, diagnostics)
  return { bundle: last, problem: broken("policy/invalid", policy, diagnostics).message }
}

const peopleOf = (options: OpenOptions, bundle: Bundle.Bundle): People | undefined => {
  const { policy, people } = options
  const beside = typeof policy === "string" ? join(dirname(policy), "people.yaml") : undefined
  const path =
    typeof people === "string"
      ? people
      : people === undefined && beside !== undefined && existsSync(beside)
        ? beside
        : undefined
  if (path === undefined) return undefined
  let text: string
  try {
    text = readFileSync(path, "utf8")
  } catch (cause) {
    throw hearbackError("people/invalid", `cannot read ${path}`, { cause })
  }
  const read = readPeople({ path, text }, bundle)
  if (read.people === undefined) throw broken("people/invalid", path, read.diagnostics)
  return read.people
}

const opened = new Map<string, Promise<Loop>>()

/** Opens a loop. A second `open` of the same named store in one process returns the same handle. */
export const open = (options: OpenOptions): Promise<Loop> => {
  const { name } = options.store
  const known = name === undefined ? undefined : opened.get(name)
  if (known !== undefined) return known
  const loop = attach(options)
  if (name !== undefined) {
    opened.set(name, loop)
    loop.catch(() => opened.delete(name))
  }
  return loop
}

const attach = async (options: OpenOptions): Promise<Loop> => {
  const { store } = options
  const { bundle, problem } = await bundleOf(options)
  const people = peopleOf(options, bundle)
  const directory =
    typeof options.people === "object" ? options.people : people === undefined ? undefined : directoryOf(people)
  const marked = (await store.events.meta("time")) === "virtual"
  const virtualTime = options.virtualTime ?? marked
  if (virtualTime && !marked) await store.events.setMeta("time", "virtual")
  const told = await store.events.meta(MetaKey.lastTick)
  let now = typeof told === "number" ? told : 0
  const clock: Clock = options.clock ?? (virtualTime ? { now: () => now } : systemClock)
  const engine = await openEngine({
    bundle,
    store: store.events,
    keys: store.keys,
    clock,
    // Time that is told stands still while work is done: a lease of it would outlive whoever was killed.
    ...(virtualTime ? { leaseMs: 1 } : {}),
    channels: options.channels ?? [],
    customers: async (id) => people?.customers[id],
    known: options.customers ?? (async () => Object.keys(people?.customers ?? {})),
    ...(directory === undefined ? {} : { directory }),
    ...(options.rates === undefined ? {} : { rates: options.rates }),
    ...(options.classifier === undefined ? {} : { classifier: options.classifier }),
    ...(options.ids === undefined ? {} : { ids: options.ids }),
    ...(options.tenant === undefined ? {} : { tenant: options.tenant })
  })
  const names = new Map([
    ...Object.entries(people?.customers ?? {}).flatMap(([id, customer]) =>
      customer.name === undefined ? [] : [[id, customer.name] as const]
    ),
    ...(people?.people ?? []).map((person) => [person.id, person.name] as const)
  ])
  return makeLoop({
    engine,
    language: options.language ?? bundle.language,
    names: (id) => names.get(id) ?? id,
    virtualTime,
    setTime: (at) => {
      now = Math.max(now, at)
    },
    onClose: async () => {
      if (store.name !== undefined) opened.delete(store.name)
      await store.events.close()
    },
    ...(problem === undefined ? {} : { policyProblem: problem })
  })
}
