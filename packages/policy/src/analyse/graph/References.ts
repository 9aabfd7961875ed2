/** Collects the names that a policy uses, by sort of name. A name that is never used decides nothing. */
import { InputName, Template, Trigger } from "@hearback/core"
import type { Input, MessageRule, Table, Text } from "../../bundle/Bundle.ts"
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { mentionsOf } from "../../people/Mentions.ts"

/** Sorts of names that some rule must use. */
export type Referred =
  | "role"
  | "department"
  | "fact"
  | "event"
  | "calendar"
  | "signal"
  | "dimension"
  | "gate"
  | "clock"
  | "message"
  | "consent"

/** For each sort, the names that the policy uses. */
export type References = { readonly [S in Referred]: ReadonlySet<string> }

/** Returns every name that a policy uses, apart from its declaration. */
export const referencesOf = (policy: UnhashedBundle): References => {
  const found = Object.fromEntries(sorts.map((sort) => [sort, new Set<string>()])) as {
    readonly [S in Referred]: Set<string>
  }
  const add = (sort: Referred, ...names: readonly (string | undefined)[]): void => {
    for (const name of names) if (name !== undefined) found[sort].add(name)
  }
  add("role", ...mentionsOf(policy).flatMap(({ who }) => who))
  add("department", ...(policy.ownership.team?.members ?? []))
  add("department", ...policy.dictionary.categories.map(({ department }) => department))
  add("calendar", policy.defaultCalendar, ...policy.clocks.map(({ calendar }) => calendar))
  for (const name of inputsIn(policy)) readInput(policy, name, add)
  for (const trigger of triggersIn(policy)) readTrigger(trigger, add)
  add("fact", ...fieldsIn(policy))
  // Answers of a survey are measured, so its facts count as used.
  add("fact", ...Object.values(policy.channels).flatMap(({ questions = [] }) => questions.map(({ fact }) => fact)))
  add("consent", ...Object.values(policy.channels).map(({ consent }) => consent))
  readMessages(policy, add)
  readLevels(policy, add)
  for (const { gates, reopen } of policy.loops) {
    add("event", ...reopen.map(({ cause }) => cause))
    add("message", ...gates.flatMap(({ tell, orExplain }) => [tell, orExplain?.tell]))
    add("gate", ...reopen.map(({ backTo }) => backTo))
    add("gate", ...gates.flatMap((one) => [one.ifFailed, ...one.after, ...one.notBy, ...one.insteadOf]))
  }
  add("gate", ...policy.authority.limits.flatMap(({ waive }) => (waive === "all" ? [] : waive)))
  return found
}

const sorts: readonly Referred[] = [
  "role",
  "department",
  "fact",
  "event",
  "calendar",
  "signal",
  "dimension",
  "gate",
  "clock",
  "message",
  "consent"
]

type Add = (sort: Referred, ...names: readonly (string | undefined)[]) => void

/** Returns whether a value of a bundle is a table. */
const isTable = (value: object): value is Table => "slots" in value && "rows" in value

/**
 * Returns the inputs that tables read with the values that they ask for, and the inputs from which results are taken.
 */
const inputsIn = (policy: UnhashedBundle): ReadonlyMap<string, readonly (readonly number[])[]> => {
  const found = new Map<string, (readonly number[])[]>()
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return
    if (isTable(value)) {
      for (const [column, slot] of value.slots.entries()) {
        const name = policy.inputs[slot]?.name ?? ""
        const cells = value.rows.flatMap(({ cells: row }) => row[column] ?? [])
        found.set(name, [...(found.get(name) ?? []), cells])
      }
      return
    }
    if ("input" in value && typeof value.input === "string") found.set(value.input, found.get(value.input) ?? [])
    for (const each of Object.values(value)) visit(each)
  }
  const { grading, ownership, loops, clocks, alarms, assume, problems, messages, channels, retention } = policy
  const asked = Object.values(channels).map(({ when, questions, dissatisfied }) => [when, questions, dissatisfied])
  visit([grading, ownership, loops, clocks, alarms, assume, problems, messages, asked, retention?.keep])
  return found
}

