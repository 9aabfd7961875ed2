/** The gates of a case: what each demands, and its state. */
import type { AnyNames, Bundle, Case, Policy, PolicyNames } from "@hearback/core"
import { defined, type EvidenceField, evidenceForm, Gate, Text } from "@hearback/core"
import { type Place, placeOf } from "../answer/Place.ts"
import { dateOf } from "../call/Instant.ts"

/** A gate of a case: its state, its evidence, and the form of the needed evidence. */
export interface GateView<N extends PolicyNames = AnyNames> {
  readonly name: N["gate"]
  readonly title: string
  readonly kind: string
  readonly side: "customer-loop" | "system-loop"
  readonly state: string
  /** The state in words, in the language of the desk. */
  readonly stateTitle: string
  readonly openedAt?: Date
  /** How often it was sent back. */
  readonly reopened: number
  readonly by?: string
  readonly at?: Date
  /** The evidence is complete; while the gate is open, signatures are missing. */
  readonly shown: boolean
  readonly signatures: readonly string[]
  /** What was proposed to the customer, and the answer where there is one. */
  readonly rounds: readonly { readonly text: string; readonly reply?: "agree" | "counter" | "refuse" }[]
  readonly actions: readonly {
    readonly what: string
    readonly owner?: string
    readonly due?: string
    readonly doneAt?: Date
  }[]
  readonly place?: Place
  /** Of an open gate: what `pass` has to show. Absent while it waits for the customer. */
  readonly evidence?: readonly EvidenceFieldView[]
}

/** A field of evidence, as a page asks for it: `{ do: "pass", gate, [name]: … }`, a fact under `fields`. */
export interface EvidenceFieldView {
  readonly name: string
  /** Its place in the command: `["result"]`, or `["fields", "order"]` for a fact. */
  readonly at: readonly string[]
  readonly title: string
  /** `texts` is a list of texts, `list` a list of objects with the fields of `each`, `map` texts by names. */
  readonly type: EvidenceField["type"]
  readonly required: boolean
  /** The values to choose from, or the names of a map. */
  readonly values?: readonly { readonly value: string; readonly title: string }[]
  readonly each?: readonly EvidenceFieldView[]
  /** Why a personal datum is asked. */
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
      title: textIn(rule.title, language, policy.bundle.language) ?? rule.name,
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
    if (name === "category") return said(bundle.dictionary.categories.find((one) => one.name === value)?.title) ?? value
    return Text.word(type === "map" ? "causes" : "evidence", value, language)
  }
  return defined({
    name,
    at: isFact ? ["fields", name] : [name],
    title: isFact ? (said(fact?.title) ?? name) : Text.word("evidence", name, language),
    type,
    required,
    values: choices?.map((value) => ({ value, title: called(value) })),
    each: each?.map((one) => fieldView(bundle, one, language)),
    purpose: said(fact?.personal)
  })
}
