/**
 * Makes the rules of a bundle from the short forms of tests: gates, loops, clocks and dimensions, each with its path.
 */
import type { Bundle, ClockRule, DimensionRule, GateRule, LoopRule, OutputEntry, TeamRule } from "../policy/Bundle.ts"
import { domain } from "../table/Fact.ts"
import * as Points from "../table/Points.ts"
import * as Ranges from "../table/Ranges.ts"
import { defined } from "../value/Optional.ts"
import { complaint, dates, hours } from "./Defaults.ts"
import type { ClockWish, DimensionWish, GateWish, LoopWish, Slots, When, Wishes } from "./Wishes.ts"
import { condition, varying } from "./Wishes.ts"

const gate = (inputs: Slots, path: string, name: string, side: GateRule["side"], wish: GateWish): GateRule => {
  const { when, onlyWithin, observe, orExplain, ...rest } = wish
  const explain = orExplain === undefined ? undefined : { by: ["owner"], fields: [], ...orExplain }
  const { when: explainWhen, ...plain } = explain ?? { by: [], fields: [], when: undefined }
  return {
    kind: "record",
    side,
    after: [],
    by: ["owner"],
    notBy: [],
    signOff: [],
    fields: [],
    optional: onlyWithin !== undefined,
    outOfOrder: "refused",
    notify: [],
    insteadOf: [],
    ...rest,
    name,
    path,
    ...defined({
      when: when && condition(inputs, `${path}.when`, when),
      onlyWithin: onlyWithin && varying(inputs, `${path}.only-within`, onlyWithin),
      observe: observe && varying(inputs, `${path}.observe`, observe),
      orExplain:
        explain === undefined
          ? undefined
          : {
              ...plain,
              ...defined({
                when: explainWhen && condition(inputs, `${path}.or-explain.when`, explainWhen)
              })
            }
    })
  }
}

/** Returns the rule of a loop. */
export const loop = (inputs: Slots, name: string, wish: LoopWish): LoopRule => {
  const path = `loops.${name}`
  const side = (key: GateRule["side"], gates: Readonly<Record<string, GateWish>> | undefined) =>
    Object.entries(gates ?? {}).map(([own, one]) => gate(inputs, `${path}.${key}.${own}`, own, key, one))
  return {
    name,
    path,
    when: condition(inputs, `${path}.when`, wish.when),
    gates: [...side("customer-loop", wish.customer), ...side("system-loop", wish.system)],
    reopen: Object.entries(wish.reopen ?? {}).map(([cause, { when, ...rule }]) => ({
      cause,
      path: `${path}.reopen.${cause}`,
      within: dates(30),
      ...rule,
      ...defined({ when: when && condition(inputs, `${path}.reopen.${cause}.when`, when) })
    }))
  }
}

/** Returns the rule of a clock. */
export const clock = (inputs: Slots, name: string, wish: ClockWish): ClockRule => {
  const path = `clocks.${name}`
  const { when, within, until, ofCase, ...rest } = wish
  return {
    ...(ofCase === true ? {} : { loop: "complaint" }),
    promise: true,
    from: ["received"],
    calendar: "office",
    firstDay: "excluded",
    ends: "close-of-day",
    roll: "none",
    metBy: [],
    cancelledBy: ["withdrawn"],
    repeats: false,
    pause: {},
    resumedBy: {},
    remind: [],
    escalate: [{ at: { _tag: "Due" }, notify: ["supervisor"], send: "overdue", rule: `${path}.escalate.1` }],
    onRegrade: "recompute",
    onReopen: "resume",
    onNewVersion: "keep",
    manual: "fixed",
    ...rest,
    name,
    path,
    ...defined({ when: when && condition(inputs, `${path}.when`, when) }),
    ...(until === undefined ? { within: varying(inputs, `${path}.within`, within ?? hours(8)) } : { until })
  }
}

/** Returns the rule of a dimension. */
export const dimension = (inputs: Slots, name: string, wish: DimensionWish): DimensionRule => {
  const path = `grading.${name}`
  const rules = wish.rules.map(({ when, gives }) =>
    defined({ when, gives: typeof gives === "string" ? { level: gives } : gives })
  )
  const points = pointsOf(inputs, path, wish)
  return {
    name,
    levels: wish.levels,
    by: wish.by ?? "rules",
    ...(points === undefined
      ? { table: varying<OutputEntry>(inputs, `${path}.${wish.by ?? "rules"}`, rules) }
      : { table: laidOut(inputs, path, points), points }),
    lift: (wish.lift ?? []).map(({ when, ...raise }, index) => ({
      ...raise,
      when: condition(inputs, `${path}.lift.${index + 1}.when`, when),
      rule: `${path}.lift.${index + 1}`
    }))
  }
}

