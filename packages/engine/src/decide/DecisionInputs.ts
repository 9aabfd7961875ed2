/** Gathers the inputs of a decision beyond its own case, since the core may not read anything. */
import type { Case, Command, Gathered, Person, Policy } from "@hearback/core"
import { Actor, defined } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import { grantsOnLinkedCases, type LedgerState } from "./AuthorityLedger.ts"
import type { CommandEnvelope } from "./CommandEnvelope.ts"
import { limitsAndRates } from "./LimitsAndRates.ts"

/** Gathers what one command needs, for the present state of its case. */
export type GatherInputs = (
  envelope: CommandEnvelope,
  policy: Policy.Policy,
  state: Case.Case,
  ledger: LedgerState,
  at: number
) => Promise<Gathered.Gathered>

/** The number of attempts to find a free id. More mean that the host's ids are faulty. */
const maxAttempts = 8

type Load = (id: string) => Promise<{ readonly state: Case.Case; readonly policy: Policy.Policy }>

/**
 * Makes the function that gathers inputs. `loadAsOfNow` loads a case as it is now, with everything that is due fired.
 */
export const makeGatherInputs = (context: EngineContext, load: Load, loadAsOfNow: Load): GatherInputs => {
  /** Returns an unused id for a case. Ids are short, so sometimes one is taken. */
  const freshId = async (at: number): Promise<string> => {
    let id = context.ids.case(at)
    for (let attempt = 0; attempt < maxAttempts && (await load(id)).state.version > 0; attempt++)
      id = context.ids.case(at)
    return id
  }

  const otherCase = async (id: string): Promise<Pick<Gathered.Gathered, "other" | "otherUnder">> => {
    const { policy, state } = await loadAsOfNow(id)
    return state.version === 0 ? {} : { other: state, otherUnder: policy }
  }

  /** Returns the other case that a command names, and an unused id for a case that it may open. */
  const otherCaseAndFreshId = async (
    command: Command.Command,
    state: Case.Case,
    at: number
  ): Promise<Pick<Gathered.Gathered, "other" | "otherUnder" | "fresh">> => {
    switch (command.do) {
      case "write":
      case "reply":
      case "split":
        // Only a customer's message after the end of the case opens another one.
        return command.do !== "split" && state.lifecycle.customerLoop === undefined ? {} : { fresh: await freshId(at) }
      case "merge":
        return otherCase(command.into)
      case "absorb":
        return otherCase(command.case)
      case "set":
        return command.causeOf === undefined ? {} : otherCase(command.causeOf)
      default:
        return {}
    }
  }

  return async (envelope, policy, state, ledger, at) => {
    const submitted = envelope.command.do === "submit" ? envelope.command.customer : state.feedback.receipt?.customer
    const customer = submitted === undefined ? undefined : await context.customers(submitted)
    return {
      people: withActor(await (envelope.batch?.people(policy) ?? context.staff.at(policy, at)), envelope.actor),
      ledgers: { ...ledger.approvers, [Actor.nameOf(envelope.actor)]: ledger.entries },
      linked: grantsOnLinkedCases(ledger),
      ...(await limitsAndRates(context, policy, state, envelope.command, at)),
      ...(await otherCaseAndFreshId(envelope.command, state, at)),
      ...defined({ sameMatter: envelope.sameMatter, words: envelope.words, customer })
    }
  }
}

/** Returns the people with the actor, who takes part in the decision also without a role of the policy. */
const withActor = (people: readonly Person.PersonState[], actor: Actor.Actor): readonly Person.PersonState[] =>
  actor.kind !== "person" || people.length === 0 || people.some(({ id }) => id === actor.id)
    ? people
    : [...people, { id: actor.id, name: actor.id, roles: [], onDuty: true, openCases: 0 }]
