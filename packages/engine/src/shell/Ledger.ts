/**
 * The stream `authority/<actor>`: every use of a person's authority over all their cases. A grant writes the case and
 * this stream together, and the append checks the version that the decision has read, so two cannot both pass.
 */
import type { Gathered, Step } from "@hearback/core"
import { Outbound } from "@hearback/core"
import type { Json, SealedEvent } from "../port/Event.ts"
import type { Write } from "../port/EventStore.ts"
import type { Context } from "./Context.ts"
import type { Order } from "./Order.ts"

export interface Read {
  readonly version: number
  readonly entries: readonly Gathered.LedgerEntry[]
}

const nothing: Read = { version: 0, entries: [] }

const spends: ReadonlySet<string> = new Set(["compensate", "discount", "grant", "approve"])

const streamOf = (actor: string): string => `authority/${actor}`

/** Reads the ledger of who acts, where the command may use authority. */
export const read = async (x: Context, order: Order): Promise<Read> => {
  if (!spends.has(order.command.do)) return nothing
  const { version, events } = await x.store.load({ tenant: x.tenant, stream: streamOf(order.actor.id) })
  return { version, entries: events.map((stored) => stored.clear as unknown as Gathered.LedgerEntry) }
}

/** Returns the ledger's share of a unit: the new lines, or the version that must still hold. */
export const writes = (
  order: Order,
  step: Step.Step,
  ledger: Read,
  envelope: Pick<SealedEvent, "recordedAt" | "actor" | "command" | "policy">
): readonly Write[] => {
  if (!spends.has(order.command.do)) return []
  const { recordedAt, actor, command, policy } = envelope
  const lines = step.events.flatMap((event): readonly SealedEvent[] => {
    const line = Outbound.ledgerLine(step.state, event)
    return line === undefined || line.actor !== order.actor.id
      ? []
      : [
          {
            type: "authority-used.v1",
            at: line.entry.at,
            recordedAt,
            actor,
            command,
            policy,
            clear: line.entry as unknown as Json
          }
        ]
  })
  return [{ stream: streamOf(order.actor.id), expected: ledger.version, events: lines }]
}
