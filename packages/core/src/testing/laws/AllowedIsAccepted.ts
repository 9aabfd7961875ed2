import type { Case, CaseEvent } from "../../case/Case.ts"
import type { Meta } from "../../case/Gathered.ts"
import type { Command } from "../../case/generated/Command.ts"
import type { RefusalCode, RefusalReason } from "../../case/Refusal.ts"
import type { PermissionTarget } from "../../command/Description.ts"
import type { CommandPermission } from "../../decide/allowedCommands.ts"
import { actsAt, against } from "../../decide/permission.ts"
import { type Situation, situationOf } from "../../decide/situation.ts"
import type { Step } from "../../decide/step.ts"
import { nameOf, system } from "../../people/Actor.ts"
import type { Instant } from "../../time/Instant.ts"
import type { DeciderLaw } from "../History.ts"
import { difference, first, ownEvents, run } from "../History.ts"
import { mayNot, prober, probes } from "../Outsiders.ts"
import type { Decider, TestDecision } from "../World.ts"

/** One command on a case, and what fires by time alone. */
interface Trial {
  readonly command: Command
  readonly meta: Meta
  readonly step: Step
  /** The case at the instant at which the command takes effect. */
  readonly settled: Case
  /** The events of due instants up to the record of the command. */
  readonly byTime: readonly CaseEvent[]
}

/** Tells a case the time twice: for the instant at which a command takes effect, and for its record. */
const told = (
  decider: Decider,
  { policy, before, meta }: Pick<TestDecision, "policy" | "before" | "meta">,
  now: Instant
) => {
  if (before.version === 0) return { settled: before, byTime: [] }
  const tell = (state: Case, at: number): Step =>
    decider.step(policy, state, { do: "time" }, { ...meta, occurredAt: at, receivedAt: at, actor: system("timer") })
  const once = tell(before, now)
  return { settled: once.state, byTime: [...once.events, ...tell(once.state, meta.receivedAt).events] }
}

const targetKeys = [
  "gate",
  "clock",
  "approval",
  "name",
  "action"
] as const satisfies readonly (keyof PermissionTarget)[]

/** Returns whether a permission is about a command. A spot check may name another decision than the listed one. */
const isAbout = (command: Command, { command: verb, ...permission }: CommandPermission): boolean =>
  verb === command.do &&
  !(command.do === "spot-check" && command.decision !== undefined) &&
  targetKeys.every((key) => permission[key] === (command as PermissionTarget)[key])

const isIn = (reasons: readonly RefusalReason[], { code, rule }: RefusalReason): boolean =>
  reasons.some((one) => one.code === code && one.rule === rule)

const codes = (reasons: readonly RefusalReason[]): string =>
  reasons.map(({ code, rule }) => `${code} ${rule ?? ""}`).join()

/** Returns what happened beside due instants; undefined if nothing did. A recorded refusal is not a change. */
const changed = ({ step, byTime }: Trial): string | undefined =>
  difference(happened(byTime), happened(step.events.filter(({ event }) => event !== "command-refused")))

/** Returns events without when messages leave: that depends on when their cause was recorded, which is earlier here. */
const happened = (events: readonly CaseEvent[]): readonly CaseEvent[] =>
  ownEvents(events).map((event) => {
    if (event.event !== "message-queued") return event
    const { notBefore: _, digest: __, ...rest } = event
    return rest
  })

/** Reasons that depend only on who the actor is and whether the case takes commands. */
const isOfRights: ReadonlySet<string> = new Set([
  "case/closed",
  "case/expired",
  "people/unknown",
  "command/wrong-person",
  "gate/wrong-person",
  "ownership/not-owner",
  "ownership/recused"
])

/**
 * Reasons that depend on other arguments than the target, which the list does not know. One handover too many is
 * refused, but it calls the arbiter. An exchange rate is needed only with an amount. Which demands a command would
 * remove is seen when it is tried.
 */
const isOfArguments: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  ...([
    "intake/no-words",
    "intake/off-scale",
    "intake/unknown-event",
    "address/unknown-channel",
    "address/unusable",
    "asking/unknown-consent"
  ] as const),
  ...(["case/unknown", "merge/itself", "merge/not-open", "merge/owes-more", "split/no-words"] as const),
  ...([
    "classification/unknown",
    "decision/not-offered",
    "decision/no-date",
    "result/missing",
    "findings/none"
  ] as const),
  ...(["gate/fields-missing", "gate/not-yet-known", "gate/same-person", "gate/not-open"] as const),
  ...(["root-cause/method", "root-cause/depth", "root-cause/field", "root-cause/surface"] as const),
  ...(["root-cause/evidence", "root-cause/undecided", "action/none", "action/not-smart"] as const),
  ...([
    "action/no-date",
    "action/nobody",
    "proposal/none",
    "reason/missing",
    "effectiveness/proof",
    "effectiveness/too-early"
  ] as const),
  ...([
    "confirmation/no-reply",
    "survey/unanswered",
    "survey/not-asked",
    "reply/not-understood",
    "ending/not-offered",
    "loop/ended-early"
  ] as const),
  ...([
    "loop/not-reopenable",
    "loop/not-reopened-now",
    "loop/reopen-too-late",
    "loop/reopened-enough",
    "loop/reopened-too-fast"
  ] as const),
  ...(["ownership/unknown-person", "ownership/away", "ownership/to-oneself"] as const),
  ...(["ownership/outside-department", "ownership/too-many-handovers"] as const),
  ...(["ownership/not-yours-to-lend", "ownership/already-over"] as const),
  ...(["authority/over-limit", "authority/amount", "authority/no-rate", "authority/nobody"] as const),
  ...(["authority/gate-lost", "authority/grade-weaker", "authority/deadline-later"] as const),
  ...(["grade/unknown-level", "grade/derived", "clock/pause-not-allowed", "clock/pause-used-up"] as const),
  ...(["clock/not-extendable", "clock/extended-enough", "clock/no-date", "clock/date-past"] as const),
  ...(["clock/too-far", "fact/unknown", "fact/wrong-type", "fact/wrong-person"] as const),
  ...(["action/open", "effectiveness/no-metric"] as const)
])

