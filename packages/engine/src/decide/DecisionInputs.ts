/** What a command needs to know beyond its own case: gathered here, since the core may fetch nothing. */
import type { Case, Command, Gathered, Policy } from "@hearback/core"
import { Landing } from "@hearback/core"
import type { Context } from "../context/Context.ts"
import * as Ledger from "./AuthorityLedger.ts"
import type { Order } from "./CommandEnvelope.ts"
import { powers } from "./LimitsAndRates.ts"

/** Gathers for one order on the case as it stands. */
export type Gather = (
  order: Order,
  policy: Policy.Policy,
  state: Case.Case,
  ledger: Ledger.Read,
  at: number
) => Promise<Gathered.Gathered>

const tries = 8

type Load = (id: string) => Promise<{ readonly state: Case.Case }>

/** `settled` loads a case as it stands by now: what fell due on it has fired. */
export const makeGather = (x: Context, load: Load, settled: Load): Gather => {
  /** An id that nobody has; they are short, so now and then one is taken. */
  const freshId = async (at: number): Promise<string> => {
    let id = x.ids.case(at)
    for (let attempt = 0; attempt < tries && (await load(id)).state.version > 0; attempt++) id = x.ids.case(at)
    return id
  }

  /** What a command needs to know of another case, and the id of one that it may open. */
  const around = async (
    command: Command.Command,
    state: Case.Case,
    at: number
  ): Promise<Pick<Gathered.Gathered, "other" | "fresh">> => {
    switch (command.do) {
      case "write":
      case "reply":
      case "split":
        // Only what a customer says after the end opens another case.
        return command.do !== "split" && state.lifecycle.customerLoop === undefined ? {} : { fresh: await freshId(at) }
      case "merge":
      case "absorb": {
        const other = Landing.otherCase((await settled(command.do === "merge" ? command.into : command.case)).state)
        return other === undefined ? {} : { other }
      }
      default:
        return {}
    }
  }

  return async (order, policy, state, ledger, at) => {
    const submitted = order.command.do === "submit" ? order.command.customer : state.intake.receipt?.customer
    const customer = submitted === undefined ? undefined : await x.customers(submitted)
    return {
      people: await (order.batch?.people(policy) ?? x.staff.at(policy, at)),
      ledgers: { [order.actor.id]: ledger.entries },
      linked: Ledger.onLinked(ledger),
      ...(await powers(x, policy, state, order.command, at)),
      ...(await around(order.command, state, at)),
      ...(order.sameMatter === undefined ? {} : { sameMatter: order.sameMatter }),
      ...(customer === undefined ? {} : { customer })
    }
  }
}
