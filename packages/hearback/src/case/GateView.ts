/** The gates of a case: what each demands, and its state. */
import type { AnyNames, Bundle, Case, Policy, PolicyNames } from "@hearback/core"
import { defined, type EvidenceField, evidenceForm, Gate, Text } from "@hearback/core"
import { type Place, placeOf } from "../answer/Place.ts"
import { dateOf } from "../call/Instant.ts"

/** A gate of a case: its state, its evidence, and the form for evidence that is still needed. */
export interface GateView<N extends PolicyNames = AnyNames> {
  readonly name: N["gate"]
  /** What the gate is called, in the language of the desk. */
  readonly title: string
  /** The kind of gate (`needs` in the policy), such as `proposal`. */
  readonly kind: string
  /** The loop that the gate belongs to. */
  readonly side: "customer-loop" | "system-loop"
  /** The state of the gate, such as `open` or `passed`. */
  readonly state: string
  /** The state in words, in the language of the desk. */
  readonly stateTitle: string
  readonly openedAt?: Date
  /** How often the gate was reopened. */
  readonly reopened: number
  /** The actor who settled the gate. */
  readonly by?: string
  /** When the gate was settled. */
  readonly at?: Date
  /** Whether the evidence is complete. If the gate is still open, only signatures are missing. */
  readonly shown: boolean
  /** The ids of the people who have signed. */
  readonly signatures: readonly string[]
  /** The proposals to the customer, each with the answer if there is one. */
  readonly rounds: readonly { readonly text: string; readonly reply?: "agree" | "counter" | "refuse" }[]
  /** The planned actions, with owner, due date and completion. */
  readonly actions: readonly {
    readonly what: string
    readonly owner?: string
    readonly due?: string
    readonly doneAt?: Date
  }[]
  /** The line of the policy that demands the gate. */
  readonly place?: Place
  /** The evidence that `pass` needs, for an open gate. Absent while the gate waits for the customer. */
  readonly evidence?: readonly EvidenceFieldView[]
}

/** A field of evidence for a form of the host: `{ do: "pass", gate, [name]: … }`. A fact goes under `fields`. */
export interface EvidenceFieldView {
  readonly name: string
  /** The path of the value in the command: `["result"]`, or `["fields", "order"]` for a fact. */
  readonly at: readonly string[]
  /** What the field is called, in the language of the desk. */
  readonly title: string
  /**
   * The type of the value. `texts`: a list of texts. `list`: a list of objects with the fields of `each`. `map`: texts
   * by names.
   */
  readonly type: EvidenceField["type"]
  readonly required: boolean
  /** The values to choose from, or the names of a `map`. */
  readonly values?: readonly { readonly value: string; readonly title: string }[]
  /** The fields of each object of a `list`. */
  readonly each?: readonly EvidenceFieldView[]
  /** Why personal data is asked for. */
  readonly purpose?: string
}

const textIn = (text: Bundle.Text | undefined, ...languages: readonly Bundle.Language[]): string | undefined =>
  languages.map((language) => text?.[language]).find((each) => each !== undefined) ?? Object.values(text ?? {})[0]

/** Returns the gates of a case's loop with their titles in a language. */
export const gatesOf = (
  policy: Policy.Policy,
  { gates, lifecycle, feedback }: Case.Case,
  language: Bundle.Language
): readonly GateView[] =>
  (policy.loops.get(lifecycle.loop ?? "")?.rule.gates ?? []).map((rule) => {
    const state = Gate.at(gates, rule.name)
    const fields = state.status === "open" ? evidenceForm(policy, rule, state, feedback.facts) : undefined
    return defined({
      name: rule.name,
      title: textIn(rule.title, language, policy.bundle.language) ?? Text.readable(rule.name),
      kind: rule.kind,
      side: rule.side,
      state: state.status,
      stateTitle: Text.word("gate-state", state.status, language),
      reopened: state.reopened,
      shown: state.evidence !== undefined,
      signatures: state.signatures,
      rounds: state.rounds,
      actions: state.actions.map(({ what, owner, due, doneAt }) =>
        defined({ what, owner, due, doneAt: dateOf(doneAt) })
      ),
      openedAt: dateOf(state.openedAt),
      by: state.by,
      at: dateOf(state.settledAt),
      place: placeOf(policy, rule.path),
      evidence: fields?.map((field) => fieldView(policy.bundle, field, language))
    })
  })

const fieldView = (bundle: Bundle.Bundle, field: EvidenceField, language: Bundle.Language): EvidenceFieldView => {
  const { name, isFact, type, required, choices, each } = field
  const fact = isFact ? bundle.facts[name] : undefined
  const said = (text: Bundle.Text | undefined) => textIn(text, language, bundle.language)
  const called = (value: string): string => {
    if (isFact) return value
    if (name === "category")
      return said(bundle.dictionary.categories.find((one) => one.name === value)?.title) ?? Text.readable(value)
    return Text.word(type === "map" ? "causes" : "evidence", value, language)
  }
  return defined({
    name,
    at: isFact ? ["fields", name] : [name],
    title: isFact ? (said(fact?.title) ?? Text.readable(name)) : Text.word("evidence", name, language),
    type,
    required,
    values: choices?.map((value) => ({ value, title: called(value) })),
    each: each?.map((one) => fieldView(bundle, one, language)),
    purpose: said(fact?.personal)
  })
}
