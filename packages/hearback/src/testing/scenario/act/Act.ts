/** Carries out one step with the engine, exactly as in production. */
import type { Case, Command } from "@hearback/core"
import { defined, Policy } from "@hearback/core"
import type { AppendedAnswer } from "@hearback/engine"
import type { Scenario } from "@hearback/policy"
import { said } from "../../../text/TranslatedTexts.ts"
import type { VirtualWorld } from "../../virtual/World.ts"
import { actorOf } from "./Actors.ts"
import { type ActResult, done, impossible, refused } from "./ActResult.ts"
import { settleGate } from "./Settlement.ts"

/** The ids of cases by their names in the scenario. */
export type CaseNames = Map<string, string>

/** Carries out a step at the world's current instant; `key` is the key of its commands. */
export const play = async (
  world: VirtualWorld,
  names: CaseNames,
  act: Scenario.Act,
  key: string
): Promise<ActResult> => {
  switch (act._tag) {
    case "Time":
      return act.opens === undefined ? done : nameOpened(world, names, act.opens)
    case "Submit":
      return submit(world, names, act, key)
    case "Delegate": {
      const own = world.people.people.find((person) => person.id === act.from)?.roles ?? []
      const roles = act.roles ?? own
      const foreign = roles.find((role) => !own.includes(role))
      if (foreign !== undefined) return impossible((t) => t.scenario.lendsMore(act.from, foreign))
      world.lend(act.from, { to: act.to, until: act.until, roles })
      return done
    }
    case "Settle": {
      const id = names.get(act.case)
      return id === undefined ? notOpened(act.case) : settleGate(world, id, act.gate, key)
    }
    case "Event":
      await world.engine.surveys.signal(act.name, act.customer, `event:${key}`)
      return done
    case "Wish": {
      const { _tag: _, customer, ...wish } = act
      const reasons = await world.engine.surveys.execute(customer, { do: "consent", ...wish }, `consent:${key}`)
      return reasons.length === 0 ? done : refused({ asked: "consent", reasons, allowed: [], onFile: false })
    }
    case "Command":
      return command(world, names, act, key)
  }
}

/** Gives a name to the last case that opened by itself. */
const nameOpened = async ({ engine, policy }: VirtualWorld, names: CaseNames, name: string): Promise<ActResult> => {
  const known = new Set(names.values())
  const { items } = await engine.store.intake(engine.tenant, { state: "opened", limit: 1_000 })
  const opened = items.findLast(
    ({ channel, caseId }) => Policy.isRoutine(policy, channel) && caseId !== undefined && !known.has(caseId)
  )?.caseId
  if (opened === undefined) return notOpened(name)
  names.set(name, opened)
  return done
}

const notOpened = (name: string): ActResult => impossible((t) => t.scenario.notOpened(name))

const submit = async (
  world: VirtualWorld,
  names: CaseNames,
  act: Extract<Scenario.Act, { readonly _tag: "Submit" }>,
  key: string
): Promise<ActResult> => {
  const { channel } = act.submission
  const taken = await world.engine.intake.take({
    key: act.key ?? key,
    channel,
    actor: await actorOf(world, act.by, channel),
    receivedAt: act.received ?? world.now(),
    feedback: act.submission,
    ...defined({
      thread: act.thread === undefined ? undefined : (names.get(act.thread) ?? act.thread),
      automatic: act.automatic
    })
  })
  if ("owner" in taken) {
    names.set(act.case, taken.case)
    return done
  }
  const [code = taken.reason] = taken.reason.split(" ")
  return {
    ...done,
    rejected: [code],
    ...quarantine(taken.reason)
  }
}

/** Returns the result of feedback in quarantine. The customer is not refused, but there is no case either. */
const quarantine = (reason: string): Pick<ActResult, "says"> => ({
  says: said((t) => t.scenario.quarantined(reason))
})

const command = async (
  world: VirtualWorld,
  names: CaseNames,
  act: Extract<Scenario.Act, { readonly _tag: "Command" }>,
  key: string
): Promise<ActResult> => {
  const id = names.get(act.case)
  if (id === undefined) return notOpened(act.case)
  const { state } = await world.engine.cases.load(id)
  const asked = withCases(act.command, names)
  const actor = await actorOf(world, act.by, state.feedback.receipt?.channel ?? "host", state)
  const answer = await world.engine.cases.execute({ case: id, command: asked, actor, key: `do:${key}` })
  const opened = answer.events.flatMap(({ event }) =>
    event.event === "case-split" || event.event === "case-followed" ? [event.to] : []
  )[0]
  if (act.opens !== undefined && opened !== undefined) names.set(act.opens, opened)
  return playedOf(asked, answer)
}

const withCases = (asked: Command.Command, names: CaseNames): Command.Command => {
  if (asked.do === "merge") return { ...asked, into: names.get(asked.into) ?? asked.into }
  return asked.do === "set" && asked.causeOf !== undefined
    ? { ...asked, causeOf: names.get(asked.causeOf) ?? asked.causeOf }
    : asked
}

/**
 * Returns whether a command waits because an approval is needed for itself, and not for a closing that follows from
 * it.
 */
const playedOf = (asked: Command.Command, answer: AppendedAnswer): ActResult => {
  if (answer.refusal !== undefined) return refused(answer.refusal)
  const events: readonly Case.CaseEvent[] = answer.events.map(({ event }) => event)
  const approvals = events.flatMap((event) => (event.event === "approval-asked" ? [event.approval] : []))
  const waits = approvals.some((approval) => approval.command.do === asked.do)
  return { ...done, pending: approvals.flatMap((approval) => approval.rules), waits }
}
