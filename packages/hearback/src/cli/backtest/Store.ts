/** The cases of a store of ours, as a backtest reads them: everything that a policy can read is on record. */
import { type AssembledLog, ownCase } from "@hearback/backtest"
import type { Case } from "@hearback/core"
import type { CommandContext, Request } from "../program/Command.ts"
import { type Opened, withStore } from "../store/OpenStore.ts"

export const readStore = (request: Request, context: CommandContext): Promise<AssembledLog> =>
  withStore(request, context, logOf, { withoutStaff: true })

/** Returns the cases of a store that is open. */
export const logOf = async ({ loop, policy, now }: Opened): Promise<AssembledLog> => {
  const byCase = new Map<string, Case.CaseEvent[]>()
  let rows = 0
  for await (const { event, at, case: id, body } of loop.events()) {
    const events = byCase.get(id) ?? []
    // What was taken apart for hosts is put together again.
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