/** Powers that another command needs only for the demands that it removes. */
const ofReductions: ReadonlySet<unknown> = new Set(["waive", "regrade", "extend"])

/**
 * Returns whether a refusal is about this actor. A person whom a command names, such as the receiver of a handover, may
 * be recused, too.
 */
const isAgainst = ({ command, meta }: Pick<Trial, "command" | "meta">, { code, says }: RefusalReason): boolean => {
  if (code === "ownership/recused") return says["actor"] === nameOf(meta.actor)
  if (code === "authority/apart") return says["duty"] === command.do || !ofReductions.has(says["duty"])
  return !isOfArguments.has(code)
}

/**
 * Returns the reasons to compare. What a reply says and the cause of a reopening decide whether they are taken, so only
 * rights are compared for these.
 */
const compared = ({ command, reasons }: CommandPermission): readonly RefusalReason[] =>
  command === "reply" || command === "reopen" ? reasons.filter(({ code }) => isOfRights.has(code)) : reasons

/** Returns how the list and the step differ; undefined if they agree. */
const unlike = (trial: Trial, situation: Situation, listed: CommandPermission): string | undefined => {
  const { step, command } = trial
  const refused = step.refusal?.reasons ?? []
  if (listed.allowed) {
    const { standing, who, now } = against(situation, command as never)
    const rights = [...standing, ...who, ...now].filter((one) => isAgainst(trial, one))
    if (rights.length > 0) return `is listed as allowed, and whole is kept from by ${codes(rights)}`
    // Telling the time may cause a call to another person.
    const isCalled = situation.state.ownership.call !== undefined
    const found = refused.find((one) => isAgainst(trial, one) && !(isCalled && one.code === "ownership/no-offer"))
    return found === undefined ? undefined : `is listed as allowed, and refused by ${codes([found])}`
  }
  if (compared(listed).length === 0) return undefined
  if (step.refusal === undefined) return `is not allowed by ${codes(listed.reasons)}, and done`
  const missing = compared(listed).filter((one) => !isIn(refused, one))
  if (missing.length > 0) return `is not allowed by ${codes(missing)}, and refused by ${codes(refused)}`
  const found = changed(trial)
  return found === undefined ? undefined : `is refused, and yet ${found}`
}

/** Returns what is wrong with one command, by the list of outsiders and by the permissions of its actor. */
const violated = (
  trial: Trial,
  situation: Situation,
  permissions: readonly CommandPermission[]
): string | undefined => {
  const { command, meta, settled, step } = trial
  const why = mayNot(settled, command, meta)
  const done = why === undefined ? undefined : changed(trial)
  const given = `${settled.id}: ${JSON.stringify(command)} of ${nameOf(meta.actor)}`
  if (done !== undefined) return `${given} is of ${why}, and yet ${done}`
  if (why !== undefined && step.refusal === undefined) return `${given} is of ${why}, and not refused`
  const listed = permissions.find((one) => isAbout(command, one))
  const found = listed === undefined ? undefined : unlike(trial, situation, listed)
  return found === undefined ? undefined : `${given} ${found}`
}

/**
 * Law: a step accepts what is listed as allowed. If the list says yes, neither rights nor the state of the case refuse
 * the command. If it says no, the step refuses for the same reasons, and only due instants fire. It is checked for
 * every command of a history, and for commands that actors of every kind give in between.
 */
export const allowedIsAccepted: DeciderLaw = {
  name: "allowed-is-what-is-accepted",
  violation: (decider, history) =>
    first(run(decider, history).decisions.entries(), ([turn, decision]) => {
      const { policy, before, command, meta } = decision
      const now = actsAt(command, meta.occurredAt, meta.receivedAt)
      const atThat = told(decider, decision, now)
      const own = { ...decision, ...atThat }
      const x = situationOf(policy, own.settled, { ...meta, at: now })
      const found = violated(own, x, decider.permissions(x))
      if (found !== undefined || before.version === 0) return found
      const byThen = now === meta.receivedAt ? atThat : told(decider, decision, meta.receivedAt)
      const actor = prober(before, meta, turn)
      const asTold = { ...meta, occurredAt: meta.receivedAt, actor }
      const seen = situationOf(policy, byThen.settled, { ...asTold, at: meta.receivedAt })
      const listed = decider.permissions(seen)
      return first(probes(listed, turn), (tried) => {
        const step = decider.step(policy, before, tried, asTold)
        return violated({ command: tried, meta: asTold, step, ...byThen }, seen, listed)
      })
    })
}
