/**
 * Removing demands is a decision. By whatever command it happens, it needs the authority of the direct command and a
 * reason, and it is recorded so that a spot check may draw it.
 *
 * No other module decides this. A command that has a rule of its own for it says so in its description.
 */
import type { CaseEvent } from "../case/Case.ts"
import type { Command } from "../case/generated/Command.ts"
import type { Refusal, RefusalReason } from "../case/Refusal.ts"
import { reason } from "../case/Refusal.ts"
import type { Partly, Reduces } from "../command/Description.ts"
import { engine } from "../command/Rights.ts"
import type { Draft, Situation } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { isAutomatic, nameOf, person } from "../people/Actor.ts"
import type { PersonState } from "../people/Person.ts"
import type { RuleId } from "../policy/Bundle.ts"
import { actorAs, type Holder, pathOf } from "../rule/approval/power.ts"
import { againstJoining } from "../rule/authority/duties.ts"
import { draw } from "../rule/authority/spotCheck.ts"
import type { Instant } from "../time/Instant.ts"
import { renderDue } from "../time/Instant.ts"
import { defined } from "../value/Optional.ts"
import { authorityOf, inForce } from "../who/AuthorityInForce.ts"
import { limitsOf } from "../who/Limits.ts"
import { reduction } from "./demand/demands.ts"
import { extension, may, type Need, needsOf, type Weighing } from "./demand/neededAuthority.ts"
import { partOf } from "./part.ts"
import { type Against, against, descriptionOf } from "./permission.ts"

/** Reasons against a command, empty if there are none, and who may give it if only authority is missing. */
interface Weighed extends Pick<Refusal, "needs"> {
  readonly reasons: readonly RefusalReason[]
}

type Act = (draft: Draft, command: Command) => readonly RefusalReason[]

/**
 * Gives a command and lets the case react; `act` does both. A step that removes demands without authority is undone and
 * refused.
 */
export const weighed = (draft: Draft, command: Command, act: Act): Weighed => {
  const start = Drafts.point(draft)
  const reasons = act(draft, command)
  if (reasons.length > 0 || start.state.version === 0 || !isLooser(draft.events, start.events)) return { reasons }
  const before = asItStood(draft, start)
  const by = allowedBy(before, command)
  // A part that is split off is another case and is weighed by itself.
  const pair = command.do === "split" ? partOf(draft, command) : { before, after: draft }
  const found = by === "own" || pair === undefined ? undefined : reduction(pair.before, pair.after)
  if (by === "own" || pair === undefined || found === undefined) return { reasons: [] }
  if (by === "kept-back") {
    Drafts.back(draft, start)
    return { reasons: keepingBack(draft, command, act) }
  }
  const x: Weighing = { ...pair, ...found, given: before }
  const decided = by === undefined ? decidedBy(x, command) : namedBy(by, x, command)
  if ("refused" in decided) {
    const needs = whoMay(x, command, decided.refused)
    Drafts.back(draft, start)
    return { reasons: decided.refused, ...defined({ needs }) }
  }
  record(x, draft, command, decided)
  return { reasons: [] }
}

/** Returns the case before the command. A case that is moved stood under the version that it leaves. */
const asItStood = (draft: Draft, { state, meta, read }: Drafts.DraftPoint): Situation => {
  const { leaves } = draft.meta.gathered
  return leaves === undefined
    ? { ...draft, state, meta, read }
    : { ...draft, state, meta, policy: leaves, read: undefined }
}

/** Returns what allows a command to remove demands. Commands of the engine report decisions of others, or time. */
const allowedBy = (before: Situation, command: Command): Reduces | undefined => {
  const { who, reduces } = descriptionOf(command)
  return who === engine ? "own" : reduces?.(before, command as never)
}

/** Gives a command without the part that would remove demands. That part is recorded for whoever may decide it. */
const keepingBack = (draft: Draft, command: Command, act: Act): readonly RefusalReason[] => {
  draft.keepsBack = true
  const reasons = act(draft, command)
  draft.keepsBack = false
  return reasons
}

/** The reasons by which a clock ends or a gate is no longer demanded because of the inputs of the case. */
const byInputs: ReadonlySet<string> = new Set(["when", "no-target", "loop-changed", "policy"])

