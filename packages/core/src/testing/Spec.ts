/**
 * Specifications of the decider: given these commands, when another command is given, then these events follow, or it
 * is refused by this rule. Nothing is mocked.
 *
 * Example:
 * given(policy, [submit(), "2026-11-16 09:00", "ann"]).when({ do: "take-up" }, "2026-11-16 09:05",
 * "ann").emits("taken-up")
 */
import type { Case, CaseEvent, EventName } from "../case/Case.ts"
import { due } from "../case/Case.ts"
import type { Command, CommandOf, Submission } from "../case/generated/Command.ts"
import type { ClockState } from "../case/track/Clocks.ts"
import * as Clocks from "../case/track/Clocks.ts"
import type { GateState } from "../case/track/Gate.ts"
import * as Gates from "../case/track/Gate.ts"
import type { Step } from "../decide/step.ts"
import type { Policy } from "../policy/Policy.ts"
import type { Instant } from "../time/Instant.ts"
import { parseInstant, renderInstant } from "../time/Instant.ts"
import { defined } from "../value/Optional.ts"
import { london } from "./Cast.ts"
import type { SentCommand, TestWorld } from "./World.ts"
import { caseOf, send, tick, world } from "./World.ts"

/** An event by its name, or by its name and the part of its body that matters. */
export type ExpectedEvent = EventName | ({ readonly event: EventName } & Readonly<Record<string, unknown>>)
/** A command, the local time in London, and who gives it. */
export type GivenCommand = readonly [command: Command, at: string, by: string]

/** Returns the instant of a local time in London. A wrong text is a mistake of the test. */
export const instant = (text: string): Instant => {
  const found = parseInstant(text, london)
  if (found === undefined) throw new Error(`no instant: ${text}`)
  return found
}

/** Returns the local time of an instant in London; `never` for null. */
export const local = (at: Instant | null | undefined): string =>
  at === null || at === undefined ? "never" : renderInstant(at, london)

/** Returns a complaint about a report by the customer `carl`, graded routine. */
export const submit = (more: Partial<Submission> & { readonly case?: string } = {}): CommandOf<"submit"> => ({
  do: "submit",
  case: "A",
  channel: "phone",
  customer: "carl",
  verbatim: "the report is wrong",
  ...more
})

const fits = (value: unknown, part: unknown): boolean => {
  if (typeof part !== "object" || part === null) return Object.is(value, part)
  if (typeof value !== "object" || value === null) return false
  if (Array.isArray(part) && (!Array.isArray(value) || value.length !== part.length)) return false
  return Object.entries(part).every(([key, inner]) => fits((value as Readonly<Record<string, unknown>>)[key], inner))
}

/** Returns whether an event is the expected one. */
export const isExpected = (event: CaseEvent, expected: ExpectedEvent): boolean =>
  typeof expected === "string" ? event.event === expected : fits(event, expected)

const list = (events: readonly CaseEvent[]): string => events.map((event) => JSON.stringify(event)).join("\n  ")

/** One step of a specification, with the checks of its result. */
export interface SpecStep {
  readonly step: Step
  readonly state: Case
  /** Checks that exactly these events follow, in this order. */
  readonly yields: (...events: readonly ExpectedEvent[]) => SpecStep
  /** Checks that these events follow in this order, perhaps with others between. */
  readonly emits: (...events: readonly ExpectedEvent[]) => SpecStep
  /** Checks that none of these events follows. */
  readonly without: (...events: readonly EventName[]) => SpecStep
  /** Checks that the command is refused, with this code or rule among the reasons. */
  readonly rejects: (codeOrRule: string) => SpecStep
}

const outcome = (step: Step): SpecStep => {
  const { events, refusal } = step
  const self: SpecStep = {
    step,
    state: step.state,
    yields: (...expected) => {
      const isSame =
        events.length === expected.length && expected.every((one, i) => isExpected(events[i] as CaseEvent, one))
      if (!isSame || refusal !== undefined)
        throw new Error(
          `expected ${JSON.stringify(expected)}, found\n  ${list(events)} ${JSON.stringify(refusal ?? "")}`
        )
      return self
    },
    emits: (...expected) => {
      let from = 0
      for (const one of expected) {
        const at = events.findIndex((event, i) => i >= from && isExpected(event, one))
        if (at < 0)
          throw new Error(`expected ${JSON.stringify(one)} in\n  ${list(events)} ${JSON.stringify(refusal ?? "")}`)
        from = at + 1
      }
      return self
    },
    without: (...names) => {
      const found = events.filter((event) => names.includes(event.event))
      if (found.length > 0) throw new Error(`expected none of ${names.join(", ")}, found\n  ${list(found)}`)
      return self
    },
    rejects: (what) => {
      const reasons = refusal?.reasons ?? []
      if (!reasons.some((one) => one.code === what || one.rule === what))
        throw new Error(`expected a refusal by ${what}, found ${JSON.stringify(refusal ?? list(events))}`)
      return self
    }
  }
  return self
}

