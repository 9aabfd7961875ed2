import type { Case, CaseEvent } from "../../case/Case.ts"
import { empty, evolve } from "../../case/Case.ts"
import type { Gathered } from "../../case/Gathered.ts"
import { live } from "../../case/track/Clocks.ts"
import type { Step } from "../../decide/step.ts"
import { nameOf, person, rolesOf } from "../../people/Actor.ts"
import type { Policy } from "../../policy/Policy.ts"
import { load } from "../../policy/Policy.ts"
import type { Decider } from "../World.ts"
import { core } from "../World.ts"
import { type BrokenDecider, changed } from "./Decider.ts"
import { brokenDemands } from "./Demands.ts"
import { brokenNotices } from "./Notices.ts"
import { brokenRights } from "./Rights.ts"
import { sleepers } from "./Sleepers.ts"

const DAY = 86_400_000

/** Returns a decider whose states are changed after each fold. */
const bent = (bend: (state: Case, event: CaseEvent) => Case): Decider => {
  const folds: Decider["evolve"] = (state, event) => bend(evolve(state, event), event)
  return {
    ...core,
    evolve: folds,
    step: (policy, before, command, meta) => {
      const step = core.step(policy, before, command, meta)
      return { ...step, state: step.events.reduce(folds, before) }
    }
  }
}

const unlimited = new WeakMap<Policy, Policy>()
const withoutLimits = (policy: Policy): Policy => {
  const known = unlimited.get(policy)
  if (known !== undefined) return known
  const { authority } = policy.bundle
  const limits = authority.limits.map((limit) => ({ ...limit, compensate: { perCase: null } }))
  const made = load({ ...policy.bundle, authority: { ...authority, limits } })
  unlimited.set(policy, made)
  return made
}

/** Repeats a mark a day after every step of an escalation. */
const ringsAgain = (step: Step, event: CaseEvent): readonly CaseEvent[] => {
  const clock = event.event === "clock-escalated" ? step.state.clocks[event.clock] : undefined
  if (clock === undefined) return [event]
  const { name, cycle, startedAt, target, calendar, rule } = clock
  const at = event.at + DAY
  const again = { clock: name, cycle: cycle + 1, startedAt, target, calendar, dueAt: at, provisional: false }
  return [event, { event: "clock-started", at: event.at, why: rule, ...again, marks: [{ name: "escalate.1", at }] }]
}

/** Returns a decider that ignores some of what was gathered. */
const unaware = (unseen: Partial<Gathered>): Decider => ({
  ...core,
  step: (policy, before, command, meta) =>
    core.step(policy, before, command, { ...meta, gathered: { ...meta.gathered, ...unseen } })
})

/** A decider that takes whoever approves for somebody else. */
const selfApproved: Decider = {
  ...core,
  step: (policy, before, command, meta) => {
    if (command.do !== "approve") return core.step(policy, before, command, meta)
    const { actor } = meta
    const somebody = { id: "somebody", roles: rolesOf(actor) }
    const people = [...meta.gathered.people, { ...somebody, name: "Somebody", onDuty: true, openCases: 0 }]
    const step = core.step(policy, before, command, {
      ...meta,
      actor: person(somebody),
      gathered: { ...meta.gathered, people }
    })
    const events = step.events.map((event) => (event.event === "approved" ? { ...event, by: nameOf(actor) } : event))
    return { ...step, events, state: events.reduce(evolve, before) }
  }
}

const met = new WeakSet<Policy>()
const contents = new Set<string>()

/** Returns whether a policy is a copy of one that was used before. */
const isCopy = (policy: Policy): boolean => {
  const content = JSON.stringify(policy.bundle)
  const isKnown = contents.has(content) && !met.has(policy)
  met.add(policy)
  contents.add(content)
  return isKnown
}

let calls = 0