/** Returns whether any event could remove a demand. Most steps have none, so they need no comparison. */
const isLooser = (events: readonly CaseEvent[], from: number): boolean => {
  for (let i = from; i < events.length; i++) {
    const event = events[i] as CaseEvent
    switch (event.event) {
      case "regraded":
      case "loop-chosen":
      case "policy-moved":
      case "case-merged":
      case "case-split":
      case "facts-recorded":
      case "deadline-moved":
      case "classified":
      case "reclassified":
      case "owner-assigned":
      case "handover-accepted":
        return true
      case "gate-not-needed":
      case "clock-cancelled":
        if (byInputs.has(event.reason)) return true
    }
  }
  return false
}

interface Decided {
  readonly rule: RuleId
  /** The powers that were used; empty if a rule names the actor, or if the host decides. */
  readonly powers: readonly Need["power"][]
}

type Answer = Decided | { readonly refused: readonly RefusalReason[] }

/**
 * Returns a rule's permission. An actor whom a rule names needs no power; a person must give a reason if the command
 * takes one.
 */
const namedBy = ({ rule }: Pick<Decided, "rule">, { after }: Weighing, command: Command): Answer => {
  const isSilent = after.meta.actor.kind === "person" && "reason" in descriptionOf(command).arguments
  const refused = isSilent && reasonOf(command) === undefined ? [reason("reason/missing", rule)] : []
  return refused.length > 0 ? { refused } : { rule, powers: [] }
}

/** Returns the rule and the powers by which the actor decides the removal, or why they may not. */
const decidedBy = (weighing: Weighing, command: Command): Answer => {
  const needs = needsOf(weighing)
  const [first] = needs
  if (isAutomatic(weighing.after.meta.actor) || first === undefined) return { rule: lineOf(weighing), powers: [] }
  const holder = actorAs(weighing.after)
  const powers = powersOf(needs)
  const refused = [
    ...needs.flatMap((need) => (may(weighing, holder, need) ? [] : [overAuthority(weighing, command, holder, need)])),
    ...powers.flatMap((power) => againstJoining(weighing.before, power))
  ]
  if (reasonOf(command) === undefined) refused.push(reason("reason/missing", lineOf(weighing)))
  return refused.length > 0 ? { refused } : { rule: ruleOf(weighing, holder, first), powers }
}

const powersOf = (needs: readonly Need[]): readonly Need["power"][] => [...new Set(needs.map(({ power }) => power))]

const reasonOf = (command: Command): string | undefined => {
  const said = "reason" in command ? (command.reason ?? "").trim() : ""
  return said === "" ? undefined : said
}

/** Returns the rule of the policy that demanded what is no longer demanded. */
const lineOf = ({ before, gates: [gate], grades: [grade], clocks: [late] }: Weighing): RuleId => {
  if (gate !== undefined) return Drafts.loop(before)?.gates.get(gate)?.path ?? "loops"
  if (grade !== undefined) return `grading.${grade.dimension}`
  return Drafts.loop(before)?.clocks.get(late?.clock ?? "")?.path ?? "clocks"
}

const ruleOf = (weighing: Weighing, { limit }: Holder, need: Need): RuleId => {
  const rule = need.power === "extend" ? extension(weighing, need.clock)?.rule : undefined
  return rule ?? (limit === undefined ? "authority.limits" : `authority.limits.${limit.role}`)
}

/** Returns the refusal that says what would be lost, and who may decide it. */
const overAuthority = (weighing: Weighing, command: Command, holder: Holder, need: Need): RefusalReason => {
  const { meta, policy } = weighing.after
  const says = { actor: nameOf(meta.actor), roles: rolesThatMay(weighing, command, need) }
  const due = (at: Instant | null | undefined): string => (typeof at === "number" ? renderDue(at, policy.zone) : "")
  switch (need.power) {
    case "waive": {
      const { gate } = need
      const { mergedInto } = weighing.after.state.relations
      return mergedInto === undefined
        ? reason("authority/gate-lost", pathOf(holder.limit, "waive"), { gate, ...says })
        : reason("merge/owes-more", Drafts.loop(weighing.before)?.gates.get(gate)?.path, {
            gate,
            case: mergedInto,
            ...says
          })
    }
    case "regrade": {
      const { dimension, from, to = "" } = need
      return reason("authority/grade-weaker", pathOf(holder.limit, "regrade"), { dimension, from, to, ...says })
    }
    case "extend": {
      const { clock } = need
      const rule = extension(weighing, clock)?.rule ?? Drafts.loop(weighing.before)?.clocks.get(clock)?.path
      return reason("authority/deadline-later", rule, { clock, from: due(need.from), to: due(need.to), ...says })
    }
  }
}

