/**
 * Notices that may leave together. The first notice to a person is sent at once. Later ones within the digest time wait
 * for its end and leave as one message, which is stored before it is sent. A notice that would then be too late does
 * not wait, and takes the others that are claimed with it along.
 */
import type { EngineContext } from "../context/Context.ts"
import * as MetaKey from "../name/MetaKey.ts"
import type { OutboxClaim, OutboxMessage } from "../port/EventStore.ts"
import { join } from "./JoinedMessage.ts"

/** Returns how long a message may wait for others.  Units: `digest` in ms, `before` an instant. */
const waitOf = ({ body }: OutboxMessage) => body as { readonly digest?: number; readonly before?: number }

/** Returns whether a message may wait for others to the same person. */
export const isNotice = (message: OutboxMessage): boolean => waitOf(message).digest !== undefined

/** The most notices in one message; further ones leave in another. */
const mostParts = 100

/** What to do with notices: let them wait, send one as it is, or send them joined. */
type Composed =
  | { readonly wait: readonly OutboxClaim[]; readonly until: number }
  | { readonly send: OutboxClaim }
  | { readonly joined: readonly OutboxClaim[] }

/** Decides which notices leave together. */
export interface Notices {
  /** Decides on the claimed notices to one person, the most urgent first. */
  compose(person: string, claims: readonly OutboxClaim[]): Promise<readonly Composed[]>
  /** Records that a notice was sent to a person. */
  sent(person: string): Promise<void>
}

/** Makes the digest of notices. */
export const makeNotices = ({ store, tenant, clock }: Pick<EngineContext, "store" | "tenant" | "clock">): Notices => ({
  compose: async (person, claims) => {
    const now = clock.now()
    const last = await store.meta(tenant, MetaKey.lastNotice(person))
    const since = typeof last === "number" && last <= now ? last : Number.NEGATIVE_INFINITY
    const until = Math.min(...claims.map(({ message }) => endOfWait(waitOf(message), since)))
    if (until > now) return [{ wait: claims, until }]
    const composed: Composed[] = []
    for (const [first, ...rest] of chunks(claims)) {
      if (rest.length === 0) composed.push({ send: first })
      else {
        const all = [first, ...rest] as const
        const whole = join([first.message, ...rest.map(({ message }) => message)], now)
        const ids = all.map(({ id }) => id)
        // If another process has claimed one of them meanwhile, that process decides on all of them.
        composed.push((await store.join(tenant, ids, whole)) ? { joined: all } : { wait: all, until: now })
      }
    }
    return composed
  },
  sent: (person) => store.setMeta(tenant, MetaKey.lastNotice(person), clock.now())
})

const endOfWait = (
  { digest = 0, before = Number.POSITIVE_INFINITY }: ReturnType<typeof waitOf>,
  since: number
): number => (since + digest < before ? since + digest : since)

/** Compares two claims: overdue ones first, then those that have waited longest. */
export const byUrgency = (one: OutboxClaim, other: OutboxClaim): number =>
  Number(isOverdue(other.message)) - Number(isOverdue(one.message)) || one.message.notBefore - other.message.notBefore

const isOverdue = ({ body }: OutboxMessage): boolean => (body as { readonly overdue?: boolean }).overdue === true

function* chunks<T>(items: readonly T[]): Generator<readonly [T, ...T[]]> {
  for (let at = 0; at < items.length; at += mostParts) yield items.slice(at, at + mostParts) as unknown as [T, ...T[]]
}
