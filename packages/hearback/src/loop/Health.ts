/** The health of a loop: its policy, what is due, what waits to be sent, and what is in quarantine. */
import { defined } from "@hearback/core"
import { type Engine, Lane, MetaKey, type OpenTransaction, type StoreStatus } from "@hearback/engine"
import type { Session } from "../call/Call.ts"
import { texts } from "../text/catalogue/Texts.ts"

/** Whose messages no channel takes: the staff's, or those of customers who wrote by a channel of the policy. */
type NoRoute = { readonly to: "staff" } | { readonly to: "customer"; readonly channel: string }

/**
 * A code for what prevents a loop from doing its work. Only probes report `store/unavailable`; a call of `health`
 * throws it.
 */
export type HealthProblem =
  | "store/unavailable"
  /** A transaction has been open for ten seconds, and others wait for its end: `heldUpBy`. */
  | "store/held-up"
  | "keys/unreadable"
  /** Something is due, or waits to leave, for five minutes, and no process was told the time in these. */
  | "time/not-told"
  | "policy/unusable"
  | "people/unusable"
  | "channels/no-route"

/** The state of a loop and its adapters, for probes and alarms. It contains no personal data. */
export interface Health {
  /** Whether the process works. */
  readonly live: boolean
  /** Present problems, each as a code; the other fields have details. */
  readonly problems: readonly HealthProblem[]
  /** Whether the store answers. */
  readonly store: boolean
  /** Transactions of the database that have been open for at least ten seconds and that others wait for. */
  readonly heldUpBy?: readonly OpenTransaction[]
  /** Whether the keys of customers can be read. Without them personal data can neither be written nor read. */
  readonly keys: boolean
  /**
   * The policy in force, the next version (`next`), why the policy file could not be read (`lastReloadError`), and the
   * version that the loop was opened with, if it is not published (`notPublished`).
   */
  readonly policy: {
    readonly id: string
    readonly content: string
    readonly shape: string
    /** The version that comes into force later. */
    readonly next?: { readonly content: string; readonly effective: string }
    /** Why the policy file could not be used. */
    readonly lastReloadError?: string
    /** The version that the loop was opened with, where it is not published: another one is in force. */
    readonly notPublished?: {
      readonly code: "policy/not-published"
      readonly content: string
      readonly message: string
      /** Who asked to publish it, where it waits for a second person. */
      readonly askedBy?: string
    }
  }
  /** Why the people file cannot be read now. The last people who could be read stay known. */
  readonly people: { readonly lastReloadError?: string }
  /** How long the oldest due deadline has waited (ms; null if none waits), and when the last tick was. */
  readonly timers: { readonly oldestDueMs: number | null; readonly lastTickAt: Date | null }
  /**
   * Messages that wait (`waiting`), of these failed ones (`failing`), messages that were given up (`dead`), the age of
   * the oldest that may leave (`oldestMs`), the last error, and messages that no channel of this process takes
   * (`noRoute`).
   */
  readonly outbox: {
    readonly waiting: number
    /** Those of the waiting messages whose last try failed: `undelivered` lists them. */
    readonly failing: number
    /** Given up: `undelivered` lists them. */
    readonly dead: number
    /** How long the oldest message waits that may leave. */
    readonly oldestMs: number | null
    /** Why the message failed that is tried next, without personal data. */
    readonly lastError?: string
    /** Messages wait that no channel of this process takes, though it sends others; `routes` may say which should. */
    readonly noRoute?: readonly NoRoute[]
  }
  /** The number of arrivals in quarantine. */
  readonly quarantine: number
  /** Arrivals that are stored and not decided yet, because an adapter failed. `tick` continues with them. */
  readonly received: number
}

/** Why files of a loop cannot be used now. */
export interface FileProblems {
  readonly policy?: string
  readonly people?: string
}

