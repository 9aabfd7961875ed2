/**
 * Plans the work that prevents recurrence: containment, root cause, signatures, prevention and the observation period.
 */
import { type Bundle, Instant } from "@hearback/core"
import { fieldsFor, type Intent, type OpenGate, remedyOf, type Situation, shuffled } from "./Situation.ts"

/** Returns the people who may pass a gate: specialists where the policy names any, otherwise the owner. */
const hands = (x: Situation, { rule }: OpenGate): readonly [string, ...string[]] => {
  const named = x.people.filter((person) => rule.by.some((who) => person.roles.includes(who)))
  const specialists = shuffled(x, `hands ${rule.name}`, named)
  return specialists === undefined || (rule.by.includes("owner") && x.roll(`owner does ${rule.name}`) < 0.4)
    ? [x.view.owner]
    : specialists
}

const contain = (x: Situation, open: OpenGate): readonly Intent[] => {
  const by = hands(x, open)
  const { gate, rule } = open
  return [
    {
      name: `contain ${gate.name}`,
      by,
      at: x.hours.after(by[0], open.openedAt, x.takes("contains", 20, 160)),
      tries: 9,
      needs: `pass ${gate.name}`,
      command: () => ({ do: "pass", gate: gate.name, ...fieldsFor(x, rule.fields) })
    }
  ]
}

/**
 * Plans the root-cause analysis. A first attempt sometimes names a person instead of a cause, and the policy sends it
 * back.
 */
const investigate = (x: Situation, open: OpenGate): readonly Intent[] => {
  const { gate, rule, openedAt } = open
  const by = hands(x, open)
  const finding = remedyOf(x)
  const at = x.hours.after(by[0], openedAt, x.takes(`investigates ${gate.reopened}`, 300, 2200))
  if (gate.shown) return signing(x, open, at)
  const explanation = rule.orExplain
  const explainers =
    explanation === undefined
      ? undefined
      : shuffled(
          x,
          "explains cause",
          x.people.filter((one) => explanation.by.some((who) => one.roles.includes(who)))
        )
  if (explanation !== undefined && explainers !== undefined && x.roll("explains the cause") < 0.1) {
    const reason = x.say("explained cause", x.phrases.explained)
    return [
      {
        name: `explain ${gate.name}`,
        by: explainers,
        at,
        tries: 9,
        needs: `explain ${gate.name}`,
        command: () => ({ do: "explain", gate: gate.name, reason, ...fieldsFor(x, explanation.fields) })
      }
    ]
  }
  const isShallow = x.roll("shallow") < 0.35
  return [
    {
      name: `investigate ${gate.name} ${gate.reopened}`,
      by,
      at,
      tries: 9,
      needs: `pass ${gate.name}`,
      command: (attempt) => ({
        do: "pass",
        gate: gate.name,
        method: "five-whys",
        whys: attempt === 0 && isShallow ? [...finding.whys.slice(0, -1), finding.surface] : finding.whys,
        cause: finding.systemic ? "systemic" : "incidental"
      })
    }
  ]
}

const signing = (x: Situation, { gate, rule }: OpenGate, shownAt: number): readonly Intent[] => {
  const departments = x.policy.bundle.departments
  const roles = rule.signOff.flatMap((who) =>
    who === "departments" ? Object.values(departments).flatMap((one) => one.contact) : [who]
  )
  const by = shuffled(
    x,
    "signs",
    x.people.filter((one) => one.roles.some((role) => roles.includes(role)))
  )
  if (by === undefined) return []
  return [
    {
      name: `sign ${gate.name} ${gate.signatures.length}`,
      by,
      at: x.hours.after(by[0], shownAt, x.takes("signs", 60, 700)),
      tries: 12,
      needs: `sign ${gate.name}`,
      command: () => ({ do: "sign", gate: gate.name })
    }
  ]
}

/** Plans prevention: first the plan, which is sent back when it has no measure, then each action on its own day. */
const prevent = (x: Situation, open: OpenGate): readonly Intent[] => {
  const { gate, openedAt } = open
  const by = hands(x, open)
  const { what, metric, target } = remedyOf(x).prevention
  const plannedAt = x.hours.after(by[0], openedAt, x.takes(`plans ${gate.reopened}`, 120, 1000))
  const due = new Date(plannedAt + 21 * Instant.DAY).toISOString().slice(0, 10)
  const isVague = x.roll("vague plan") < 0.25
  if (gate.actions.length === 0)
    return [
      {
        name: `plan ${gate.name} ${gate.reopened}`,
        by,
        at: plannedAt,
        tries: 9,
        needs: `pass ${gate.name}`,
        command: (attempt) => ({
          do: "pass",
          gate: gate.name,
          actions: [
            attempt === 0 && isVague
              ? { what, owner: x.view.owner }
              : { what, metric, target, owner: x.view.owner, due }
          ]
        })
      }
    ]
  return gate.actions.flatMap((action, i): readonly Intent[] => {
    if (action.doneAt !== undefined) return []
    const who = action.owner ?? by[0]
    return [
      {
        name: `act ${gate.name} ${i + 1} ${gate.reopened}`,
        by: [who],
        at: x.hours.after(who, plannedAt, x.takes(`acts ${i}`, 900, 4500)),
        tries: 12,
        needs: `act-done ${gate.name}`,
        command: () => ({
          do: "act-done",
          gate: gate.name,
          action: i + 1,
          evidence: x.say(`done ${i}`, x.phrases.done)
        })
      }
    ]
  })
}

/**
 * Plans the waiver of an observation period: sometimes nothing is left to observe, and a person with the power waives
 * it.
 */
const waive = (x: Situation, { gate, openedAt }: OpenGate): readonly Intent[] => {
  const may = x.policy.bundle.authority.limits.filter(
    (limit) => limit.waive === "all" || limit.waive.includes(gate.name)
  )
  const by = shuffled(
    x,
    "waives",
    x.people.filter((one) => may.some((limit) => one.roles.includes(limit.role)))
  )
  if (by === undefined || x.roll("waives") >= 0.03) return []
  return [
    {
      name: `waive ${gate.name}`,
      by,
      at: x.hours.after(by[0], openedAt, x.takes("waives", 600, 3000)),
      tries: 1,
      needs: "waive",
      command: () => ({ do: "waive", gate: gate.name, reason: x.say("waived", x.phrases.waived) })
    }
  ]
}

const forGate: Readonly<Partial<Record<Bundle.GateKind, (x: Situation, open: OpenGate) => readonly Intent[]>>> = {
  containment: contain,
  "root-cause": investigate,
  prevention: prevent,
  effectiveness: waive
}

/** Returns what people intend to do at the open gates of the system's side. */
export const improving = (x: Situation): readonly Intent[] =>
  x.open.flatMap((open) => forGate[open.rule.kind]?.(x, open) ?? [])
