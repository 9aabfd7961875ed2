/**
 * Versions of the policy, by content hash, and their calendars. A case is pinned to a version and, apart from it, to
 * calendars. The store keeps every version that was ever active.
 *
 * A version whose effective date lies ahead waits in the store; until that date the version before it is active.
 */
import type { Bundle } from "@hearback/core"
import { Instant, Policy, Zone } from "@hearback/core"
import * as MetaKey from "../name/MetaKey.ts"
import type { Clock } from "../port/Clock.ts"
import type { Json } from "../port/Event.ts"
import type { EventStore } from "../port/EventStore.ts"

export interface PolicyVersions {
  /** The version in force: new cases are opened under it, and its limits decide. */
  readonly active: Policy.Policy
  /** The version that comes into force later, where there is one. */
  readonly next: Policy.Policy | undefined
  /** The policy of a content hash, counting by these calendars; the active one where the store does not know it. */
  of(content: string | undefined, calendars?: string): Promise<Policy.Policy>
  /** The policy of a content hash or of its first characters, at least eight; undefined where it is unknown. */
  version(content: string): Promise<Policy.Policy | undefined>
  /** A version that may not have been active, kept with the store so that cases can be pinned to it. */
  keep(bundle: Bundle.Bundle): Promise<void>
  /** The policy of a bundle, kept or not. */
  load(bundle: Bundle.Bundle): Policy.Policy
  /** The same version, counting by the calendars of another bundle. */
  withCalendars(policy: Policy.Policy, of: Bundle.Bundle): Policy.Policy
}

type Calendars = Pick<Bundle.Bundle, "zones" | "calendars">

/** The values that a store keeps with the record of one tenant. */
export interface KeptValues {
  meta(key: string): Promise<Json | undefined>
  setMeta(key: string, value: Json): Promise<void>
}

export const keptValues = (store: EventStore, tenant: string): KeptValues => ({
  meta: (key) => store.meta(tenant, key),
  setMeta: (key, value) => store.setMeta(tenant, key, value)
})

const bundleOf = async (store: KeptValues, content: Json | undefined): Promise<Bundle.Bundle | undefined> =>
  typeof content === "string"
    ? ((await store.meta(MetaKey.bundle(content))) as unknown as Bundle.Bundle | undefined)
    : undefined

/** Returns the bundle that was active when a tenant was last opened. */
export const lastActiveBundle = async (store: EventStore, tenant: string): Promise<Bundle.Bundle | undefined> =>
  activeBundle(keptValues(store, tenant))

const activeBundle = async (store: KeptValues): Promise<Bundle.Bundle | undefined> =>
  bundleOf(store, await store.meta(MetaKey.activePolicy))

/** Returns when a bundle comes into force: the beginning of its effective date in its own zone. */
const inForceFrom = (bundle: Bundle.Bundle): number => {
  const zone = bundle.zones[bundle.zone] ?? Zone.utc
  const at = bundle.effective === undefined ? undefined : Instant.parseInstant(bundle.effective, zone)
  return at ?? Number.NEGATIVE_INFINITY
}

const keep = async (store: KeptValues, bundle: Bundle.Bundle): Promise<void> => {
  if ((await store.meta(MetaKey.bundle(bundle.content))) === undefined)
    await store.setMeta(MetaKey.bundle(bundle.content), bundle as unknown as Json)
  const { calendarsHash, zones, calendars } = bundle
  if ((await store.meta(MetaKey.calendars(calendarsHash))) === undefined)
    await store.setMeta(MetaKey.calendars(calendarsHash), { zones, calendars } as unknown as Json)
  const known = await versions(store)
  if (!known.includes(bundle.content)) await store.setMeta(MetaKey.policyVersions, [...known, bundle.content])
}

const versions = async (store: KeptValues): Promise<readonly string[]> => {
  const known = await store.meta(MetaKey.policyVersions)
  return Array.isArray(known) ? known.filter((one): one is string => typeof one === "string") : []
}

/** Which of the bundle given, the one before it and the one that waited is in force, and which comes later. */
const inForce = async (
  store: KeptValues,
  given: Bundle.Bundle,
  now: number
): Promise<{ readonly active: Bundle.Bundle; readonly next: Bundle.Bundle | undefined }> => {
  const last = await activeBundle(store)
  const waited = await bundleOf(store, await store.meta(MetaKey.nextPolicy))
  // The same file as before says nothing new about what waits.
  const waiting = last?.content === given.content ? waited : undefined
  if (waiting !== undefined)
    return inForceFrom(waiting) <= now ? { active: waiting, next: undefined } : { active: given, next: waiting }
  return last !== undefined && last.content !== given.content && inForceFrom(given) > now
    ? { active: last, next: given }
    : { active: given, next: undefined }
}

/** Makes a bundle the active one, once it is in force, and keeps it with the store. */
export const makePolicyVersions = async (
  store: KeptValues,
  bundle: Bundle.Bundle,
  clock: Clock
): Promise<PolicyVersions> => {
  await keep(store, bundle)
  const chosen = await inForce(store, bundle, clock.now())
  await store.setMeta(MetaKey.activePolicy, chosen.active.content)
  await store.setMeta(MetaKey.nextPolicy, chosen.next?.content ?? null)
  let active = Policy.load(chosen.active)
  let next = chosen.next === undefined ? undefined : Policy.load(chosen.next)
  const known = new Map<string, Policy.Policy>()
  const know = (policy: Policy.Policy): Policy.Policy => {
    const { content, calendarsHash } = policy.bundle
    known.set(`${content}/${calendarsHash}`, policy)
    // By content alone it is the version with its own calendars: that one is always the first to be known.
    if (!known.has(content)) known.set(content, policy)
    return policy
  }
  know(active)
  if (next !== undefined) know(next)
  const current = (): Policy.Policy => {
    if (next !== undefined && inForceFrom(next.bundle) <= clock.now()) {
      active = next
      next = undefined
    }
    return active
  }
  const counting = (of: Bundle.Bundle, hash: string, { zones, calendars }: Calendars): Policy.Policy =>
    known.get(`${of.content}/${hash}`) ??
    know(
      Policy.load({
        ...of,
        zones: { ...of.zones, ...zones },
        calendars: { ...of.calendars, ...calendars },
        calendarsHash: hash
      })
    )
  const version = async (content: string): Promise<Policy.Policy | undefined> => {
    const full = content.length < 8 ? content : (await versions(store)).find((one) => one.startsWith(content))
    const found = await bundleOf(store, full ?? content)
    return found === undefined
      ? undefined
      : (known.get(`${found.content}/${found.calendarsHash}`) ?? know(Policy.load(found)))
  }
  return {
    get active() {
      return current()
    },
    get next() {
      current()
      return next
    },
    version,
    keep: (kept) => keep(store, kept),
    load: (loaded) => known.get(`${loaded.content}/${loaded.calendarsHash}`) ?? know(Policy.load(loaded)),
    withCalendars: (policy, of) =>
      policy.bundle.calendarsHash === of.calendarsHash ? policy : counting(policy.bundle, of.calendarsHash, of),
    of: async (content, calendars) => {
      if (content === undefined) return current()
      const found = known.get(calendars === undefined ? content : `${content}/${calendars}`)
      if (found !== undefined) return found
      const policy = await version(content)
      if (policy === undefined || calendars === undefined || policy.bundle.calendarsHash === calendars)
        return policy ?? current()
      const kept = (await store.meta(MetaKey.calendars(calendars))) as unknown as Calendars | undefined
      return kept === undefined ? policy : counting(policy.bundle, calendars, kept)
    }
  }
}
