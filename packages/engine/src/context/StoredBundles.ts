/**
 * Bundles as the store keeps them, by the hash of their content, and as this process has loaded them. A bundle is
 * compared with its hash when it is read, so nobody can change a limit by changing a stored bundle.
 */
import { type Bundle, canonical, Policy } from "@hearback/core"
import { freeze, lasting } from "../memory/FrozenCopy.ts"
import * as MetaKey from "../name/MetaKey.ts"
import type { Json } from "../port/Event.ts"
import type { EventStore } from "../port/EventStore.ts"
import { sha256 } from "../record/Chain.ts"
import { engineError } from "./EngineError.ts"

/** The values that a store keeps with the record of one tenant. */
export interface KeptValues {
  meta(key: string): Promise<Json | undefined>
  setMeta(key: string, value: Json): Promise<void>
}

/** Returns the kept values of a tenant. */
export const keptValues = (store: EventStore, tenant: string): KeptValues => ({
  meta: (key) => store.meta(tenant, key),
  setMeta: (key, value) => store.setMeta(tenant, key, value)
})

/** The zones and calendars of a bundle. */
export type Calendars = Pick<Bundle.Bundle, "zones" | "calendars">

/** Returns whether a name is a hash as the compiler writes it. A bundle made by hand may have another name. */
const isHash = (name: string): boolean => /^[0-9a-f]{64}$/.test(name)

const contentOf = ({ content: _, shape: __, calendarsHash: ___, places: ____, ...decides }: Bundle.Bundle): string =>
  sha256(canonical(decides))

const hashOfCalendars = ({ zones, calendars }: Calendars): string => sha256(canonical({ zones, calendars }))

const isWhole = (bundle: Bundle.Bundle, content: string): boolean =>
  bundle.content === content &&
  (foundWhole.get(bundle) === content ||
    !isHash(content) ||
    (contentOf(bundle) === content && hashOfCalendars(bundle) === bundle.calendarsHash))

/**
 * Bundles and calendars that this process has checked, each with its hash, since a host opens loops on one many times.
 * They are frozen, so they cannot change after the check.
 */
const foundWhole = new WeakMap<Bundle.Bundle | Calendars, string>()

const keepFound = <T extends Bundle.Bundle | Calendars>(found: T, hash: string): T => {
  if (foundWhole.get(found) !== hash) foundWhole.set(freeze(found), hash)
  return found
}

/** A bundle in the form in which it is stored. */
interface StoredForm {
  readonly bundle: Json
  readonly calendars: Json
}

/** The stored form of each bundle, made once; a store in memory keeps these objects. */
const storedForms = new WeakMap<Bundle.Bundle, StoredForm>()

const storedFormOf = (bundle: Bundle.Bundle): StoredForm => {
  const { zones, calendars } = bundle
  const form = storedForms.get(bundle) ?? {
    bundle: lasting(bundle as unknown as Json),
    calendars: lasting({ zones, calendars } as unknown as Json)
  }
  storedForms.set(bundle, form)
  return form
}

/**
 * Returns the bundle with a content hash; undefined if the store has none.
 *
 * Errors: `policy/altered` if its content was changed.
 */
export const storedBundle = async (store: KeptValues, content: string): Promise<Bundle.Bundle | undefined> => {
  const found = (await store.meta(MetaKey.bundle(content))) as unknown as Bundle.Bundle | undefined
  if (found === undefined) return undefined
  if (isWhole(found, content)) return keepFound(found, content)
  throw engineError(
    "policy/altered",
    `the stored version \`${content.slice(0, 8)}\` of the policy was changed in the store`
  )
}

/** Returns the stored calendars with a hash.  Errors: as for `storedBundle`. */
export const storedCalendars = async (store: KeptValues, hash: string): Promise<Calendars | undefined> => {
  const found = (await store.meta(MetaKey.calendars(hash))) as unknown as Calendars | undefined
  if (found === undefined || !isHash(hash) || foundWhole.get(found) === hash) return found
  if (hashOfCalendars(found) === hash) return keepFound(found, hash)
  throw engineError("policy/altered", `the stored calendars \`${hash.slice(0, 8)}\` were changed in the store`)
}

/** Stores a bundle and its calendars, replacing a changed copy. Returns the bundle as it is stored. */
export const keepBundle = async (store: KeptValues, bundle: Bundle.Bundle): Promise<Bundle.Bundle> => {
  const { content, calendarsHash } = bundle
  if (!isWhole(bundle, content)) throw engineError("policy/altered", "the bundle is not what its content hash says")
  keepFound(bundle, content)
  const before = await whereKept(() => storedBundle(store, content))
  if (before === undefined) await store.setMeta(MetaKey.bundle(content), storedFormOf(bundle).bundle)
  if ((await whereKept(() => storedCalendars(store, calendarsHash))) === undefined)
    await store.setMeta(MetaKey.calendars(calendarsHash), storedFormOf(bundle).calendars)
  const known = await storedVersions(store)
  if (!known.includes(content)) await store.setMeta(MetaKey.policyVersions, [...known, content])
  return before ?? bundle
}

const whereKept = async <T>(read: () => Promise<T | undefined>): Promise<T | undefined> => {
  try {
    return await read()
  } catch {
    return undefined
  }
}

/** Returns the content hashes of all stored bundles. */
export const storedVersions = async (store: KeptValues): Promise<readonly string[]> => {
  const known = await store.meta(MetaKey.policyVersions)
  return Array.isArray(known) ? known.filter((one): one is string => typeof one === "string") : []
}

const byBundle = new WeakMap<Bundle.Bundle, Policy.Policy>()
/**
 * Loaded policies by the hash of the whole bundle, also of parts that decide nothing, since they contain file lines.
 */
const byHash = new Map<string, WeakRef<Policy.Policy>>()

/**
 * Returns the policy of a bundle; equal bundles share one as long as it is in use. To load a dictionary takes a tenth
 * of a second and some megabytes.
 */
export const loadPolicy = (bundle: Bundle.Bundle): Policy.Policy => {
  const known = byBundle.get(bundle)
  if (known !== undefined) return known
  const hash = sha256(canonical(bundle))
  const policy = byHash.get(hash)?.deref() ?? Policy.load(bundle)
  for (const [unused, reference] of byHash) if (reference.deref() === undefined) byHash.delete(unused)
  byHash.set(hash, new WeakRef(policy))
  byBundle.set(bundle, policy)
  return policy
}
