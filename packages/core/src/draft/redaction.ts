/** Hides data of other people from the reader of a message, as `sending.redact` says. */
import { withoutPersonalData } from "../language/personal/PersonalData.ts"
import * as Actor from "../people/Actor.ts"
import type { Language, PersonalKind } from "../policy/Bundle.ts"
import { word } from "../text/phrase/Words.ts"
import * as Who from "../who/Who.ts"
import type { Draft } from "./Draft.ts"

/** The receiver of a message. */
export interface Receiver {
  readonly to: string
  readonly audience: "customer" | "staff"
  readonly language: Language
  readonly channel?: string | undefined
  /** Whether it is another customer than the one who gave the feedback. */
  readonly isParty: boolean
}

/** Returns a text without what is hidden. `fact`: the text is the value of this fact. */
export type Hide = (text: string, fact?: string) => string

/** Returns the function that hides words from a receiver; undefined if they may read everything. */
export const hiding = (draft: Draft, receiver: Receiver): Hide | undefined => {
  const { sending, facts } = draft.policy.bundle
  if (sending?.redact === undefined) return undefined
  const hidden = new Set(
    (Object.keys(sending.redact) as PersonalKind[]).filter(
      (kind) => !mayRead(draft, receiver, sending.redact?.[kind] ?? [])
    )
  )
  if (hidden.size === 0) return undefined
  const told = Object.entries(draft.state.feedback.facts).flatMap(([name, value]) =>
    facts[name]?.ofOthers === true && typeof value === "string" ? [value] : []
  )
  const wordFor = (kind: PersonalKind): string => word("personal", kind, receiver.language)
  return (text, fact) =>
    hidden.has("of-others") && fact !== undefined && facts[fact]?.ofOthers === true
      ? wordFor("of-others")
      : withoutPersonalData(text, hidden, told, wordFor)
}

/**
 * Returns whether a receiver may read everything. Everybody reads a message on a public channel, so data is hidden
 * there. A customer's own words are not hidden from that customer.
 */
const mayRead = (draft: Draft, { to, audience, channel, isParty }: Receiver, shownTo: readonly string[]): boolean => {
  const { policy, state, meta } = draft
  if (audience === "customer") {
    const isPublic = channel !== undefined && policy.bundle.channels[channel]?.isPublic === true
    return !isPublic && (!isParty || shownTo.includes("customer"))
  }
  if (shownTo.includes("praised") && state.ownership.named.includes(to)) return true
  const person = meta.gathered.people.find(({ id }) => id === to)
  const { owner } = state.ownership
  // The deputy of an absent owner reads what the owner reads.
  const standing = Who.people(policy, state, ["owner"], meta.gathered.people, draft.now).includes(to)
  if (shownTo.includes("owner") && (to === owner || standing)) return true
  if (person === undefined || !Actor.isPersonId(to)) return false
  const { roles, department } = person
  return Who.is(
    policy,
    state,
    shownTo,
    Actor.person({ id: to, roles, ...(department === undefined ? {} : { department }) })
  )
}
