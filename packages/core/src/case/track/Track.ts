/** How a track folds: a table with one entry per event, so that adding an event breaks the build until it is folded. */
import type { RuleId } from "../../policy/Bundle.ts"
import type { Instant } from "../../time/Instant.ts"

/**
 * One event of a table of bodies: its name, when it happened, and the rule that made it. `under` is the content hash of
 * the policy in which that rule stands, where it is another than the case is pinned to.
 */
export type EventOf<Bodies, T extends keyof Bodies = keyof Bodies> = {
  [K in T]: { readonly event: K; readonly at: Instant; readonly why?: RuleId; readonly under?: string } & Bodies[K]
}[T]

/**
 * One fold an event. What stays is spread first, and what has changed is written after it: members after any other spread
 * are put in one by one by the runtime of JavaScript, which takes ten times as long.
 */
export type EvolveTable<S, Bodies> = { readonly [T in keyof Bodies]: (state: S, event: EventOf<Bodies, T>) => S }

/**
 * Returns a record with one entry put anew. What is written with a computed key in a literal is looked up by the runtime of
 * JavaScript each time; this is a fifth of the cost.
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