/** Deciders that are wrong on purpose: at least one for each law, which the law must find. */
export const brokenDeciders: readonly BrokenDecider[] = [
  ...brokenRights,
  ...brokenDemands,
  ...brokenNotices,
  ...sleepers,
  {
    name: "an offered case belongs to nobody until it is accepted",
    breaks: "never-orphaned",
    decider: bent((state, event) =>
      event.event === "handover-offered" ? { ...state, ownership: { ...state.ownership, owner: "" } } : state
    )
  },
  {
    name: "a case that a machine took is opened without an owner",
    breaks: "never-orphaned",
    decider: changed(({ events }) => events.filter((event) => event.event !== "owner-assigned"))
  },
  {
    name: "what was asked for is still asked for after the end",
    breaks: "ended-means-ended",
    decider: changed(({ events }) => events.filter((event) => event.event !== "approval-ended"))
  },
  {
    name: "a handover is still offered after the end",
    breaks: "ended-means-ended",
    decider: changed(({ events }) =>
      events.filter((event) => event.event !== "handover-lapsed" || event.dueAt !== undefined)
    )
  },
  {
    name: "timers go on when nobody waits for them any more",
    breaks: "ended-means-ended",
    decider: changed(({ events }) =>
      events.filter((event) => event.event !== "clock-cancelled" || event.reason !== "loop-closed")
    )
  },
  {
    name: "a command to close is obeyed",
    breaks: "no-close-past-a-gate",
    decider: changed(({ events, state }, before, asked) =>
      asked === "close" && before.version > 0
        ? [...events, { event: "customer-loop-closed", at: state.feedback.receipt?.loggedAt ?? 0, outcome: "answered" }]
        : events
    )
  },
  {
    name: "a gate that bounced stays open in a loop that stays closed",
    breaks: "no-close-past-a-gate",
    decider: changed(({ events }) => events.filter((event) => event.event !== "case-reopened"))
  },
  {
    name: "an answer depends on how many were given",
    breaks: "replay",
    decider: changed(({ events }) => {
      calls += 1
      return events.map((event) => (event.event === "graded" ? { ...event, at: event.at + calls } : event))
    })
  },
  {
    name: "the state of a step holds more than its events say",
    breaks: "replay",
    decider: {
      ...core,
      step: (policy, before, command, meta) => {
        const step = core.step(policy, before, command, meta)
        return { ...step, state: { ...step.state, messages: { ...step.state.messages, count: 0 } } }
      }
    }
  },
  {
    name: "what falls due happens when it is noticed",
    breaks: "ticks-are-harmless",
    decider: changed(({ events }) =>
      events.map((event) => ("detectedAt" in event ? { ...event, at: event.detectedAt } : event))
    )
  },
  {
    name: "an event for a clock that is not there is a fault",
    breaks: "evolve-total",
    decider: {
      ...core,
      evolve: (state, event) => {
        if (event.event === "clock-met" && state.clocks[event.clock] === undefined) throw new Error("no such clock")
        return evolve(state, event)
      }
    }
  },
  {
    name: "a repeated event counts again",
    breaks: "evolve-total",
    decider: { ...core, evolveAt: (c, _, event) => evolve(c, event) }
  },
  {
    name: "a regrade moves deadlines without a word",
    breaks: "deadlines-are-explained",
    decider: bent((state, event) => {
      const [clock] = Object.values(state.clocks).filter(live)
      if (event.event !== "regraded" || clock === undefined) return state
      return { ...state, clocks: { ...state.clocks, [clock.name]: { ...clock, dueAt: (clock.dueAt ?? 0) + DAY } } }
    })
  },
  {
    name: "a pass wipes misses out",
    breaks: "deadlines-are-explained",
    decider: bent((state, event) => {
      if (event.event !== "clock-met") return state
      const clock = state.clocks[event.clock]
      return clock === undefined
        ? state
        : { ...state, clocks: { ...state.clocks, [clock.name]: { ...clock, breaches: [] } } }
    })
  },
  {
    name: "limits are not looked at",
    breaks: "within-authority",
    decider: {
      ...core,
      step: (policy, before, command, meta) => core.step(withoutLimits(policy), before, command, meta)
    }
  },
  {
    name: "what they gave on other cases is not counted",
    breaks: "within-authority",
    decider: unaware({ ledgers: {} })
  },
  {
    name: "an amount may be split over linked cases",
    breaks: "within-authority",
    decider: unaware({ linked: [] })
  },
  {
    name: "people approve their own requests",
    breaks: "within-authority",
    decider: selfApproved
  },
  {
    name: "the ladder begins again",
    breaks: "escalation-ends",
    decider: changed((step) => step.events.flatMap((event) => ringsAgain(step, event)))
  },
  {
    name: "a pass does not say by which gate's rule",
    breaks: "said-why",
    decider: changed(({ events }) =>
      events.map((event) => {
        if (event.event !== "gate-passed") return event
        const { why: _, ...rest } = event
        return rest
      })
    )
  },
  {
    name: "a rule that the policy does not have is named",
    breaks: "said-why",
    decider: changed(({ events }) =>
      events.map((event) => (event.event === "clock-started" ? { ...event, why: `${event.why}.somewhere` } : event))
    )
  },
  {
    name: "only promises are looked at for what is due next",
    breaks: "due-is-complete",
    decider: {
      ...core,
      due: (state) =>
        core.due({
          ...empty(state.id),
          clocks: Object.fromEntries(Object.entries(state.clocks).filter(([, clock]) => clock.timer === undefined))
        })
    }
  },
  {
    name: "a policy is known by its object, and not by what it says",
    breaks: "bundle-round-trip",
    decider: {
      ...core,
      step: (policy, before, command, meta) => {
        const step = core.step(policy, before, command, meta)
        const events = isCopy(policy) ? step.events.map((event) => ({ ...event, at: event.at + 1 })) : step.events
        return { ...step, events, state: events.reduce(evolve, before) }
      }
    }
  },
  {
    name: "a pause counts from when it is recorded",
    breaks: "late-facts",
    decider: {
      ...core,
      step: (policy, before, command, meta) =>
        core.step(policy, before, command, command.do === "pause" ? { ...meta, occurredAt: meta.receivedAt } : meta)
    }
  }
]
