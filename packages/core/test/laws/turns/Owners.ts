/** Turns about the owner: handovers, calls, taking up, lending. */
import { inDays, otherThan, ownerOf, owners, type Turn } from "./Turn.ts"

/** Offers the case to somebody else. */
export const offers: Turn = (s) => ({
  by: ownerOf(s),
  command: { do: "hand-over", to: otherThan(s, ownerOf(s)), reason: "their line" }
})

/** Answers as whoever was asked, by an offer or a call. */
const asked =
  (command: { readonly do: "accept" } | { readonly do: "decline"; readonly reason?: string }): Turn =>
  ({ c }) => {
    const to = c.ownership.offer?.to ?? c.ownership.call?.to
    return to === undefined ? undefined : { by: to, command }
  }

/** Accepts an offer or a call. */
export const accepts = asked({ do: "accept" })
/** Declines an offer or a call. */
export const declines = asked({ do: "decline", reason: "full" })

/** Takes the case up. */
export const takesUp =
  (by: string): Turn =>
  () => ({ by, command: { do: "take-up" } })

/** Hands the case over as the policy's arbiter. */
export const arbitrates: Turn = (s) => ({
  by: "dora",
  command: { do: "hand-over", to: otherThan(s, ownerOf(s), "dora"), reason: "decided" }
})

/** Removes the owner from the directory. */
const leaves: Turn = (s) => ({
  by: "sam",
  command: { do: "note", text: "has left" },
  people: s.world.people.filter(({ id }) => id !== ownerOf(s))
})

/** The turns about the owner. */
export const ownerTurns: readonly Turn[] = [
  offers,
  offers,
  accepts,
  accepts,
  declines,
  asked({ do: "decline" }),
  owners({ do: "take-up" }),
  takesUp("sam"),
  takesUp("ben"),
  arbitrates,
  leaves,
  (s) => ({ by: ownerOf(s), command: { do: "hand-over", to: "quinn", reason: "hers" } }),
  (s) => ({ by: "sam", command: { do: "delegate", to: "ann", until: inDays(s, 14) } }),
  (s) => ({
    by: "dora",
    command: { do: "delegate", to: "ben", until: inDays(s, 3), roles: ["director"], reason: "leave" }
  })
]
