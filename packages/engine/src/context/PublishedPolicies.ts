/**
 * Versions of the policy and their calendars, by content hash. A case is pinned to a version and, separately, to
 * calendars. The record of publications says which version is in force.
 *
 * A version whose effective date is in the future waits; until then the version before it is active.
 */
import { Actor, type Bundle, type Policy, Publication, type Refusal } from "@hearback/core"
import type { Clock } from "../port/Clock.ts"
import type { EventStore } from "../port/EventStore.ts"
import { engineError, isEngineError, isOutage } from "./EngineError.ts"
import {
  type PolicyRecordPlace,
  type PublishOrder,
  publish,
  readPublications,
  readWithReasons
} from "./PolicyRecord.ts"
import {
  type Calendars,
  keepBundle,
  keptValues,
  loadPolicy,
  storedBundle,
  storedCalendars,
  storedVersions
} from "./StoredBundles.ts"

/** The versions of a tenant's policy. */
export interface PublishedPolicies {
  /** The version in force. New cases are opened by it, and its limits decide. */
  readonly active: Policy.Policy
  /** The version that comes into force later; undefined if there is none. */
  readonly next: Policy.Policy | undefined
  /** The version that the engine was opened with, if that is not published. */
  readonly unpublished: Bundle.Bundle | undefined
  /**
   * Returns the policy of a content hash, counting by these calendars; without a hash the active one.
   *
   * Errors: `policy/unknown-version` if the store does not have it, `policy/altered`.
   */
  of(content: string | undefined, calendars?: string): Promise<Policy.Policy>
  /** Returns the policy of a content hash or of its first characters, at least eight; undefined if it is not known. */
  version(content: string): Promise<Policy.Policy | undefined>
  /** Lets cases be moved to a version.  Errors: `policy/not-published`. */
  admit(bundle: Bundle.Bundle): Promise<void>
  /** Returns the policy of a bundle, whether or not the store keeps it. */
  load(bundle: Bundle.Bundle): Policy.Policy
  /** Returns the same version, counting by the calendars of another bundle. */
  withCalendars(policy: Policy.Policy, of: Bundle.Bundle): Policy.Policy
  /** Publishes a version; returns why not if it is refused. It may have to wait for a second person or for its date. */
  publish(bundle: Bundle.Bundle, order: PublishOrder): Promise<readonly Refusal.RefusalReason[]>
  /** Returns everything that was published, and what waits for a second person. */
  publications(): Promise<Publication.Publications>
  /** Checks whether another process has published, at most once a second unless called with `now`. */
  refresh(when?: "now"): Promise<void>
}

/** What the versions of a policy are made from. */
export interface PolicyVersionsOptions extends PolicyRecordPlace {
  /**
   * The bundle that the engine was opened with. It is published if the store has none yet, or if publishing is `free`.
   */
  readonly bundle: Bundle.Bundle
  readonly clock: Clock
  /** Whether opening publishes, and cases may move to any version, as on virtual time. */
  readonly free: boolean
}

/** Returns the bundle in force for a tenant; undefined if none was published. */
export const activeBundle = async (
  store: EventStore,
  tenant: string,
  now: number
): Promise<Bundle.Bundle | undefined> => {
  const { active } = Publication.inForce(await readPublications({ store, tenant }), now)
  return active === undefined ? undefined : storedBundle(keptValues(store, tenant), active.content)
}

/** Returns whether a policy was ever published for a tenant. */
export const isPolicyPublished = async (store: EventStore, tenant: string): Promise<boolean> =>
  (await readPublications({ store, tenant })).published.length > 0

/** How long the known publications count as recent.  Units: ms of real time. */
const freshFor = 1_000