const pointsOf = (inputs: Slots, path: string, { points }: DimensionWish): DimensionRule["points"] => {
  if (points === undefined) return undefined
  const bounds = Object.entries(points.thresholds)
  return {
    rows: points.rows.map(({ when, add }, index) => {
      const rule = `${path}.points.${index + 1}`
      return { rule, add, times: [], ...defined({ when: when && condition(inputs, `${rule}.when`, when) }) }
    }),
    thresholds: bounds.map(([level, from], index) => ({
      rule: `${path}.thresholds.${level}`,
      level,
      sums: Ranges.of(from, bounds[index - 1]?.[1] ?? Ranges.MAX)
    }))
  }
}

const laidOut = (
  { list }: Slots,
  path: string,
  points: NonNullable<DimensionRule["points"]>
): DimensionRule["table"] => {
  const columns = Points.slotsOf(points).flatMap((slot) => {
    const type = list[slot]?.type
    return type === undefined ? [] : [{ slot, domain: domain(type, true), mayBeOpen: false }]
  })
  const { boxes = [] } = Points.layOut(points, columns, Number.POSITIVE_INFINITY) ?? {}
  const { table, values } = Points.tableOf(points, columns, boxes, `${path}.thresholds`)
  return { table, values: values.map(({ level }) => ({ level })) }
}

/** Returns the complaint loop with a test's changes. */
export const complaintOf = (wishes: Wishes): LoopWish => {
  const base = wishes.loops?.["complaint"] ?? complaint
  const laid = (gates: Readonly<Record<string, GateWish>>): Readonly<Record<string, GateWish>> =>
    Object.fromEntries(
      Object.entries(gates)
        .filter(([name]) => wishes.only?.includes(name) ?? true)
        .map(([name, wish]) => [name, { ...wish, ...wishes.gates?.[name] }])
    )
  const known = { ...base.customer, ...base.system }
  const more = (side: GateRule["side"]) =>
    Object.fromEntries(
      Object.entries(wishes.gates ?? {}).filter(
        ([name, wish]) => !(name in known) && (wish.side ?? "customer-loop") === side
      )
    )
  const customer = { ...laid(base.customer), ...more("customer-loop") }
  const systemGates = { ...laid(base.system ?? {}), ...more("system-loop") }
  const kept = new Set(Object.keys({ ...customer, ...systemGates }))
  const inOrder = (gates: Readonly<Record<string, GateWish>>) =>
    Object.fromEntries(
      Object.entries(gates).map(([name, wish]) => [
        name,
        { ...wish, after: (wish.after ?? []).filter((g) => kept.has(g)) }
      ])
    )
  return {
    when: base.when,
    customer: inOrder(customer),
    system: inOrder(systemGates),
    reopen: Object.fromEntries(
      Object.entries(wishes.reopen ?? base.reopen ?? {}).filter(([, rule]) => kept.has(rule.backTo))
    )
  }
}

/** Returns the rules for an owner who cannot or must not act, and for the team. */
export const away = (
  inputs: Slots,
  { absent, recuse, onCall, atMostOpen, queue, team, department }: Wishes
): Partial<Bundle["ownership"]> => {
  const when = (path: string, wish: When | undefined) =>
    wish === undefined ? {} : { when: condition(inputs, `ownership.${path}.when`, wish) }
  return defined({
    absent,
    recuse:
      recuse === undefined
        ? undefined
        : { when: condition(inputs, "ownership.recuse.when", recuse.when), to: recuse.to },
    onCall: onCall === undefined ? undefined : ({ ...onCall, ...when("on-call", onCall.when) } as OnCall),
    atMostOpen,
    queue,
    department: department && varying(inputs, "ownership.department", department),
    team:
      team === undefined
        ? undefined
        : ({ members: ["departments"], overdue: ["head"], ...team, ...when("team", team.when) } as TeamRule)
  })
}

type OnCall = NonNullable<Bundle["ownership"]["onCall"]>
