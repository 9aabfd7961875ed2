/**
 * How a track is folded: by a table with one entry for each event, so that a new event does not compile without its
 * fold.
 */
import type { RuleId } from "../../policy/Bundle.ts"
import type { Instant } from "../../time/Instant.ts"

/**
 * One event: its name, when it happened, its body, and the rule that made it. `under` is the content hash of the policy
 * with that rule, if that is another one than the case is pinned to.
 */
export type EventOf<Bodies, T extends keyof Bodies = keyof Bodies> = {
  [K in T]: { readonly event: K; readonly at: Instant; readonly why?: RuleId; readonly under?: string } & Bodies[K]
}[T]

/**
 * One fold for each event. The old state is spread first, and changed members are written after it. Members after
 * another spread would be added one by one by the JavaScript runtime, which takes ten times as long.
 */
export type EvolveTable<S, Bodies> = { readonly [T in keyof Bodies]: (state: S, event: EventOf<Bodies, T>) => S }

/**
 * Returns a record with one entry added or replaced. A literal with a computed key would take five times as long, since
 * the JavaScript runtime looks it up each time.
 */
export const withEntry = <T>(
  record: Readonly<Record<string, T>>,
  name: string,
  entry: T
): Readonly<Record<string, T>> => {
  if (name === "__proto__") return { ...record, [name]: entry }
  const next: Record<string, T> = { ...record }
  next[name] = entry
  return next
}
