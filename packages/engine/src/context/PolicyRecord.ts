/** Reads and writes the stream of a policy's publications. */
import { Actor, type Bundle, Publication, type Refusal } from "@hearback/core"
import * as Stream from "../name/Stream.ts"
import * as UnitKey from "../name/UnitKey.ts"
import type { EventStore } from "../port/EventStore.ts"
import type { KeyStore } from "../port/KeyStore.ts"
import { sha256 } from "../record/Chain.ts"
import { commandId } from "../record/CommandId.ts"
import { noWords } from "../record/clear/PolicyWords.ts"
import { decode, decodeClear, encode } from "../record/EventCodec.ts"
import * as KeySubject from "../record/KeySubject.ts"
import { recordedTime } from "../record/RecordedTime.ts"
import { sealer } from "../record/Seal.ts"
import { engineError } from "./EngineError.ts"

/** The store and the tenant of a record of publications. */
export interface PolicyRecordPlace {
  readonly store: EventStore
  readonly keys: KeyStore
  readonly tenant: string
}

/** Who publishes, and why. `key` identifies the call for good. */
export interface PublishOrder {
  readonly by: Actor.Actor
  readonly reason: string
  readonly key: string
  /** Whether nothing is done if another version was published meanwhile. */
  readonly onlyFirst?: boolean
}

const stream = Stream.render({ kind: "policy", id: "versions" })

/** Returns the publications after the known ones, without their reasons, which are sealed. */
export const readPublications = async (
  { store, tenant }: Pick<PolicyRecordPlace, "store" | "tenant">,
  known: Publication.Publications = Publication.nothing
): Promise<Publication.Publications> => {
  const { events } = await store.load({ tenant, stream }, known.version)
  return events.reduce(
    (state, stored) => Publication.evolve(state, decodeClear("policy", stored, stored.stream)),
    known
  )
}

/** Returns the publications with their reasons. */
export const readWithReasons = async ({
  store,
  keys,
  tenant
}: PolicyRecordPlace): Promise<Publication.Publications> => {
  let state = Publication.nothing
  for (const stored of (await store.load({ tenant, stream })).events)
    state = Publication.evolve(state, await decode(keys, "policy", stored))
  return state
}

/** Returns whether the call with this key has published before.  Errors: `key/reused` if the key named another call. */
const wasPublishedBy = async (
  { store, tenant }: PolicyRecordPlace,
  { content }: Bundle.Bundle,
  { key, by }: PublishOrder
): Promise<boolean> => {
  const { events } = await store.load({ tenant, stream })
  const found = events.find(({ command }) => command === commandId(key))
  if (found !== undefined && (found.policy !== content || found.actor !== Actor.nameOf(by))) throw keyReused()
  return found !== undefined
}

const keyReused = () => engineError("key/reused", "this key was used for another publication")

const lastAt = ({ published, asked }: Publication.Publications): number =>
  Math.max(asked?.at ?? 0, published.at(-1)?.at ?? 0)

/** The number of attempts if other versions are published meanwhile. */
const tries = 5

/**
 * Publishes a bundle that the store keeps; returns why not if it is refused. `active`: returns the bundle in force by
 * the known publications; `free`: nobody is asked.
 */
export const publish = async (
  place: PolicyRecordPlace,
  bundle: Bundle.Bundle,
  order: PublishOrder,
  now: number,
  active: (state: Publication.Publications) => Promise<Bundle.Bundle | undefined>
): Promise<readonly Refusal.RefusalReason[]> => {
  const { store, keys, tenant } = place
  const { by, reason, key, onlyFirst = false } = order
  for (let n = 0; n < tries; n++) {
    const before = await readPublications(place)
    if (onlyFirst && before.published.length > 0) return []
    const { recordedAt, clockBehind } = recordedTime(now, lastAt(before))
    const step = Publication.step(await active(before), before, { bundle, reason }, by, recordedAt)
    // What this call has published earlier may be in force by now, which is no reason against it.
    if (step.refusal !== undefined) return (await wasPublishedBy(place, bundle, order)) ? [] : step.refusal
    const envelope = {
      recordedAt,
      clockBehind,
      actor: Actor.nameOf(by),
      command: commandId(key),
      policy: bundle.content,
      words: noWords,
      sealer: () => sealer(keys, tenant, KeySubject.render({ kind: "policy" }))
    }
    const appended = await store.append({
      tenant,
      key: UnitKey.publication(sha256(key)),
      fingerprint: sha256(`${bundle.content} ${Actor.nameOf(by)} ${reason}`),
      writes: [{ stream, expected: before.version, events: await encode("policy", envelope, step.events) }],
      outbox: []
    })
    if (appended.result === "key-reused") throw keyReused()
    if (appended.result !== "conflict") return []
  }
  throw engineError("store/conflict", "the policy is published by many at once", true)
}
