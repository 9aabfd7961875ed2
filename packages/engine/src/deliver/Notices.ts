/**
 * Notices that may leave together. The first notice to a person is sent at once. Those that follow it within their digest
 * time wait for its end, and then leave as one message, which is stored before it is sent. One that would come too late
 * by then does not wait, and takes with it what is claimed beside it.
 */
import type { EngineContext } from "../context/Context.ts"
import * as MetaKey from "../name/MetaKey.ts"
import type { OutboxClaim, OutboxMessage } from "../port/EventStore.ts"
import { join } from "./JoinedMessage.ts"

/** What of a message says that it may wait for others, and until when.  Units: `digest` in ms, `before` an instant. */
const waitOf = ({ body }: OutboxMessage) => body as { readonly digest?: number; readonly before?: number }

/** Whether a message may wait for others to the same person. */
export const isNotice = (message: OutboxMessage): boolean => waitOf(message).digest !== undefined

/** Nobody reads more in one message; the others leave beside it. */
const mostParts = 100

/** What is to be done with notices: they wait, one of them is sent as it is, or they were joined and are offered as one. */
type Composed =
  | { readonly wait: readonly OutboxClaim[]; readonly until: number }
  | { readonly send: OutboxClaim }
  | { readonly joined: readonly OutboxClaim[] }

export interface Notices {
  /** Decides on notices to one person that are claimed, the most urgent first. */
  compose(person: string, claims: readonly OutboxClaim[]): Promise<readonly Composed[]>
  /** Takes note that a person was sent a notice. */
  sent(person: string): Promise<void>
}

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
        // Where one of them went to another process meanwhile, that one decides anew on the others as well.
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

/** What is overdue comes first, then what has waited longest. */
export const byUrgency = (one: OutboxClaim, other: OutboxClaim): number =>
  Number(isOverdue(other.message)) - Number(isOverdue(one.message)) || one.message.notBefore - other.message.notBefore

const isOverdue = ({ body }: OutboxMessage): boolean => (body as { readonly overdue?: boolean }).overdue === true

function* chunks<T>(items: readonly T[]): Generator<readonly [T, ...T[]]> {
  for (let at = 0; at < items.length; at += mostParts) yield items.slice(at, at + mostParts) as unknown as [T, ...T[]]
}
