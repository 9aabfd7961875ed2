/**
 * The handles that are open in this process, one for each named store and tenant. Another `open` of the same is given the
 * same handle, and is refused where it asks for something else than what is open.
 */
import { canonical } from "@hearback/core"
import { defaultTenant, type EventStore, type Json } from "@hearback/engine"
import { hearbackError } from "../call/HearbackError.ts"
import type { Loop } from "../loop/Loop.ts"
import type { OpenOptions } from "./OpenOptions.ts"

interface Handle {
  readonly options: OpenOptions
  readonly loop: Promise<Loop>
}

const handles = new Map<string, Handle>()

/** How many loops use a store, or are being opened on it: the last one closes it. */
const users = new WeakMap<EventStore, number>()

/** Returns the open handle of a store and tenant, or opens it. */
export const handleOf = (options: OpenOptions, attach: () => Promise<Loop>): Promise<Loop> => {
  const { store } = options
  if (store.name === undefined) return attach()
  const name = nameOf(store.name, options)
  const known = handles.get(name)
  if (known !== undefined) return sharedHandle(known, options)
  const loop = attach()
  handles.set(name, { options, loop })
  loop.catch(() => handles.delete(name))
  return loop
}

/** Takes note that a loop is opened on a store. */
export const useStore = (options: OpenOptions): void => {
  const events = eventsOf(options)
  if (events !== undefined) users.set(events, (users.get(events) ?? 0) + 1)
}

/** What is given instead of options, or of a store, is refused later. */
const eventsOf = (options: OpenOptions): EventStore | undefined => {
  const events = (options as Partial<OpenOptions> | undefined)?.store?.events
  return typeof events?.close === "function" ? events : undefined
}

/** Whoever opens the store from now on is given a handle of their own. */
export const forgetHandle = (options: OpenOptions): void => {
  const { name } = options.store
  if (name !== undefined) handles.delete(nameOf(name, options))
}

/** Lets go of a store; the last loop on it closes it. */
export const releaseStore = async (options: OpenOptions): Promise<void> => {
  const events = eventsOf(options)
  if (events === undefined) return
  const left = (users.get(events) ?? 1) - 1
  users.set(events, left)
  if (left <= 0) await events.close()
}

const nameOf = (store: string, { tenant = defaultTenant }: OpenOptions): string => JSON.stringify([store, tenant])

const sharedHandle = async ({ options: before, loop }: Handle, options: OpenOptions): Promise<Loop> => {
  const opened = await loop
  const differing = differences(before, options)
  const { name } = options.store
  if (differing.length === 0) {
    // The caller's own connection is not needed beside the one that is open.
    await releaseStore(options)
    return opened
  }
  throw hearbackError(
    "open/differs",
    `\`${name}\` is open with other options (${differing.join(", ")}): close that handle first, or open it with the same`
  )
}

/** An option that is left out asks for nothing else. Adapters are the same where they are the same object. */
const differences = (before: OpenOptions, options: OpenOptions): readonly string[] =>
  Object.entries(options).flatMap(([name, value]) => {
    const kept = (before as unknown as Readonly<Record<string, unknown>>)[name]
    return name === "store" || name === "tenant" || value === undefined || isSame(value, kept) ? [] : [name]
  })

const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, at) => isSame(each, other[at]))
  return isData(one) && isData(other) && canonical(one) === canonical(other)
}

/** Whether a value is plain data, so that it can be compared by what it says. */
const isData = (value: unknown): value is Json => {
  if (typeof value !== "object" || value === null) return typeof value !== "function" && value !== undefined
  const prototype: unknown = Object.getPrototypeOf(value)
  return (
    (Array.isArray(value) || prototype === Object.prototype || prototype === null) && Object.values(value).every(isData)
  )
}
