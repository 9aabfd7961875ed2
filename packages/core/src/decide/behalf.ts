/**
 * Acting on behalf: what somebody may not do themselves they may do for an absent owner whom they stand in for. It is
 * recorded as theirs, in the owner's name; their own limits apply, never the owner's.
 */

import type { Case } from "../case/Case.ts"
import type { Verb } from "../case/Command.ts"
import type { Meta } from "../case/Gathered.ts"
import { nothingGathered } from "../case/Gathered.ts"
import type { Reason, RefusalCode } from "../case/Refusal.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import type { Actor } from "../people/Actor.ts"
import { nameOf } from "../people/Actor.ts"
import type { Person } from "../people/Person.ts"
import type { Policy } from "../policy/Policy.ts"
import { withLent } from "../rule/ownership/delegate.ts"
import { withoutRecused } from "../rule/ownership/recuse.ts"
import type { Instant } from "../time/Instant.ts"
import * as Presence from "../who/Presence.ts"

/** Returns the envelope as the case lets it be seen: nobody recused is anybody's choice, and powers lent here count. */
export const seenBy = ({ ownership }: Case, meta: Meta): Meta => {
  const seen = withLent(ownership, withoutRecused(ownership, meta))
  const owner = meta.gathered.people.find((person) => person.id === ownership.owner)
  const { actor } = seen
  return actor.kind === "person" && owner?.deputy === actor.id
    ? { ...seen, actor: { ...actor, deputyOf: owner.id } }
    : seen
}

/** Returns somebody as a case sees them at an instant: with powers lent on it, in the name of an absent owner. */
export const actorOn = (policy: Policy, c: Case, people: readonly Person[], actor: Actor, at: Instant): Actor => {
  const gathered = { ...nothingGathered, people }
  const seen = seenBy(c, { id: "", occurredAt: at, receivedAt: at, actor, gathered })
  return Presence.onBehalf(policy, c, seen.gathered.people, seen.actor, at)?.actor ?? seen.actor
}

/** What being the owner would change. */
const owners: ReadonlySet<RefusalCode> = new Set(["gate/wrong-person", "ownership/not-owner"])

/** Runs a handler, and once more in the absent owner's name where only that was missing. */
export const act = (d: Draft, verb: Verb, run: () => readonly Reason[]): readonly Reason[] => {
  const { state, meta, because } = d
  const from = d.events.length
  const reasons = run()
  if (!reasons.some(({ code }) => owners.has(code))) return reasons
  const found = Presence.onBehalf(d.policy, state, meta.gathered.people, meta.actor, d.now)
  if (found === undefined) return reasons
  const first = { state: d.state, events: d.events.splice(from), because: d.because }
  d.state = state
  d.because = because
  d.meta = { ...meta, actor: found.actor }
  const { owner } = state.ownership
  Drafts.emit(d, "deputy-acted", { by: nameOf(meta.actor), for: owner, asked: verb, as: found.as }, "ownership.absent")
  const again = run()
  if (again.length === 0) return []
  // Refused all the same: nothing was done in anybody's name.
  d.events.splice(from, d.events.length, ...first.events)
  d.state = first.state
  d.because = first.because
  d.meta = meta
  return reasons
}
