/**
 * The open handles of this process, one for each named store and tenant. Opening the same again returns the same
 * handle, or fails if its options differ.
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

/** The number of loops that use a store or are being opened on it. The last one closes the store. */
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

/** Counts a loop that is opened on a store. */
export const useStore = (options: OpenOptions): void => {
  const events = eventsOf(options)
  if (events !== undefined) users.set(events, (users.get(events) ?? 0) + 1)
}

/** Returns the store of options. Invalid options and stores are refused later. */
const eventsOf = (options: OpenOptions): EventStore | undefined => {
  const events = (options as Partial<OpenOptions> | undefined)?.store?.events
  return typeof events?.close === "function" ? events : undefined
}

/** Removes a handle, so that later calls get a new one. */
export const forgetHandle = (options: OpenOptions): void => {
  const { name } = options.store
  if (name !== undefined) handles.delete(nameOf(name, options))
}

/** Releases a store. The last loop on it closes it. */
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
    // The caller's own connection is not needed, because one is open already.
    await releaseStore(options)
    return opened
  }
  throw hearbackError(
    "open/differs",
    `\`${name}\` is open with other options (${differing.join(", ")}): close that handle first, or open it with the same`
  )
}

/**
 * Returns whether options are the same. An omitted option differs from nothing, and adapters are the same if they are
 * the same object.
 */
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

/** Returns whether a value is plain data, which can be compared by content. */
const isData = (value: unknown): value is Json => {
  if (typeof value !== "object" || value === null) return typeof value !== "function" && value !== undefined
  const prototype: unknown = Object.getPrototypeOf(value)
  return (
    (Array.isArray(value) || prototype === Object.prototype || prototype === null) && Object.values(value).every(isData)
  )
}
