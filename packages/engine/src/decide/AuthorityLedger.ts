/**
 * The authority ledger: every use of a person's authority over all their cases, as a stream of its own. A grant writes
 * the case and the ledger in one transaction. The append checks every version that the decision has read, also those of
 * linked cases, so that two grants cannot both pass a limit.
 */
import type { Case, Gathered, Step } from "@hearback/core"
import { Actor, Outbound, Relations } from "@hearback/core"
import type { Context } from "../context/Context.ts"
import * as Stream from "../name/Stream.ts"
import type { SealedEvent } from "../port/Event.ts"
import type { Write } from "../port/EventStore.ts"
import { ledgerFields } from "../record/clear/OtherFields.ts"
import { decodeClear, encodeClear } from "../record/EventCodec.ts"
import { lastRecorded, type RecordedTime, recordedTime } from "../record/RecordedTime.ts"
import type { CommandEnvelope } from "./CommandEnvelope.ts"

export interface LedgerState {
  readonly version: number
  /** When its last event was recorded.  Units: ms since 1970. */
  readonly recordedAt: number | undefined
  readonly entries: readonly Gathered.LedgerEntry[]
  /** The cases linked to this one, directly or through others, with their grants and the version that was read. */
  readonly linked: readonly Pick<Case.Case, "id" | "version" | "authority">[]
}

const emptyLedger: LedgerState = { version: 0, recordedAt: undefined, entries: [], linked: [] }

/** So many linked cases are read; more than that are no longer one matter. */
const maxLinkedCases = 200

const usesAuthority: ReadonlySet<string> = new Set(["compensate", "discount", "grant", "approve"])

const streamOf = (actor: string): string => Stream.render({ kind: "authority", id: actor })

/** Returns the queue of who acts, where the command may use authority: two uses of it never meet in this process. */
export const ledgerQueue = ({ command, actor }: CommandEnvelope): readonly string[] =>
  usesAuthority.has(command.do) ? [streamOf(Actor.nameOf(actor))] : []

/** Reads the ledger of who acts, where the command may use authority, or a request waits that they might answer. */
export const readLedger = async (
  context: Context,
  envelope: CommandEnvelope,
  state: Case.Case,
  load: (id: string) => Promise<{ readonly state: Case.Case }>
): Promise<LedgerState> => {
  if (!usesAuthority.has(envelope.command.do) && state.authority.approvals.length === 0) return emptyLedger
  const { version, events } = await context.store.load({
    tenant: context.tenant,
    stream: streamOf(Actor.nameOf(envelope.actor))
  })
  return {
    version,
    recordedAt: lastRecorded(events),
    entries: events.map((stored) => decodeClear(stored) as unknown as Gathered.LedgerEntry),
    linked: await linkedCases(state, load)
  }
}

const linkedCases = async (
  state: Case.Case,
  load: (id: string) => Promise<{ readonly state: Case.Case }>
): Promise<readonly Case.Case[]> => {
  const seen = new Set([state.id, ...Relations.together(state.relations)])
  const found: Case.Case[] = []
  for (const id of seen) {
    if (id === state.id || found.length >= maxLinkedCases) continue
    const { state: other } = await load(id)
    if (other.version === 0) continue
    found.push(other)
    for (const next of Relations.together(other.relations)) seen.add(next)
  }
  return found
}

/** Returns the uses of authority on linked cases, as a decision reads them. */
export const grantsOnLinkedCases = ({ linked }: LedgerState): NonNullable<Gathered.Gathered["linked"]> =>
  linked.flatMap(({ id, authority }) => authority.grants.map(({ power, amount }) => ({ case: id, power, amount })))

/** Returns the ledger's share of a unit: the new lines, or the version that must still hold. */
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
      : [encodeClear(inLedger, { event: "authority-used", ...line.entry }, ledgerFields)]
  })
  return [
    { stream: streamOf(Actor.nameOf(envelope.actor)), expected: ledger.version, events: lines },
    ...ledger.linked.map(({ id, version }): Write => ({ stream: Stream.ofCase(id), expected: version, events: [] }))
  ]
}
