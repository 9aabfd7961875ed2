/**
 * Carries out `settle: A.told`: real commands for this gate and each gate before it, with the smallest evidence that
 * passes, by people whom the policy allows. Time does not move, so a gate that waits for time cannot be settled.
 */
import type { Bundle, Case, Command } from "@hearback/core"
import { Actor, Allowed, exampleEvidence, Gate, gateFacts, Situation } from "@hearback/core"
import { said, type TranslatedText } from "../../../text/TranslatedTexts.ts"
import type { VirtualWorld } from "../../virtual/World.ts"
import { customerOf } from "./Actors.ts"
import { type ActResult, done, impossible, refused } from "./ActResult.ts"

/** The most commands for one gate. More mean that one gate sends another back. */
const most = 200

/** Settles a gate and all that it waits for, or returns why that is impossible. */
export const settleGate = async (world: VirtualWorld, id: string, gate: string, key: string): Promise<ActResult> => {
  for (let n = 0; n < most; n++) {
    const { state } = await world.engine.cases.load(id)
    if (Gate.isSettled(Gate.at(state.gates, gate))) return done
    const rules = wayTo(world, state, gate)
    const rule = rules.find((each) => Gate.at(state.gates, each.name).status === "open")
    if (rule === undefined)
      return rules.length === 0
        ? impossible((t) => t.scenario.noGate(gate))
        : impossible((t) => t.scenario.unsettled(gate))
    const next = await moveOf(
      world,
      state,
      rule,
      rules.some((each) => reads(world, each, "cause"))
    )
    if (!("command" in next)) return { ...done, impossible: next }
    const answer = await world.engine.cases.execute({ case: id, ...next, key: `settle:${key}:${n}` })
    if (answer.refusal !== undefined) return refused(answer.refusal)
    await world.settle()
  }
  return impossible((t) => t.scenario.notSettled(gate, most))
}

/** Returns the gate and the unsettled gates before it, in order. */
const wayTo = (world: VirtualWorld, state: Case.Case, gate: string): readonly Bundle.GateRule[] => {
  const gates = world.policy.loops.get(state.lifecycle.loop ?? "")?.gates
  const way = new Map<string, Bundle.GateRule>()
  const visit = (name: string): void => {
    const rule = gates?.get(name)
    if (rule === undefined || way.has(name) || Gate.isSettled(Gate.at(state.gates, name))) return
    const asked = rule.when === undefined ? [] : (gates?.keys() ?? [])
    for (const before of [...rule.after, ...[...asked].filter((each) => reads(world, rule, each))]) visit(before)
    way.set(name, rule)
  }
  visit(gate)
  return [...way.values()]
}

const reads = (world: VirtualWorld, { when }: Bundle.GateRule, gate: string): boolean =>
  when?.table.slots.some((slot) => {
    const source = world.policy.sources[slot]
    return source?._tag === "GateState" && source.gate === gate
  }) ?? false

interface Move {
  readonly command: Command.Command
  readonly actor: Actor.Actor
}

/** Returns the next command at a gate and its actor, or why there is none. */
const moveOf = async (
  world: VirtualWorld,
  state: Case.Case,
  rule: Bundle.GateRule,
  isSystemic: boolean
): Promise<Move | TranslatedText> => {
  const staff = await staffOf(world, state)
  const everybody = [...staff, customerOf(state)]
  const gathered = { people: await world.engine.staff.at(world.policy, world.now()), ledgers: {} }
  const may = (verb: string, among: readonly Actor.Actor[]): Actor.Actor | undefined =>
    among.find((actor) => {
      const seen = Situation.situationOf(world.policy, state, { actor, at: world.now(), gathered })
      return Allowed.allowed(seen).includes(`${verb} ${rule.name}`)
    })
  const gate = { gate: rule.name }
  const { actions, evidence } = Gate.at(state.gates, rule.name)
  const replies = may("reply", everybody.toReversed())
  const [says] = gateFacts[rule.kind].replies ?? []
  if (replies !== undefined && says !== undefined) return { actor: replies, command: { do: "reply", ...gate, says } }
  const open = actions.findIndex((action) => action.doneAt === undefined)
  const acts = open < 0 ? undefined : may("act-done", staff)
  if (acts !== undefined) return { actor: acts, command: { do: "act-done", ...gate, action: open + 1 } }
  if (evidence !== undefined) {
    const signs = may("sign", staff)
    return signs === undefined
      ? said((t) => t.scenario.nobodySigns(rule.name))
      : { actor: signs, command: { do: "sign", ...gate } }
  }
  const before = rule.notBy.map((other) => Gate.at(state.gates, other).by)
  const others = everybody.filter((actor) => !before.includes(Actor.nameOf(actor)))
  const passes = may("pass", others)
  if (passes === undefined) return said((t) => t.scenario.nobodyPasses(rule.name))
  const shown = exampleEvidence(world.policy, state, rule, { by: Actor.nameOf(passes), now: world.now(), isSystemic })
  return shown === undefined
    ? said((t) => t.scenario.onlyTime(rule.name))
    : { actor: passes, command: { do: "pass", ...gate, ...shown } }
}

/** Returns the people to try: the owner first, then the people of the file in order. */
const staffOf = async (world: VirtualWorld, { ownership: { owner } }: Case.Case): Promise<readonly Actor.Actor[]> => {
  const ids = [...new Set([owner, ...world.people.people.map((person) => person.id)])]
  const actors = await Promise.all(ids.map((id) => world.engine.staff.person(id)))
  return actors.filter((actor) => actor !== undefined)
}
