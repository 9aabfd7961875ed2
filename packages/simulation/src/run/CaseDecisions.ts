/**
 * Gives commands to cases as the shell does in production: gathers what a decision can read, runs the step of core,
 * and passes messages to other cases, problems and customers. This file contains no rules of a policy.
 */

import {
  Actor,
  type Case,
  type Command,
  defined,
  type Gathered,
  Happened,
  Offshoot,
  Outbound,
  Problem,
  Relations,
  Step,
  SurveyedCustomer
} from "@hearback/core"
import { pollsOf } from "../complete/Polls.ts"
import { offspring } from "../random/Chance.ts"
import { makeLedgers } from "../world/Ledgers.ts"
import { makeLiveCase, nextDraw, type SimulatedArrival } from "../world/LiveCase.ts"
import type { LiveCase } from "../world/Scene.ts"
import { type CommandByActor, drawFor, type SimulatedWorld } from "../world/World.ts"

/** Gives commands to cases. */
export interface Deciding {
  readonly give: (live: LiveCase, given: CommandByActor, more?: Partial<Gathered.Gathered>) => Step.Step
  /** Puts an event on a case that does not depend on the staff. */
  readonly happen: (live: LiveCase, what: Happened.Happened) => void
  /** Opens a case; undefined if the policy refuses the feedback. */
  readonly open: (
    opening: SimulatedArrival,
    given: CommandByActor,
    more?: Partial<Gathered.Gathered>
  ) => LiveCase | undefined
  /** Forgets a case to which nothing can happen any more. */
  readonly drop: (live: LiveCase) => void
  /** Surveys a customer in a period. Returns when the question is sent; undefined if they are not asked. */
  readonly survey: (customer: LiveCase["customer"], channel: string, period: string) => number | undefined
  /** Returns what a decision of a person can read. */
  readonly gathered: (live: LiveCase, command: Command.Command) => Gathered.Gathered
  /** Delivers messages between cases, problems and customers. Returns whether there were any. */
  readonly deliver: () => boolean
}

/** Commands that need more than what is gathered for every case. */
const readsMore: ReadonlySet<Command.Verb> = new Set(["merge", "absorb", "split", "write", "reply"])

/** Called after a step of a case, for people and customers. */
export type Follow = (live: LiveCase, before: Case.Case, step: Step.Step) => void

/** The actor of recorded acts, because a record names nobody. */
export const recordedBy = "recorded"
const recorded = Actor.person({ id: recordedBy, roles: [] })

