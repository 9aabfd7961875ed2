/** How a loop is: its policy, what is due, what waits to be sent, what is in quarantine. */
import { defined } from "@hearback/core"
import { type Engine, itemsOf, Lane, MetaKey, type StoreStatus } from "@hearback/engine"
import type { Session } from "../call/Call.ts"

/** Whose messages no channel takes: the staff's, or those of customers who wrote by a channel of the policy. */
type NoRoute = { readonly to: "staff" } | { readonly to: "customer"; readonly channel: string }

export interface Health {
  readonly live: boolean
  readonly store: boolean
  /** Whether the keys of customers can be read: without them nothing can be sealed, and nothing sealed can be read. */
  readonly keys: boolean
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
  /** Why the people file cannot be used as it is now: those who were known last are. */
  readonly people: { readonly lastReloadError?: string }
  readonly timers: { readonly oldestDueMs: number | null; readonly lastTickAt: Date | null }
  readonly outbox: {
    readonly waiting: number
    /** Those of the waiting messages whose last try failed: `undelivered` lists them. */
    readonly failing: number
    /** Given up: `undelivered` lists them. */
    readonly dead: number
    /** Why the message failed that is tried next, without personal data. */
    readonly lastError?: string
    /** Messages wait that no channel of this process takes, though it sends others; `routes` may say which should. */
    readonly noRoute?: readonly NoRoute[]
  }
  readonly quarantine: number
  /** Arrivals that are stored and not decided yet: an adapter failed meanwhile. `tick` goes on with them. */
  readonly received: number
}

/** Returns how many arrivals are in a state, however many pages of them there are. */
const arrivals = async ({ store, tenant }: Engine, state: "quarantined" | "received"): Promise<number> => {
  let count = 0
  for await (const _ of itemsOf((place) => store.intake(tenant, { state, limit: 200, ...place }))) count += 1
  return count
}

/** Why the files of a loop cannot be used as they are now. */
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
  return {
    live,
    store: true,
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
    outbox: await outboxOf(engine, status),
    quarantine: await arrivals(engine, "quarantined"),
    received: await arrivals(engine, "received")
  }
}

/** A key store that throws is told to the host as every adapter is. */
const canReadKeys = async ({ keys, tenant }: Engine): Promise<boolean> => {
  try {
    if ((await keys.isThere?.()) === false) return false
    await keys.find(tenant, "health")
    return true
  } catch {
    return false
  }
}

const outboxOf = async (engine: Engine, status: StoreStatus): Promise<Health["outbox"]> => {
  const { waiting, failing, dead } = status.outbox
  const query = { state: "failing", limit: 1 } as const
  const [next] = failing === 0 ? [] : (await engine.store.undelivered(engine.tenant, query)).items
  return defined({ waiting, failing, dead, lastError: next?.error, noRoute: withoutRoute(engine, status) })
}

/** Returns whose messages wait for a channel that nobody has named; undefined where there are none. */
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
    message:
      language === "en"
        ? `version \`${given}\` is not published: version \`${inForce}\` stays in force`
        : `版本 \`${given}\` 尚未发布，仍按版本 \`${inForce}\` 办理`,
    askedBy: asked?.content === bundle.content ? asked.by : undefined
  })
}
