/** Actors of every kind with commands that they try, and a hand-written list of who must never change a case. */
import type { Case } from "../case/Case.ts"
import type { Meta } from "../case/Gathered.ts"
import type { Command, Verb } from "../case/generated/Command.ts"
import { registry } from "../command/registry.ts"
import type { CommandPermission } from "../decide/allowedCommands.ts"
import type { Actor } from "../people/Actor.ts"
import { anonymous, channel, customer, nameOf, person, system } from "../people/Actor.ts"
import { actor } from "./Cast.ts"

/** At each decision one of so many commands that an actor could give is tried. */
const SHARE = 8

/** Arguments that the test policies accept, for commands whose example names another currency. */
const fitting: Readonly<Partial<Record<Verb, object>>> = {
  compensate: { amount: 40 },
  discount: { amount: "2%" },
  "hand-over": { to: "quinn" },
  delegate: { to: "ben" },
  reclassify: { category: "report" },
  set: { facts: { copies: 2 } },
  forward: { fields: { batch: "7" } },
  "turn-away": { fields: { batch: "7" } }
}

/** Returns one actor of each kind for a case. */
const actorsOf = (state: Case, { gathered: { people } }: Meta): readonly Actor[] => {
  const staff = people.map(({ id }) => actor(id, people))
  const others = state.conversation.others.flatMap((other) =>
    other.customer === undefined ? [] : [customer(other.customer)]
  )
  const own = state.feedback.receipt?.customer
  return [
    customer("mallory"),
    person({ id: "stranger", roles: ["director", "supervisor"] }),
    anonymous,
    ...(own === undefined ? [] : [customer(own)]),
    ...others,
    ...staff,
    ...state.ownership.recused.map((id) => actor(id, people)),
    system("host"),
    channel("mail")
  ]
}

/** Returns the actor who tries something at a decision: another kind at each `turn`. */
export const prober = (state: Case, meta: Meta, turn: number): Actor => {
  const all = actorsOf(state, meta)
  return all[turn % all.length] ?? anonymous
}

/** Returns some of the listed commands: others at each `turn`. */
export const probes = (listed: readonly CommandPermission[], turn: number): readonly Command[] =>
  listed
    .filter((_, i) => (i + turn) % SHARE === 0)
    .map(
      ({ command: verb, allowed: _, reasons: __, offered: ___, ...target }) =>
        ({ ...registry[verb].example, ...fitting[verb], ...target }) as Command
    )

const afterClose: ReadonlySet<Verb> = new Set([
  ...(["write", "reply", "event", "note", "set", "approve", "deny", "spot-check", "close", "reopen"] as const),
  ...(["time", "count", "progress", "absorb", "recurred", "flag", "found", "erase", "delivered", "bounced"] as const)
])

const afterRecord: ReadonlySet<Verb> = new Set(["time", "erase", "delivered", "bounced"])

const isOwn = ({ feedback: { receipt }, conversation }: Case, id: string): boolean =>
  receipt?.customer === undefined ||
  receipt.customer === id ||
  conversation.others.some((other) => other.customer === id)

/** Returns why an actor must never change a case, independently of the rules of rights; undefined if they may. */
export const mayNot = (
  state: Case,
  { do: verb }: Command,
  { actor: who, gathered: { people } }: Meta
): string | undefined => {
  if (state.version === 0 || verb === "submit" || verb === "join") return undefined
  if (state.record.expiredAt !== undefined && !afterRecord.has(verb)) return "a case whose record has ended"
  if (state.lifecycle.closedAt !== undefined && !afterClose.has(verb)) return "a closed case"
  if (state.ownership.recused.includes(nameOf(who))) return "somebody recused"
  if (who.kind === "customer" && !isOwn(state, who.id)) return "another customer"
  if (who.kind === "anonymous" && state.feedback.receipt?.customer !== undefined) return "nobody known"
  const isKnown = who.kind !== "person" || people.length === 0 || people.some(({ id }) => id === who.id)
  return isKnown ? undefined : "somebody whom the directory does not know"
}