/** Makes the decisions of a world. */
export const makeDeciding = (world: SimulatedWorld, follow: Follow): Deciding => {
  const { plan, cases, directory, observer } = world
  const { policy } = plan
  const ledgers = makeLedgers(policy.zone)
  const problems = new Map<string, Problem.Problem>()
  const customers = new Map<string, SurveyedCustomer.SurveyCustomer>()
  /** Customers who were surveyed, with the last time; it is kept after their cases are closed. */
  const isPolled = pollsOf(policy).length > 0
  const consents = Object.fromEntries(Object.keys(policy.bundle.customers?.consent ?? {}).map((name) => [name, null]))
  /** The cases that are linked to a case. */
  const linkedFrom = new Map<string, Set<string>>()
  const word: { readonly from: LiveCase; readonly out: Outbound.Outbound }[] = []

  const grantsOnLinkedCases = (state: Case.Case): NonNullable<Gathered.Gathered["linked"]> => {
    const seen = new Set([state.id])
    for (const id of seen) {
      const one = id === state.id ? state : cases.get(id)?.state
      if (one === undefined) continue
      for (const next of [...Relations.together(one.relations), ...(linkedFrom.get(id) ?? [])]) seen.add(next)
    }
    seen.delete(state.id)
    return [...seen].flatMap((id) =>
      (cases.get(id)?.state.authority.grants ?? []).map(({ power, amount }) => ({ case: id, power, amount }))
    )
  }

  const isLinked = ({ id, relations }: Case.Case): boolean => relations.links.length > 0 || linkedFrom.has(id)

  const otherOf = (command: Command.Command): Pick<Gathered.Gathered, "other" | "otherUnder"> => {
    const id = command.do === "merge" ? command.into : command.do === "absorb" ? command.case : undefined
    const other = id === undefined ? undefined : cases.get(id)?.state
    return other === undefined ? {} : { other, otherUnder: policy }
  }

  const freshFor = (live: LiveCase, command: Command.Command): Pick<Gathered.Gathered, "fresh"> =>
    command.do === "split" ||
    ((command.do === "write" || command.do === "reply") && live.state.lifecycle.customerLoop !== undefined)
      ? { fresh: `${live.id}.${live.draws.get("follows") ?? 0}` }
      : {}

  const gathered = (live: LiveCase, command: Command.Command): Gathered.Gathered => {
    const base = { people: directory.people(world.now), ledgers: ledgers.all, customer: live.customer }
    const more = readsMore.has(command.do) ? { ...freshFor(live, command), ...otherOf(command) } : undefined
    const linked = isLinked(live.state) ? { linked: grantsOnLinkedCases(live.state) } : undefined
    return more === undefined && linked === undefined ? base : { ...base, ...linked, ...more }
  }

  const give: Deciding["give"] = (live, { command, actor, occurredAt = world.now }, more) => {
    const read = gathered(live, command)
    const meta = metaFor(live, actor, occurredAt, more === undefined ? read : { ...read, ...more })
    const step = Step.step(policy, live.state, command, meta)
    return takeOver(live, step, command)
  }

  const happen: Deciding["happen"] = (live, what) => {
    const meta = metaFor(live, recorded, world.now, gathered(live, { do: "time" }))
    takeOver(live, Happened.happen(policy, live.state, what, meta))
  }

  const metaFor = (live: LiveCase, actor: Actor.Actor, occurredAt: number, read: Gathered.Gathered): Gathered.Meta => ({
    id: `c${live.commands}`,
    occurredAt,
    receivedAt: world.now,
    actor,
    draw: drawFor(world, live, "draw", live.commands),
    gathered: read
  })

  const takeOver = (live: LiveCase, step: Step.Step, command?: Command.Command): Step.Step => {
    const before = live.state
    live.commands += 1
    live.state = step.state
    world.commands += 1
    observer.decided?.(live, command, step, world.now)
    for (const event of step.events) record(live, event)
    moveOwner(before, step.state)
    follow(live, before, step)
    return step
  }

  const record = (live: LiveCase, event: Case.CaseEvent): void => {
    observer.event?.(live, event, world.now)
    // Messages without a receiver here are dropped.
    if (event.event === "message-queued") return
    const line = Outbound.ledgerLine(live.state, event)
    if (line !== undefined) ledgers.use(line.actor, line.entry)
    const other = Outbound.oneMatterWith(event)
    if (other !== undefined) linkedFrom.set(other, (linkedFrom.get(other) ?? new Set()).add(live.id))
    for (const out of Outbound.outbound(live.state, event)) word.push({ from: live, out })
  }

  const ownerOf = (state: Case.Case): string | undefined =>
    state.version === 0 || state.lifecycle.closedAt !== undefined ? undefined : state.ownership.owner

  const moveOwner = (before: Case.Case, after: Case.Case): void => {
    const [was, is] = [ownerOf(before), ownerOf(after)]
    if (was !== is) directory.moved(was, is)
  }

  const open: Deciding["open"] = (opening, given, more) => {
    const live = makeLiveCase(opening, world.now < world.until)
    cases.set(live.id, live)
    if (live.isCounted) world.owed += 1
    const theirs = world.byCustomer.get(live.customer.id)
    if (theirs === undefined) world.byCustomer.set(live.customer.id, new Set([live]))
    else theirs.add(live)
    const { refusal, state } = give(live, given, more)
    if (refusal === undefined || state.version > 0) return live
    if (live.isCounted) world.owed -= 1
    drop(live)
    return undefined
  }

  const drop: Deciding["drop"] = (live) => {
    cases.delete(live.id)
    linkedFrom.delete(live.id)
    const theirs = world.byCustomer.get(live.customer.id)
    theirs?.delete(live)
    if (theirs?.size !== 0) return
    world.byCustomer.delete(live.customer.id)
    if (!isPolled) customers.delete(live.customer.id)
  }

  /** Opens a case that came from another, with what that one recorded. */
  const openOffshoot = (from: LiveCase, id: string): void => {
    const opening = Offshoot.openingOf(from.state, id)
    if (opening === undefined || cases.has(id)) return
    const n = nextDraw(from, "follows")
    const by = Actor.parse(opening.by)
    const actor = by.kind === "person" ? (world.workers.find((one) => one.id === by.id)?.actor ?? by) : by
    const { entity, customer, channel } = from
    const isPart = opening.command.of?.as === "split"
    // Another matter has another cause.
    const { text, fault } = isPart ? { text: opening.command.verbatim ?? from.text, fault: undefined } : from
    open(
      { id, entity: offspring(entity, "follows", n), customer, text, channel, fault, isPart },
      { command: opening.command, actor, occurredAt: opening.receivedAt }
    )
  }

  const problem = Actor.system("problem")

  const countIn = (id: string, command: Problem.ProblemCommand): void => {
    const { state, tell } = Problem.step(policy, problems.get(id) ?? Problem.empty(id), command, world.now)
    problems.set(id, shortened(state))
    for (const { case: member, command: told } of tell) {
      const live = cases.get(member)
      if (live !== undefined) give(live, { command: told, actor: problem })
    }
  }

  /** Drops members of a problem that are closed and outside the window, once they are the majority. */
  const shortened = (state: Problem.Problem): Problem.Problem => {
    if (state.members.length < 64) return state
    const { cases: counted } = Problem.count(policy, state)
    if (counted * 2 > state.members.length) return state
    const members = state.members.filter(({ case: id }, i) => i >= state.members.length - counted || cases.has(id))
    return members.length === state.members.length ? state : { ...state, members }
  }

  const ask = (customer: string, command: SurveyedCustomer.CustomerCommand): SurveyedCustomer.CustomerStep => {
    const before = customers.get(customer) ?? { ...SurveyedCustomer.empty(customer), consents }
    const step = SurveyedCustomer.step(policy, before, command, world.now)
    customers.set(customer, step.state)
    return step
  }

  const survey: Deciding["survey"] = ({ id, language, facts }, channel, period) => {
    const [question] = ask(id, { do: "ask", channel, period, ...defined({ language, facts }) }).send
    return question && (question.notBefore ?? world.now)
  }

  const bring = (from: LiveCase, out: Outbound.Outbound): void => {
    if (out.to === "problem") return countIn(out.problem, out.command)
    if (out.to === "customer") return void ask(out.customer, out.command)
    if (out.to !== "case") return
    if (out.command.do === "submit") return openOffshoot(from, out.case)
    const live = cases.get(out.case)
    if (live !== undefined) give(live, { command: out.command, actor: problem })
  }

  return {
    give,
    happen,
    open,
    drop,
    survey,
    gathered,
    deliver: () => {
      const any = word.length > 0
      for (let one = word.shift(); one !== undefined; one = word.shift()) bring(one.from, one.out)
      return any
    }
  }
}

/** Returns the gathered part of a first arrival: its words as they were already read. */
export const withWords = (words: Gathered.WordsRead, sameMatter?: Gathered.SameMatter): Partial<Gathered.Gathered> =>
  defined({ words, sameMatter })
