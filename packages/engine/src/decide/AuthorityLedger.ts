/**
 * The authority ledger: a stream for each person with every use of their authority on all cases. A grant writes the
 * case and the ledger in one transaction. The append checks every version that the decision has read, also of linked
 * cases, so that two grants cannot both pass a limit.
 */
import type { Case, Gathered, Step } from "@hearback/core"
import { Actor, Limits, Outbound } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import * as Stream from "../name/Stream.ts"
import type { SealedEvent } from "../port/Event.ts"
import type { Write } from "../port/EventStore.ts"
import { decodeClear, encodeClear } from "../record/EventCodec.ts"
import { lastRecorded, type RecordedTime, recordedTime } from "../record/RecordedTime.ts"
import type { CommandEnvelope } from "./CommandEnvelope.ts"
import { type Matter, noMatter, readMatter } from "./LinkedCases.ts"
import { makeRecentCache } from "./RecentCache.ts"

/** The uses of authority that a decision reads. */
export interface LedgerState {
  readonly version: number
  /** When its last event was recorded.  Units: ms since 1970. */
  readonly recordedAt: number | undefined
  readonly entries: readonly Gathered.LedgerEntry[]
  /** The cases linked to this one, directly or through others, with their grants and the versions that were read. */
  readonly matter: Matter
  /** The uses of authority of everybody who may be asked to approve. */
  readonly approvers: Gathered.Gathered["ledgers"]
}

const emptyLedger: LedgerState = { version: 0, recordedAt: undefined, entries: [], matter: noMatter, approvers: {} }

const usesAuthority: ReadonlySet<string> = new Set(["compensate", "discount", "grant", "approve"])

const streamOf = (actor: string): string => Stream.render({ kind: "authority", id: actor })

/** Returns the queue of the actor if the command may use authority, so two uses never run at once in this process. */
export const ledgerQueue = ({ command, actor }: CommandEnvelope): readonly string[] =>
  usesAuthority.has(command.do) ? [streamOf(Actor.nameOf(actor))] : []

/** The part of the state that is read from one person's ledger. */
type Lines = Pick<LedgerState, "version" | "recordedAt" | "entries">

/** Reads the uses of authority for a command. */
export type ReadLedger = (
  envelope: CommandEnvelope,
  state: Case.Case,
  load: (id: string) => Promise<{ readonly state: Case.Case }>
) => Promise<LedgerState>

/** The number of people whose ledgers are kept in memory; known entries are not read again. */
const cacheSize = 200

/**
 * Makes the function that reads the ledger of the actor, if the command may use authority or a request waits for them.
 */
export const makeReadLedger = (context: EngineContext): ReadLedger => {
  const { store, tenant } = context
  const cache = makeRecentCache<Lines>(cacheSize)
  const linesOf = async (actor: string): Promise<Lines> => {
    const known = cache.get(actor) ?? emptyLedger
    const { version, events } = await store.load({ tenant, stream: streamOf(actor) }, known.version)
    if (events.length === 0) return known
    const added = events.map((stored): Gathered.LedgerEntry => decodeClear("authority", stored, stored.stream))
    const lines = { version, recordedAt: lastRecorded(events), entries: [...known.entries, ...added] }
    cache.set(actor, lines)
    return lines
  }
  return async (envelope, state, load) => {
    if (!usesAuthority.has(envelope.command.do) && state.authority.approvals.length === 0) return emptyLedger
    return {
      ...(await linesOf(Actor.nameOf(envelope.actor))),
      matter: await readMatter(context, state, load),
      approvers: await ledgersOfApprovers(context, linesOf, envelope, state)
    }
  }
}

/**
 * Reads the ledgers of everybody who may be asked for an amount: people of higher roles whose limits hold for a period.
 */
const ledgersOfApprovers = async (
  context: EngineContext,
  linesOf: (actor: string) => Promise<Lines>,
  { command, actor }: CommandEnvelope,
  { authority: { approvals } }: Case.Case
): Promise<Gathered.Gathered["ledgers"]> => {
  const policy = context.policies.active
  const asked = approvals.filter((approval) => approval.command.do === "compensate")
  const from = asked.map((approval) => [approval.from])
  if (command.do === "compensate") from.push([...Actor.rolesOf(actor)])
  const above = from.flatMap((roles) => Limits.above(policy, Limits.limitsOf(policy, roles)))
  const roles = above.filter(Limits.isWindowed).map(({ role }) => role)
  if (roles.length === 0) return {}
  const staff = await context.staff.at(policy, context.clock.now())
  const concerned = staff.filter((person) => person.roles.some((role) => roles.includes(role)))
  return Object.fromEntries(
    await Promise.all(concerned.map(async ({ id }) => [id, (await linesOf(id)).entries] as const))
  )
}

/**
 * Returns the uses of authority on linked cases. If there are more cases than are read, the sum is not known and counts
 * as above every limit, since links could otherwise be used to avoid a limit.
 */
export const grantsOnLinkedCases = ({ matter }: LedgerState): NonNullable<Gathered.Gathered["linked"]> => [
  ...matter.cases.flatMap(({ id, authority }) =>
    authority.grants.map(({ power, amount }) => ({ case: id, power, amount }))
  ),
  ...(matter.isCut ? powers.map((power) => ({ case: "", power, amount: Number.POSITIVE_INFINITY })) : [])
]

const powers = ["compensate", "discount", "grant"] as const

/** Returns the ledger's part of a unit: the new entries, or the version that must still be the present one. */
export const ledgerWrites = (
  envelope: CommandEnvelope,
  step: Step.Step,
  ledger: LedgerState,
  eventEnvelope: RecordedTime & Pick<SealedEvent, "actor" | "command" | "policy">
): readonly Write[] => {
  if (!usesAuthority.has(envelope.command.do)) return []
  const { recordedAt, clockBehind } = eventEnvelope
  const time = recordedTime(recordedAt - clockBehind, Math.max(recordedAt, ledger.recordedAt ?? 0))
  const inLedger = { ...eventEnvelope, ...time }
  const lines = step.events.flatMap((event): readonly SealedEvent[] => {
    const line = Outbound.ledgerLine(step.state, event)
    return line === undefined || line.actor !== Actor.nameOf(envelope.actor)
      ? []
      : [encodeClear("authority", inLedger, { event: "authority-used", ...line.entry })]
  })
  return [
    { stream: streamOf(Actor.nameOf(envelope.actor)), expected: ledger.version, events: lines },
    ...ledger.matter.reads
  ]
}