/** Returns the roles that may decide it, lowest first, without roles all of whose people are kept from it. */
const rolesThatMay = (weighing: Weighing, command: Command, need: Need): readonly string[] => {
  const ladder = authorityOf(weighing.after).limits.map(({ role }) => role)
  const approve = need.power === "extend" ? (extension(weighing, need.clock)?.approve ?? []) : []
  const limits = inForce(weighing.after)
  return [...new Set([...ladder, ...approve])].filter((role) => {
    const holders = weighing.given.meta.gathered.people.filter(({ roles }) => roles.includes(role))
    const isAllowed = may(weighing, { roles: [role], limit: limitsOf(limits, [role]) }, need)
    return isAllowed && (holders.length === 0 || holders.some((one) => couldDecide(weighing, command, need, one)))
  })
}

/** Returns whether somebody with the power can use it: by this command or, for an open gate, by waiving the gate first. */
const couldDecide = (weighing: Weighing, command: Command, need: Need, one: PersonState): boolean =>
  againstJoining(weighing.before, need.power, one.id).length === 0 &&
  (mayGive(weighing.given, command, one) || (need.power === "waive" && mayWaive(weighing.given, need.gate, one)))

/** Records the removal. A person's decision may be drawn for a spot check, whatever allowed it. */
const record = (weighing: Weighing, draft: Draft, command: Command, { rule, powers }: Decided): void => {
  const { gates, grades, clocks } = weighing
  const { id, actor } = draft.meta
  const by = nameOf(actor)
  const why = reasonOf(command) ?? draft.because
  const part = command.do === "split" ? draft.meta.gathered.fresh : undefined
  const body = { id, by, gates, grades, clocks, powers, reason: why }
  Drafts.emit(draft, "demands-reduced", { ...body, ...defined({ part }) }, rule)
  for (const power of powersOf(needsOf(weighing))) draw(draft, power, { id, by })
}

/**
 * Returns the lowest role that may decide all of it, and a person with that role who may give this command; undefined
 * if there is none, or if something else is refused as well.
 */
const whoMay = (weighing: Weighing, command: Command, refused: readonly RefusalReason[]): Refusal["needs"] => {
  if (!refused.every(({ says: { roles } }) => typeof roles === "object")) return undefined
  const needs = needsOf(weighing)
  const lists = needs.map((need) => rolesThatMay(weighing, command, need))
  for (const role of lists[0] ?? []) {
    if (!lists.every((list) => list.includes(role))) continue
    const people = weighing.given.meta.gathered.people.filter(
      (one) =>
        one.roles.includes(role) &&
        mayGive(weighing.given, command, one) &&
        needs.every((need) => couldDecide(weighing, command, need, one))
    )
    if (people.length > 0) return { role, people: people.map(({ id }) => id) }
  }
  return undefined
}

/** Returns whether somebody may give the command, apart from what it removes. */
const mayGive = (situation: Situation, command: Command, one: PersonState): boolean => {
  const { standing, who } = againstPerson(situation, command, one)
  return standing.length === 0 && who.length === 0
}

/** Returns whether somebody may waive a gate now: one that has passed, or is not needed, cannot be waived. */
const mayWaive = (situation: Situation, gate: string, one: PersonState): boolean => {
  const { standing, who, now } = againstPerson(situation, { do: "waive", gate }, one)
  return standing.length === 0 && who.length === 0 && now.length === 0
}

/** Returns the reasons against a command that a person would give. */
const againstPerson = (
  situation: Situation,
  command: Command | Partly<"waive">,
  { id, roles, department }: PersonState
): Against => {
  const actor = person(defined({ id, roles, department }))
  return against({ ...situation, meta: { ...situation.meta, actor } }, command as never)
}
