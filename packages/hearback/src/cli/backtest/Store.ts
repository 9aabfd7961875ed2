/** Reads the cases of a Hearback store for a backtest. Such a record has everything that a policy can read. */
import { type AssembledLog, ownCase } from "@hearback/backtest"
import type { Case } from "@hearback/core"
import type { CommandContext, Request } from "../program/Command.ts"
import { type Opened, withStore } from "../store/OpenStore.ts"

/** Opens a store and returns its cases. */
export const readStore = (request: Request, context: CommandContext): Promise<AssembledLog> =>
  withStore(request, context, logOf, { withoutStaff: true })

/** Returns the cases of an open store. */
export const logOf = async ({ loop, policy, now }: Opened): Promise<AssembledLog> => {
  const byCase = new Map<string, Case.CaseEvent[]>()
  let rows = 0
  for await (const { event, at, case: id, body } of loop.events()) {
    const events = byCase.get(id) ?? []
    // Events for hosts have separate parts, which are combined again here.
    events.push({ event, at: at.getTime(), ...body } as unknown as Case.CaseEvent)
    byCase.set(id, events)
    rows += 1
  }
  const digits = policy.bundle.currency?.digits ?? 0
  const cases = [...byCase].flatMap(([id, events]) => ownCase(id, events, digits) ?? [])
  const from = cases.reduce((first, { receivedAt }) => Math.min(first, receivedAt), now)
  return {
    cases,
    known: { all: true, said: new Set(), happened: new Set() },
    quality: { rows, cases: cases.length, from, to: now, faults: [] }
  }
}
