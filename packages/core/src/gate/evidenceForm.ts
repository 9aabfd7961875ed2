/**
 * What has to be shown so that a gate passes, as a page can ask for it: the fields of its evidence, with types and choices,
 * from the rule of the gate and from what its kind reads. So no page needs to know the kinds.
 */
import type { Evidence } from "../case/generated/Command.ts"
import type { GateState } from "../case/track/Gate.ts"
import type { Facts } from "../case/track/Submission.ts"
import type { FactDeclaration, GateRule } from "../policy/Bundle.ts"
import type { Policy } from "../policy/Policy.ts"
import { defined } from "../value/Optional.ts"
import { causeFields } from "./RootCause.ts"
import { gateFacts } from "./registry.ts"

export interface EvidenceField {
  readonly name: string
  /** It is a fact of the policy, given under `fields` of the command; anything else is an argument of its own. */
  readonly isFact: boolean
  /** `texts`: a list of texts; `list`: a list of objects, each with the fields of `each`; `map`: texts by names. */
  readonly type: FactDeclaration["kind"] | "texts" | "person" | "list" | "map"
  readonly required: boolean
  /** The values, or the names of a map, to choose from. */
  readonly choices?: readonly string[]
  readonly each?: readonly EvidenceField[]
}

type Field = keyof Omit<Evidence, "fields">
type Shape = Omit<EvidenceField, "name" | "isFact" | "required">

const text: Shape = { type: "text" }
const oneOf = (choices: readonly string[]): Shape => ({ type: "one-of", choices })

/** Returns what a field takes. */
const shapes: Readonly<Record<Field, (rule: GateRule, policy: Policy) => Shape>> = {
  category: (_, { bundle }) => oneOf(bundle.dictionary.categories.map(({ name }) => name)),
  actions: ({ smart = false }) => ({
    type: "list",
    each: [
      { name: "what", isFact: false, type: "text", required: true },
      ...(["metric", "target"] as const).map((name) => ({
        name,
        isFact: false,
        type: "text" as const,
        required: smart
      })),
      { name: "owner", isFact: false, type: "person", required: smart },
      { name: "due", isFact: false, type: "date", required: smart }
    ]
  }),
  method: ({ method = ["five-whys", "fishbone", "five-w-one-h", "eight-d"] }) => oneOf(method),
  whys: () => ({ type: "texts" }),
  causes: ({ method = [] }) => {
    const names = [...new Set(method.flatMap((each) => causeFields[each] ?? []))]
    return names.length === 0 ? { type: "map" } : { type: "map", choices: names }
  },
  cause: () => oneOf(["incidental", "systemic"]),
  evidence: () => ({ type: "texts" }),
  proof: () => text,
  proposal: () => text,
  decision: ({ oneOf: offered }) => (offered === undefined ? text : oneOf(offered)),
  reason: () => text,
  result: () => text,
  shortfall: () => text,
  until: () => ({ type: "date" }),
  publish: () => ({ type: "yes-no" })
}

/** Whether a gate asks for a field that its rule decides on; undefined where it does not read it. */
const asked: Partial<Readonly<Record<Field, (rule: GateRule) => boolean | undefined>>> = {
  method: ({ method }) => method !== undefined,
  // Where any method will do, a chain of causes is what every one of them comes to.
  whys: ({ method }) => (method === undefined ? true : needs(method, (each) => causeFields[each] === undefined)),
  causes: ({ method }) => (method === undefined ? false : needs(method, (each) => each !== "five-whys")),
  evidence: ({ evidence }) => evidence === "required",
  proof: ({ proof = "no-recurrence" }) => (proof === "no-recurrence" ? undefined : proof !== "either"),
  result: ({ by }) => !by.includes("automatic")
}

/** Asked where every method takes it, left out where none does. */
const needs = (methods: readonly string[], takes: (method: string) => boolean): boolean | undefined =>
  methods.some(takes) ? methods.length === 1 && methods[0] !== "eight-d" : undefined

/**
 * Returns the fields of the evidence that an open gate takes; undefined where it waits for the customer, since no evidence
 * passes it then.
 */
export const evidenceForm = (
  policy: Policy,
  rule: GateRule,
  state: GateState,
  known: Facts
): readonly EvidenceField[] | undefined => {
  const { evidence, awaitsReply } = gateFacts[rule.kind]
  if (awaitsReply?.(state) === true) return undefined
  const field = (name: Field, required: boolean | undefined): readonly EvidenceField[] =>
    required === undefined ? [] : [{ name, isFact: false, required, ...shapes[name](rule, policy) }]
  return [
    ...rule.fields.map((name) => factField(policy, name, known[name] === undefined)),
    ...(evidence.required ?? []).flatMap((name) => field(name, true)),
    ...(evidence.asked ?? []).flatMap((name) => field(name, asked[name]?.(rule) ?? undefined)),
    ...(evidence.optional ?? []).flatMap((name) => field(name, false))
  ]
}

const factField = ({ bundle }: Policy, name: string, required: boolean): EvidenceField => {
  const fact = bundle.facts[name]
  const choices = fact?.type._tag === "OneOf" || fact?.type._tag === "SomeOf" ? fact.type.values : undefined
  return defined({ name, isFact: true, type: fact?.kind ?? "text", required, choices })
}
