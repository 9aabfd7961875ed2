/** The keys and values that generated policies contain, beside all that a policy can contain. */
import type { Bundle } from "../../src/policy/Bundle.ts"
import { parts } from "./Keys.ts"

type Part = keyof typeof parts

/** Returns every part of a policy, as often as it occurs. */
const partsOf = (b: Bundle): { readonly [P in Part]: readonly (object | undefined)[] } => {
  const gates = b.loops.flatMap((one) => one.gates)
  return {
    bundle: [b],
    fact: Object.values(b.facts),
    channel: Object.values(b.channels),
    form: [b.form],
    customers: [b.customers],
    category: b.dictionary.categories,
    dictionary: [b.dictionary],
    dimension: b.grading,
    ownership: [b.ownership],
    handover: [b.ownership.handover],
    onCall: [b.ownership.onCall],
    team: [b.ownership.team],
    gate: gates,
    explain: gates.map((one) => one.orExplain),
    silence: gates.map((one) => one.silence),
    loop: b.loops,
    reopen: b.loops.flatMap((one) => one.reopen),
    clock: b.clocks,
    ending: b.endings,
    authority: [b.authority],
    approval: [b.authority.approval],
    limit: b.authority.limits,
    compensate: b.authority.limits.map((one) => one.compensate),
    alarm: b.alarms ?? [],
    assumption: b.assume ?? [],
    sending: [b.sending],
    problems: [b.problems],
    sameCase: [b.sameCase]
  }
}

const spelled = (value: unknown): readonly string[] => {
  if (value === undefined) return ["unsaid"]
  if (value === null) return ["unlimited"]
  if (typeof value === "boolean") return [value ? "yes" : "no"]
  if (typeof value === "string") return [value, "said"]
  if (Array.isArray(value)) return [value.length === 0 ? "none" : "some"]
  if (typeof value === "object" && Object.keys(value).length === 0) return ["none", "said"]
  return typeof value === "object" ? ["some", "said"] : ["said"]
}

/** Adds what a policy contains, as `gate.proof: metric`. */
export const note = (said: Set<string>, b: Bundle): void => {
  const found = partsOf(b)
  for (const part of Object.keys(parts) as readonly Part[])
    for (const one of found[part])
      for (const key of one === undefined ? [] : Object.keys(parts[part]))
        for (const value of spelled((one as Readonly<Record<string, unknown>>)[key]))
          said.add(`${part}.${key}: ${value}`)
}

/** Everything that generated policies must contain. */
export const toSay: readonly string[] = (Object.keys(parts) as readonly Part[]).flatMap((part) =>
  Object.entries(parts[part]).flatMap(([key, values]) =>
    (values as readonly string[]).map((value) => `${part}.${key}: ${value}`)
  )
)
