/**
 * Publications of a policy: which version is in force, who published it, why, and who waits to sign. A stream of its own.
 *
 * The version in force says who may publish the next one, so no version can admit itself. The first one has none before
 * it: it is the host's.
 */
import type { RefusalReason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import type { EventOf, EvolveTable } from "../case/track/Track.ts"
import type { Actor, ActorName } from "../people/Actor.ts"
import { nameOf } from "../people/Actor.ts"
import type { Bundle } from "../policy/Bundle.ts"
import { type Instant, parseInstant } from "../time/Instant.ts"
import { utc } from "../time/Zone.ts"
import { defined } from "../value/Optional.ts"
import { againstGoverning, againstSilence } from "../who/Governing.ts"

/** A version as the record knows it. */
export interface Version {
  /** The id of the policy, and the content hash of this version of it. */
  readonly policy: string
  readonly content: string
  /** From when on it is in force, where that is later than its publication. */
  readonly effectiveAt?: Instant
}

/** Who published, or asked to, and why; the reason is absent after its key is gone. */
interface Asked {
  readonly by: ActorName
  readonly reason?: string
}

export interface PublishedVersion extends Version, Asked {
  readonly at: Instant
  /** The second person, where the policy asks for one. */
  readonly signedBy?: ActorName
}

export interface Publications {
  readonly version: number
  /** In the order of their publication. */
  readonly published: readonly PublishedVersion[]
  /** Waits for a second person. */
  readonly asked: (Version & Asked & { readonly at: Instant }) | undefined
}

export interface PublicationEvents {
  "policy-published": Version & Asked & { readonly signedBy?: ActorName }
  "publication-asked": Version & Asked
}

export type PublicationEvent = EventOf<PublicationEvents>

export const nothing: Publications = { version: 0, published: [], asked: undefined }

const versionOf = ({ policy, content, effectiveAt }: Version): Version => defined({ policy, content, effectiveAt })

const table: EvolveTable<Publications, PublicationEvents> = {
  "policy-published": (publications, event) => ({
    ...publications,
    published: [
      ...publications.published,
      defined({ ...versionOf(event), at: event.at, by: event.by, reason: event.reason, signedBy: event.signedBy })
    ],
    asked: undefined
  }),
  // Whoever asked asks for another in its place.
  "publication-asked": (s, e) => ({ ...s, asked: defined({ ...versionOf(e), at: e.at, by: e.by, reason: e.reason }) })
}

const fold = table as Readonly<Record<string, (publications: Publications, event: PublicationEvent) => Publications>>

/** Total: an event of a later version is counted and otherwise ignored. */
export const evolve = (publications: Publications, event: PublicationEvent): Publications => ({
  ...(fold[event.event]?.(publications, event) ?? publications),
  version: publications.version + 1
})

/** The version in force at an instant, and the one that comes into force later. */
export interface InForce {
  readonly active: PublishedVersion | undefined
  readonly next: PublishedVersion | undefined
}

/** Returns what is in force. A version that is published takes the place of one that still waits for its day. */
export const inForce = ({ published }: Publications, at: Instant): InForce => {
  let active: PublishedVersion | undefined
  let next: PublishedVersion | undefined
  const begins = (one: PublishedVersion): Instant => Math.max(one.effectiveAt ?? one.at, one.at)
  for (const one of published) {
    if (next !== undefined && begins(next) <= one.at) active = next
    // There has to be one: the first is in force at once.
    const waits = active !== undefined && begins(one) > one.at
    if (!waits) active = one
    next = waits ? one : undefined
  }
  return next !== undefined && begins(next) <= at ? { active: next, next: undefined } : { active, next }
}

export interface Publish {
  readonly bundle: Pick<Bundle, "id" | "content" | "currency" | "effective" | "zone" | "zones">
  readonly reason: string
}

export interface PublicationStep {
  readonly events: readonly PublicationEvent[]
  readonly state: Publications
  readonly refusal?: readonly RefusalReason[]
}

/** When a bundle comes into force: the beginning of its effective date in its own zone. */
const effectiveAt = ({ effective, zone, zones }: Publish["bundle"]): Instant | undefined =>
  effective === undefined ? undefined : parseInstant(effective, zones[zone] ?? utc)

/**
 * Publishes a version, or asks for a second person where the version in force wants one: the same version published by
 * somebody who may sign is the signature. While one waits nobody else asks for another; the host puts any in force, which
 * ends what waits. `active`: the version in force, absent for the first one.
 */
export const step = (
  active: Pick<Bundle, "id" | "content" | "authority" | "currency"> | undefined,
  state: Publications,
  { bundle, reason: why }: Publish,
  by: Actor,
  at: Instant
): PublicationStep => {
  const refusal = against(active, state, bundle, why, by, at)
  if (refusal.length > 0) return { events: [], state, refusal }
  const from = effectiveAt(bundle)
  const version: Version = defined({
    policy: bundle.id,
    content: bundle.content,
    effectiveAt: from !== undefined && from > at ? from : undefined
  })
  const signs = signOf(active, by)
  const asked = state.asked?.content === bundle.content ? state.asked : undefined
  const rule = "authority.publish"
  if (signs.length > 0 && asked === undefined)
    return emitted(state, { event: "publication-asked", at, why: rule, ...version, by: nameOf(by), reason: why })
  return emitted(
    state,
    asked === undefined
      ? { event: "policy-published", at, why: rule, ...version, by: nameOf(by), reason: why }
      : { event: "policy-published", at, why: rule, ...version, by: asked.by, ...said(asked), signedBy: nameOf(by) }
  )
}

const said = ({ reason: why }: Asked) => defined({ reason: why })

const emitted = (state: Publications, event: PublicationEvent): PublicationStep => ({
  events: [event],
  state: evolve(state, event)
})

/** Returns the roles of which somebody has to sign; the host needs nobody. */
const signOf = (active: Pick<Bundle, "authority"> | undefined, by: Actor): readonly string[] =>
  by.kind === "system" ? [] : (active?.authority.publish?.signOff ?? [])

const against = (
  active: Pick<Bundle, "id" | "content" | "authority" | "currency"> | undefined,
  state: Publications,
  bundle: Publish["bundle"],
  why: string,
  by: Actor,
  at: Instant
): readonly RefusalReason[] => {
  const rule = "authority.publish"
  if (active === undefined) return []
  if (bundle.id !== active.id)
    return [reason("governing/other-policy", undefined, { policy: active.id, other: bundle.id })]
  // What was given stands on record in units of one currency: limits in another would be held against wrong sums.
  const [own, other] = [active.currency?.code, bundle.currency?.code]
  if (own !== undefined && own !== other)
    return [reason("publish/other-currency", "currency", { currency: own, other: other ?? "" })]
  const { next } = inForce(state, at)
  const isNew = bundle.content !== active.content && bundle.content !== next?.content
  // To publish what is in force is how a version that waits for its day is taken back.
  if (!isNew && (next === undefined || bundle.content === next.content))
    return [reason("publish/in-force", undefined, { content: bundle.content.slice(0, 8) })]
  const { publish } = active.authority
  const asked = state.asked?.content === bundle.content ? state.asked : undefined
  const may = asked === undefined ? publish?.by : publish?.signOff
  if (asked?.by === nameOf(by)) return [reason("publish/same-person", rule, { actor: nameOf(by), by: may ?? [] })]
  const reasons = againstGoverning("publish", may, by)
  if (reasons.length > 0) return reasons
  const waiting = asked === undefined ? againstWaiting(active, state, by) : []
  return waiting.length === 0 ? againstSilence(why, rule) : waiting
}

/** One version waits for its second person at a time; whoever asked for it may ask for another in its place. */
const againstWaiting = (
  active: Pick<Bundle, "authority">,
  { asked }: Publications,
  by: Actor
): readonly RefusalReason[] => {
  const signs = signOf(active, by)
  if (asked === undefined || signs.length === 0 || asked.by === nameOf(by)) return []
  const says = { content: asked.content.slice(0, 8), asker: asked.by, by: signs }
  return [reason("publish/waits", "authority.publish.sign-off", says)]
}