/** Begins a specification with commands that were sent to case A. Due instants fire at once. */
export const given = (policy: Policy, ...past: readonly GivenCommand[]) => ({
  when: (command: Command, at: string, by: string): SpecStep => {
    let w = world(policy)
    for (const [before, then, who] of past) {
      const answer = send(w, { case: "A", at: instant(then), by: who, command: before })
      if (answer.step.refusal !== undefined)
        throw new Error(`what is given was refused: ${JSON.stringify(answer.step.refusal.reasons)}`)
      w = answer.world
    }
    return outcome(send(w, { case: "A", at: instant(at), by, command }).step)
  }
})

type More = Partial<Pick<SentCommand, "case" | "sameMatter" | "people" | "rates" | "authority" | "under">> & {
  readonly said?: string
}

/** A desk at which tests work on cases. It keeps the world between commands and shows instants in local time. */
export interface TestDesk {
  readonly world: () => TestWorld
  /** Sends a command. What is due before it has fired, unless the desk was opened without ticks. */
  readonly send: (at: string, by: string, command: Command, more?: More) => SpecStep
  /** Sends a command and fails if it is refused. */
  readonly does: (at: string, by: string, command: Command, more?: More) => SpecStep
  readonly tick: (at: string) => void
  readonly case: (id?: string) => Case
  readonly events: (id?: string) => readonly CaseEvent[]
  readonly named: (event: EventName, id?: string) => readonly CaseEvent[]
  readonly gate: (name: string, id?: string) => GateState["status"]
  readonly clock: (name: string, id?: string) => ClockState
  readonly clockState: (name: string, id?: string) => ReturnType<typeof Clocks.stateOf>
  readonly due: (name: string, id?: string) => string
  readonly nextDue: (id?: string) => string
  /** Returns the messages sent so far, as `name to person`. */
  readonly letters: (id?: string) => readonly string[]
}

/** Opens a desk on a world. `ticks`: whether due instants fire by themselves. */
export const desk = (
  policy: Policy,
  ticks: "prompt" | "none" = "prompt",
  start: TestWorld = world(policy)
): TestDesk => {
  let w = start
  const post = (at: string, by: string, command: Command, more: More = {}): SpecStep => {
    const { said, ...rest } = more
    const id = command.do === "submit" ? command.case : "A"
    const sent: SentCommand = {
      case: id,
      at: instant(at),
      by,
      command,
      ...rest,
      ...defined({ said: said === undefined ? undefined : instant(said) })
    }
    const answer = send(w, sent, ticks)
    w = answer.world
    return outcome(answer.step)
  }
  const clock = (name: string, id = "A"): ClockState => {
    const found = caseOf(w, id).clocks[name]
    if (found === undefined) throw new Error(`case ${id} has no clock ${name}`)
    return found
  }
  const events = (id = "A") => w.events.get(id) ?? []
  return {
    world: () => w,
    send: post,
    does: (at, by, command, more) => {
      const answer = post(at, by, command, more)
      if (answer.step.refusal !== undefined)
        throw new Error(`${command.do} was refused: ${JSON.stringify(answer.step.refusal.reasons)}`)
      return answer
    },
    tick: (at) => {
      w = tick(w, instant(at))
    },
    case: (id = "A") => caseOf(w, id),
    events,
    named: (event, id) => events(id).filter((one) => one.event === event),
    gate: (name, id = "A") => Gates.at(caseOf(w, id).gates, name).status,
    clock,
    clockState: (name, id = "A") => Clocks.stateOf(caseOf(w, id).clocks[name]),
    due: (name, id) => local(clock(name, id).dueAt),
    nextDue: (id = "A") => local(due(caseOf(w, id))),
    letters: (id = "A") => w.letters.filter((one) => one.case === id).map((one) => `${one.message} to ${one.to}`)
  }
}
