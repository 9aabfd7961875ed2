/**
 * Publications of a policy: which version is in force, who published it, why, and who waits for a signature. It is a
 * stream of its own.
 *
 * The version in force says who may publish the next one, so no version can admit itself. The first version has none
 * before it; the host publishes it.
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

/** A version of a policy, as the record identifies it. */
export interface Version {
  /** The id of the policy, and the content hash of this version. */
  readonly policy: string
  readonly content: string
  /** When it comes into force, if that is after its publication. */
  readonly effectiveAt?: Instant
}

/** Who published the version or asked to, and why. The reason is absent once its key was destroyed. */
interface Asked {
  readonly by: ActorName
  readonly reason?: string
}

/** A version that was published. */
export interface PublishedVersion extends Version, Asked {
  readonly at: Instant
  /** The second person, if the policy asks for one. */
  readonly signedBy?: ActorName
}

/** The state of the publications of a policy. */
export interface Publications {
  readonly version: number
  /** The published versions, in the order of their publication. */
  readonly published: readonly PublishedVersion[]
  /** The version that waits for a second person. */
  readonly asked: (Version & Asked & { readonly at: Instant }) | undefined
}

/** The events of publications, by name. */
export interface PublicationEvents {
  "policy-published": Version & Asked & { readonly signedBy?: ActorName }
  "publication-asked": Version & Asked
}

/** An event of publications. */
export type PublicationEvent = EventOf<PublicationEvents>

/** The state before a first version is published. */
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
  // Whoever asked may ask for another version in its place.
  "publication-asked": (s, e) => ({ ...s, asked: defined({ ...versionOf(e), at: e.at, by: e.by, reason: e.reason }) })
}

const fold = table as Readonly<Record<string, (publications: Publications, event: PublicationEvent) => Publications>>

/** Returns the state after an event. An event of a later version is counted and changes nothing else. */
export const evolve = (publications: Publications, event: PublicationEvent): Publications => ({
  ...(fold[event.event]?.(publications, event) ?? publications),
  version: publications.version + 1
})

/** The version in force at an instant, and the one that comes into force later. */
export interface InForce {
  readonly active: PublishedVersion | undefined
  readonly next: PublishedVersion | undefined
}

/** Returns the version in force. A later publication replaces one that still waits for its date. */
export const inForce = ({ published }: Publications, at: Instant): InForce => {
  let active: PublishedVersion | undefined
  let next: PublishedVersion | undefined
  const begins = (one: PublishedVersion): Instant => Math.max(one.effectiveAt ?? one.at, one.at)
  for (const one of published) {
    if (next !== undefined && begins(next) <= one.at) active = next
    // One version has to be in force, so the first one is in force at once.
    const waits = active !== undefined && begins(one) > one.at
    if (!waits) active = one
    next = waits ? one : undefined
  }
  return next !== undefined && begins(next) <= at ? { active: next, next: undefined } : { active, next }
}

/** The version to publish, with the reason. */
export interface Publish {
  readonly bundle: Pick<Bundle, "id" | "content" | "currency" | "effective" | "zone" | "zones">
  readonly reason: string
}

/** The result of a publication: its events, or why it is refused. */
export interface PublicationStep {
  readonly events: readonly PublicationEvent[]
  readonly state: Publications
  readonly refusal?: readonly RefusalReason[]
}

/** Returns when a bundle comes into force: the beginning of its effective date in its zone. */
const effectiveAt = ({ effective, zone, zones }: Publish["bundle"]): Instant | undefined =>
  effective === undefined ? undefined : parseInstant(effective, zones[zone] ?? utc)

/**
 * Publishes a version, or asks for a second person if the version in force wants one. If somebody who may sign
 * publishes the same version, that is the signature. While a version waits nobody else may ask for another. The host
 * may publish any version, which ends the wait. `active`: the version in force; undefined for the first one.
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

/** Returns the roles of which somebody has to sign; empty for the host, who needs no signature. */
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
  // Grants are recorded in units of one currency; limits in another currency would be compared with wrong sums.
  const [own, other] = [active.currency?.code, bundle.currency?.code]
  if (own !== undefined && own !== other)
    return [reason("publish/other-currency", "currency", { currency: own, other: other ?? "" })]
  const { next } = inForce(state, at)
  const isNew = bundle.content !== active.content && bundle.content !== next?.content
  // Publishing the version in force withdraws a version that waits for its date.
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

/** Only one version waits for a second person at a time. Whoever asked for it may ask for another in its place. */
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