const readInput = (
  policy: UnhashedBundle,
  [name, cells]: readonly [string, readonly (readonly number[])[]],
  add: Add
): void => {
  const input = policy.inputs.find((each) => each.name === name)
  const source = InputName.parse(name)
  if (Object.hasOwn(policy.facts, name)) add("fact", name)
  if (policy.grading.some((dimension) => dimension.name === name)) add("dimension", name)
  if (source._tag === "Since") add("fact", source.date)
  if (source._tag === "CategoryDefault") add("dimension", source.dimension)
  if (source._tag === "Signal") add("signal", source.signal)
  if (source._tag === "GateState" || source._tag === "Conclusion") add("gate", source.gate)
  if (source._tag === "ClockState") add("clock", source.clock)
  if (name === "category.department") add("department", ...valuesIn(input, cells))
}

const valuesIn = (input: Input | undefined, cells: readonly (readonly number[])[]): readonly string[] => {
  const values = input?.type._tag === "OneOf" ? input.type.values : []
  return values.filter((_, code) =>
    cells.some((set) => set.some((lo, i) => i % 2 === 0 && code >= lo && code < (set[i + 1] ?? lo)))
  )
}

const triggersIn = (policy: UnhashedBundle): readonly Trigger.Trigger[] =>
  [
    ...policy.clocks.flatMap(({ gate, from, metBy, cancelledBy, restartedBy = [], resumedBy }) => [
      ...from,
      // A gate always meets its own clock, so this is no use of its name.
      ...metBy.filter((each) => each !== `passed:${gate}`),
      ...cancelledBy,
      ...restartedBy,
      ...Object.values(resumedBy).flat()
    ]),
    ...Object.values(policy.channels).flatMap(({ askAfter }) => askAfter ?? []),
    ...(policy.retention === undefined ? [] : [policy.retention.from])
  ].map(Trigger.parse)

const readTrigger = (trigger: Trigger.Trigger, add: Add): void => {
  if (trigger._tag === "EventHappened") add("event", trigger.event)
  if (trigger._tag === "GatePassed" || trigger._tag === "GateSettled") add("gate", trigger.gate)
  if (trigger._tag === "ClockMet") add("clock", trigger.clock)
  if (trigger._tag === "DateReached") add("fact", trigger.fact)
}

const fieldsIn = ({
  form,
  channels,
  sameCase,
  problems,
  endings,
  loops,
  clocks
}: UnhashedBundle): readonly string[] => [
  ...[form, ...Object.values(channels).flatMap((channel) => channel.form ?? [])].flatMap((each) => [
    ...each.require,
    ...each.offer,
    ...each.prefill
  ]),
  ...sameCase.same,
  ...problems.same,
  ...endings.flatMap(({ fields }) => fields),
  ...loops.flatMap(({ gates }) => gates.flatMap(({ fields, orExplain }) => [...fields, ...(orExplain?.fields ?? [])])),
  ...clocks.flatMap(({ until }) => until ?? [])
]

/** Returns all texts of a message, among them its subjects. */
export const textsOf = (message: MessageRule | undefined): readonly Text[] =>
  [message?.subject, message?.text, ...(message?.variants?.values ?? [])].flatMap((text) => text ?? [])

const readMessages = (policy: UnhashedBundle, add: Add): void => {
  const { form, channels, endings, clocks, alarms, sending, messages } = policy
  add("message", form.tell, ...Object.values(channels).map((channel) => channel.form?.tell))
  add("message", ...endings.map(({ tell }) => tell), ...(alarms ?? []).map(({ send }) => send))
  add("message", ...(sending?.quietExcept.messages ?? []))
  for (const { escalate, extend } of clocks) add("message", ...escalate.map(({ send }) => send), extend?.tell)
  for (const message of Object.values(messages))
    for (const placeholder of textsOf(message).flatMap((text) => Object.values(text).flatMap(Template.placeholders))) {
      add("message", placeholder)
      add("fact", placeholder)
      add("clock", Template.clockDue(placeholder))
    }
}

/** A level that is used counts as a use of its dimension. */
const readLevels = ({ grading, authority, sending }: UnhashedBundle, add: Add): void => {
  const named = new Set([
    ...(sending?.quietExcept.levels ?? []),
    ...authority.limits.flatMap(({ close, regrade }) =>
      [close, regrade].flatMap((each) => (each === "all" ? [] : each))
    )
  ])
  add("dimension", ...grading.filter(({ levels }) => levels.some((level) => named.has(level))).map(({ name }) => name))
}
