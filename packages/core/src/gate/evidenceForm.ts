/**
 * The form of a gate's evidence, for a page that asks for it: the fields with their types and choices, from the gate's
 * rule and from what its kind reads. A page therefore needs no knowledge of the kinds.
 */
import type { Evidence } from "../case/generated/Command.ts"
import type { GateState } from "../case/track/Gate.ts"
import type { Facts } from "../case/track/Submission.ts"
import type { FactDeclaration, GateRule } from "../policy/Bundle.ts"
import type { Policy } from "../policy/Policy.ts"
import { defined } from "../value/Optional.ts"
import { causeFields } from "./RootCause.ts"
import { gateFacts } from "./registry.ts"

/** One field of the form of a gate's evidence. */
export interface EvidenceField {
  readonly name: string
  /**
   * Whether it is a fact of the policy, given under `fields` of the command; other fields are arguments of their own.
   */
  readonly isFact: boolean
  /** `texts`: a list of texts. `list`: a list of objects with the fields of `each`. `map`: texts by name. */
  readonly type: FactDeclaration["kind"] | "texts" | "person" | "list" | "map"
  readonly required: boolean
  /** The values to choose from, or the names of a map. */
  readonly choices?: readonly string[]
  readonly each?: readonly EvidenceField[]
}

type Field = keyof Omit<Evidence, "fields">
type Shape = Omit<EvidenceField, "name" | "isFact" | "required">

const text: Shape = { type: "text" }
const oneOf = (choices: readonly string[]): Shape => ({ type: "one-of", choices })

/** The shape of each field of evidence. */
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

/** Whether a gate requires a field for which its rule decides it; undefined if the gate does not read the field. */
const asked: Partial<Readonly<Record<Field, (rule: GateRule) => boolean | undefined>>> = {
  method: ({ method }) => method !== undefined,
  // If any method is allowed, the chain of causes is required, since every method can be written as one.
  whys: ({ method }) => (method === undefined ? true : needs(method, (each) => causeFields[each] === undefined)),
  causes: ({ method }) => (method === undefined ? false : needs(method, (each) => each !== "five-whys")),
  evidence: ({ evidence }) => evidence === "required",
  proof: ({ proof = "no-recurrence" }) => (proof === "no-recurrence" ? undefined : proof !== "either"),
  result: ({ by }) => !by.includes("automatic")
}

/** Returns true if every method takes a field, undefined if none does. */
const needs = (methods: readonly string[], takes: (method: string) => boolean): boolean | undefined =>
  methods.some(takes) ? methods.length === 1 && methods[0] !== "eight-d" : undefined

/**
 * Returns the fields of the evidence that an open gate takes; undefined if the gate waits for the customer, since
 * evidence cannot pass it then.
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