/** Returns the health of a loop. */
export const healthOf = async (session: Session, live: boolean, problems: FileProblems): Promise<Health> => {
  const { engine } = session
  const status = await engine.store.status(engine.tenant)
  const last = await engine.store.meta(engine.tenant, MetaKey.lastTick)
  const { bundle } = engine.policies.active
  const next = engine.policies.next?.bundle
  const now = engine.clock.now()
  const held = ((await engine.store.holders?.(engine.tenant)) ?? []).filter(({ seconds }) => seconds >= heldUpSeconds)
  const found: Omit<Health, "problems"> = {
    live,
    store: true,
    ...(held.length === 0 ? {} : { heldUpBy: held }),
    keys: await canReadKeys(engine),
    policy: defined({
      id: bundle.id,
      content: bundle.content,
      shape: bundle.shape,
      next: next?.effective === undefined ? undefined : { content: next.content, effective: next.effective },
      lastReloadError: problems.policy,
      notPublished: await notPublished(session)
    }),
    people: defined({ lastReloadError: problems.people }),
    timers: {
      oldestDueMs: status.oldestDueAt === null ? null : Math.max(0, now - status.oldestDueAt),
      lastTickAt: typeof last === "number" ? new Date(last) : null
    },
    outbox: await outboxOf(engine, status, now),
    quarantine: await engine.store.countIntake(engine.tenant, "quarantined"),
    received: await engine.store.countIntake(engine.tenant, "received")
  }
  return { ...found, problems: problemsOf(found, now) }
}

/** How long a transaction may be open while others wait for it. */
const heldUpSeconds = 10

/** How long work may wait before it looks as if no process ticks.  Units: ms. */
const patienceMs = 5 * 60_000

const problemsOf = (
  { heldUpBy, keys, policy, people, timers, outbox }: Omit<Health, "problems">,
  now: number
): readonly HealthProblem[] => {
  const lies = Math.max(timers.oldestDueMs ?? 0, outbox.oldestMs ?? 0)
  const toldAt = timers.lastTickAt?.getTime() ?? Number.NEGATIVE_INFINITY
  const found: Readonly<Record<Exclude<HealthProblem, "store/unavailable">, boolean>> = {
    "store/held-up": heldUpBy !== undefined,
    "keys/unreadable": !keys,
    "time/not-told": lies > patienceMs && now - toldAt > patienceMs,
    "policy/unusable": policy.lastReloadError !== undefined,
    "people/unusable": people.lastReloadError !== undefined,
    "channels/no-route": outbox.noRoute !== undefined
  }
  return (Object.keys(found) as (keyof typeof found)[]).filter((problem) => found[problem])
}

/** Reads the key store. If it throws, the host is told, as for every adapter. */
const canReadKeys = async ({ keys, tenant }: Engine): Promise<boolean> => {
  try {
    if ((await keys.isThere?.()) === false) return false
    await keys.find(tenant, "health")
    return true
  } catch {
    return false
  }
}

const outboxOf = async (engine: Engine, status: StoreStatus, now: number): Promise<Health["outbox"]> => {
  const { waiting, failing, dead, nextAt } = status.outbox
  const oldestMs = nextAt === null || nextAt > now ? null : now - nextAt
  const query = { state: "failing", limit: 1 } as const
  const [next] = failing === 0 ? [] : (await engine.store.undelivered(engine.tenant, query)).items
  return defined({ waiting, failing, dead, oldestMs, lastError: next?.error, noRoute: withoutRoute(engine, status) })
}

/** Returns whose messages wait for a channel that no process has; undefined if there are none. */
const withoutRoute = ({ routes }: Engine, { outbox }: StoreStatus): readonly NoRoute[] | undefined => {
  const found: NoRoute[] = []
  for (const { lane: name } of outbox.lanes) {
    const lane = Lane.parse(name)
    if (lane === undefined || lane.kind === "command" || routes.channelFor(lane) !== undefined) continue
    if (routes.isElsewhere(lane)) continue
    found.push(lane.kind === "staff" ? { to: "staff" } : { to: "customer", channel: lane.channel })
  }
  return routes.isSending && found.length > 0 ? found : undefined
}

const notPublished = async ({ engine, language }: Session): Promise<Health["policy"]["notPublished"]> => {
  const bundle = engine.policies.unpublished
  if (bundle === undefined) return undefined
  const { asked } = await engine.policies.publications()
  const [given, inForce] = [bundle.content.slice(0, 8), engine.policies.active.bundle.content.slice(0, 8)]
  return defined({
    code: "policy/not-published",
    content: bundle.content,
    message: texts[language].answer.notPublished(given, inForce),
    askedBy: asked?.content === bundle.content ? asked.by : undefined
  })
}
