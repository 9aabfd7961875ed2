/** Generated histories that are played on the engine: feedback comes by intake, the rest as commands. */
import type { Command, Person } from "@hearback/core"
import type { History, World } from "@hearback/core/testing"
import { actor as actorOf, people as everybody } from "../../../core/src/testing/Cast.ts"
import type { AppendedAnswer } from "../../src/decide/Cases.ts"
import { type Engine, openEngine } from "../../src/Engine.ts"
import type { ArrivalOutcome } from "../../src/intake/ArrivalProcessing.ts"
import type { Directory } from "../../src/port/Directory.ts"
import type { EventStore } from "../../src/port/EventStore.ts"
import type { KeyStore } from "../../src/port/KeyStore.ts"

/** The stores on which an engine runs. A law may be checked with others. */
export interface Parts {
  readonly store: EventStore
  readonly keys: KeyStore
}

/** Makes empty stores; earlier ones must not be used any more. */
export type MakeParts = () => Parts | Promise<Parts>

/** A law of the engine. */
export interface EngineLaw {
  readonly name: string
  /** Returns what is violated; undefined if the law holds. */
  readonly violation: (make: MakeParts, history: History.CommandHistory) => Promise<string | undefined>
}

/** Commands that the engine gives itself, or that come another way. */
const itself: ReadonlySet<Command.Verb> = new Set<Command.Verb>([
  "time",
  "absorb",
  "count",
  "progress",
  "move-policy",
  "move-calendar",
  "recurred",
  "flag",
  "erase",
  "delivered",
  "bounced"
])

const directoryOf = (people: readonly Person.PersonState[]): Directory => {
  const byId = new Map(people.map((person) => [person.id, person]))
  return {
    person: async (id) => byId.get(id),
    withRole: async (role) => people.filter((person) => person.roles.includes(role)),
    absence: async (id) => byId.get(id)?.absence
  }
}

/** Returns a unique word for the customer's texts, so that it can be looked for. */
const mark = (n: number): string => `zq${n}x`

/** One step of a history as it is given to the engine, with the mark in the customer's words. */
export interface Given {
  readonly key: string
  readonly customer: string | undefined
  readonly mark: string
  readonly sent: World.SentCommand
}

/** Returns the customer's words in a command; a reason is the customer's if the customer gives the command. */
const wordsOf = (command: Command.Command, by: string): readonly string[] =>
  (command.do === "withdraw" || command.do === "reopen") && actorOf(by).kind === "customer"
    ? ["reason"]
    : command.do === "note"
      ? []
      : ["verbatim", "text"]

const marked = (command: Command.Command, by: string, word: string): Command.Command => {
  const said = command as unknown as Readonly<Record<string, string | undefined>>
  const words = wordsOf(command, by).filter((name) => said[name] !== undefined)
  return { ...command, ...Object.fromEntries(words.map((name) => [name, `${said[name]} ${word}`])) }
}

/** Returns who spoke. Words on an anonymous case are nobody's: they are sealed under the key of the case. */
const speaker = ({ by, command }: World.SentCommand, isOfNobody: boolean): string | undefined => {
  if (command.do === "submit" || command.do === "join") return command.customer
  return isOfNobody ? undefined : by
}

/** Returns the steps of a history that come from outside. */
export const givenIn = ({ sent }: History.CommandHistory): readonly Given[] => {
  const opened = sent.flatMap((one) => (one.command.do === "submit" ? [[one.case, one.command.customer] as const] : []))
  const first = new Map(opened.toReversed())
  return sent
    .filter(({ command }) => !itself.has(command.do) && !(command.do === "submit" && command.of !== undefined))
    .map((one, n) => {
      const word = mark(n)
      const customer = speaker(one, first.get(one.case) === undefined)
      return { key: `k${n}`, customer, mark: word, sent: { ...one, command: marked(one.command, one.by, word) } }
    })
}

/** A running engine. */
export interface RunningEngine extends Parts {
  readonly engine: Engine
  /** Does one step. A repeated key is the same step. */
  readonly give: (one: Given) => Promise<ArrivalOutcome | AppendedAnswer>
}

/** Opens an engine under the policy of a history. Its clock follows the steps. */
export const startEngine = async (parts: Parts, history: History.CommandHistory): Promise<RunningEngine> => {
  const staff = history.people ?? everybody
  let now = history.sent[0]?.at ?? 0
  const engine = await openEngine({
    ...parts,
    bundle: history.policy.bundle,
    clock: { now: () => now },
    directory: directoryOf(staff)
  })
  /** The engine's case for each case of the history. */
  const ids = new Map<string, string>()
  /** What was asked with each key, with the ids of that time, since a repetition must be the same. */
  const orders = new Map<string, { readonly case: string; readonly command: Command.Command }>()
  const mapped = (command: Command.Command): Command.Command => {
    if (command.do === "merge") return { ...command, into: ids.get(command.into) ?? command.into }
    if (command.do !== "set" || command.causeOf === undefined) return command
    return { ...command, causeOf: ids.get(command.causeOf) ?? command.causeOf }
  }
  const give = async ({ key, sent }: Given): Promise<ArrivalOutcome | AppendedAnswer> => {
    now = Math.max(now, sent.at)
    const { command, said = sent.at } = sent
    const actor = actorOf(sent.by, staff)
    if (command.do !== "submit") {
      const order = orders.get(key) ?? { case: ids.get(sent.case) ?? sent.case, command: mapped(command) }
      orders.set(key, order)
      return engine.cases.execute({ ...order, actor, key: `do:${key}`, occurredAt: said })
    }
    const { do: _, case: __, of: ___, category: ____, ...feedback } = command
    const arrival = { key, channel: feedback.channel, actor, receivedAt: said, feedback }
    const taken = await engine.intake.take(arrival)
    if ("case" in taken && !ids.has(sent.case)) ids.set(sent.case, taken.case)
    return taken
  }
  return { ...parts, engine, give }
}