/** Makes the versions of a tenant's policy. */
export const makePolicyVersions = async (options: PolicyVersionsOptions): Promise<PublishedPolicies> => {
  const { store, tenant, bundle, clock, free } = options
  const kept = keptValues(store, tenant)
  const known = new Map<string, Policy.Policy>()
  const know = (policy: Policy.Policy): Policy.Policy => {
    const { content, calendarsHash } = policy.bundle
    known.set(`${content}/${calendarsHash}`, policy)
    // A content hash alone means the version with its own calendars, which is always known first.
    if (!known.has(content)) known.set(content, policy)
    return policy
  }
  const load = (loaded: Bundle.Bundle): Policy.Policy =>
    known.get(`${loaded.content}/${loaded.calendarsHash}`) ?? know(loadPolicy(loaded))

  const versionOf = async (content: string): Promise<Policy.Policy> => {
    const found = known.get(content)?.bundle ?? (await storedBundle(kept, content))
    if (found === undefined) throw engineError("policy/unknown-version", `the store has no version \`${content}\``)
    return load(found)
  }

  let state = Publication.nothing
  let checkedAt = Number.NEGATIVE_INFINITY
  let isOpen = false
  const refresh: PublishedPolicies["refresh"] = async (when) => {
    if (state.published.length === 0 && isOpen) await publishFreely()
    if (when === "now" || Date.now() - checkedAt >= freshFor) await reread()
  }
  const reread = async (): Promise<void> => {
    checkedAt = Date.now()
    const read = await readPublications(options, state)
    const { active, next } = Publication.inForce(read, clock.now())
    for (const one of [active, next]) if (one !== undefined) await versionOf(one.content)
    state = read
  }
  let current:
    | { readonly of: Publication.Publications; readonly active: Policy.Policy; readonly next?: Policy.Policy }
    | undefined
  const inForce = (): { readonly active: Policy.Policy; readonly next?: Policy.Policy } => {
    // This is called often; the answer changes only with a publication, or when the date of one comes.
    if (current?.of === state && current.next === undefined) return current
    const { active, next } = Publication.inForce(state, clock.now())
    const policyOf = (one: Publication.PublishedVersion): Policy.Policy => known.get(one.content) as Policy.Policy
    // The store could not be reached when the first version was to be published. Nothing is decided before that is
    // done.
    if (active === undefined) return { active: load(bundle) }
    current = { of: state, active: policyOf(active), ...(next === undefined ? {} : { next: policyOf(next) }) }
    return current
  }

  /** Returns the bundle in force, by which a publication is judged. */
  const judge = async (read: Publication.Publications): Promise<Bundle.Bundle | undefined> => {
    const { active } = Publication.inForce(read, clock.now())
    return active === undefined ? undefined : (await versionOf(active.content)).bundle
  }
  const publishBundle = async (given: Bundle.Bundle, order: PublishOrder, by: typeof judge) => {
    await keepBundle(kept, given)
    const refusal = await publish(options, given, order, clock.now(), by)
    await reread()
    return refusal
  }

  const isKnown = (content: string): boolean => {
    const { active, next } = Publication.inForce(state, clock.now())
    return [active, next].some((one) => one?.content === content)
  }

  /** Publishes without asking anybody: the host's first policy, and any policy on virtual time. */
  const publishFreely = async (): Promise<void> => {
    const onlyFirst = state.published.length === 0
    const reason = onlyFirst ? "first-policy" : "virtual-time"
    const key = `open:${bundle.content}:${state.version}`
    await publishBundle(bundle, { by: Actor.system("host"), reason, key, onlyFirst }, async () => undefined)
  }

  const heal = async (): Promise<void> => {
    const { active, next } = Publication.inForce(await readPublications(options), clock.now())
    // The host's copy replaces a stored bundle that was changed.
    if ([active, next].some((one) => one?.content === bundle.content)) load(await keepBundle(kept, bundle))
  }

  const counting = (of: Bundle.Bundle, hash: string, { zones, calendars }: Calendars): Policy.Policy =>
    known.get(`${of.content}/${hash}`) ??
    know(
      loadPolicy({
        ...of,
        zones: { ...of.zones, ...zones },
        calendars: { ...of.calendars, ...calendars },
        calendarsHash: hash
      })
    )

  await heal()
  await refresh("now")
  try {
    if (state.published.length === 0 || (free && !isKnown(bundle.content))) await publishFreely()
  } catch (cause) {
    if (isEngineError(cause) && !isOutage(cause)) throw cause
    // The store has failed and was reported. The policy is published before anything else is stored.
  }
  isOpen = true
  // A version that is published later, by anybody, needs no further check.
  const wasKnown = isKnown(bundle.content)
  return {
    get active() {
      return inForce().active
    },
    get next() {
      return inForce().next
    },
    get unpublished() {
      return wasKnown || isKnown(bundle.content) ? undefined : bundle
    },
    version: async (content) => {
      const full = content.length < 8 ? content : (await storedVersions(kept)).find((one) => one.startsWith(content))
      const found = await storedBundle(kept, full ?? content)
      return found && load(found)
    },
    admit: async (admitted) => {
      if (!free && !state.published.some(({ content }) => content === admitted.content))
        throw engineError(
          "policy/not-published",
          `version \`${admitted.content.slice(0, 8)}\` is not published: cases move to published versions alone`
        )
      await keepBundle(kept, admitted)
    },
    load,
    withCalendars: (policy, of) =>
      policy.bundle.calendarsHash === of.calendarsHash ? policy : counting(policy.bundle, of.calendarsHash, of),
    of: async (content, calendars) => {
      if (content === undefined) return inForce().active
      const found = known.get(calendars === undefined ? content : `${content}/${calendars}`)
      if (found !== undefined) return found
      const policy = await versionOf(content)
      if (calendars === undefined || policy.bundle.calendarsHash === calendars) return policy
      const its = await storedCalendars(kept, calendars)
      return its === undefined ? policy : counting(policy.bundle, calendars, its)
    },
    publish: (given, order) => publishBundle(given, order, judge),
    publications: () => readWithReasons(options),
    refresh
  }
}
