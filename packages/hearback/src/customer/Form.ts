/** What a channel asks for, for a page that shows it. */
import { type Bundle, defined, Form, Inputs, type Policy, type Submission, Survey, Text } from "@hearback/core"

/** One field of a channel's form. */
export interface FormField {
  /** The name of the fact or the field of `Feedback`. */
  readonly name: string
  /** What the field is called, in the reader's language. */
  readonly title: string
  /** The type of the value, as facts are declared: `text`, `number`, `money`, `yes-no`, `date`, `one-of` … */
  readonly type: Bundle.FactDeclaration["kind"]
  readonly required: boolean
  /** Whether the host fills the field in, not the customer. */
  readonly prefilled: boolean
  /** Why personal data is asked for; show it beside the field. */
  readonly purpose?: string
  /** The values to choose from, each with its title in the reader's language if there is one. */
  readonly values?: readonly { readonly value: string; readonly title: string }[]
}

/** One question of a survey. The answer becomes the fact of the same name. */
export interface SurveyField extends Omit<FormField, "prefilled" | "purpose"> {
  /** The lowest and the highest score, for a score. */
  readonly scale?: readonly [number, number]
}

/** The form of a channel: its fields, questions, consents and survey. */
export interface FormView {
  readonly channel: string
  /** What the channel is called, in the reader's language. */
  readonly title: string
  readonly fields: readonly FormField[]
  /** The questions of the form that have a text of their own, by the name of the field. */
  readonly questions: Readonly<Record<string, string>>
  /**
   * The consents that the customer may give, by their names for `consent` of `Feedback`. Empty on a channel on which
   * the company asks.
   */
  readonly consents: readonly { readonly name: string; readonly ask: string }[]
  /** The survey questions to ask after the answers so far, in order. */
  readonly survey?: readonly SurveyField[]
  /** The one question of a channel on which the company asks. */
  readonly question?: string
  /** The lowest and the highest score of `question`. */
  readonly scale?: readonly [number, number]
}

/** Returns the form of a channel; undefined for a channel that the policy has not. `answers`: those to its survey so far. */
export const formOf = (
  policy: Policy.Policy,
  channel: string,
  language: Bundle.Language,
  answers: Submission.Facts = {}
): FormView | undefined => {
  const { channels, customers, language: own } = policy.bundle
  const rule = Object.hasOwn(channels, channel) ? channels[channel] : undefined
  if (rule === undefined) return undefined
  const said = (text: Bundle.Text | undefined) => textIn(text, language, own)
  const form = withScore(Form.formOf(policy, channel), rule)
  return defined({
    channel,
    title: said(rule.title) ?? Text.readable(channel),
    fields: namesOf(form).map((name) => fieldOf(policy.bundle, name, form, language)),
    questions: Object.fromEntries(
      Object.entries(form.questions).map(([name, text]) => [name, said(text) ?? Text.readable(name)])
    ),
    consents: Object.entries(rule.mode === "active" ? {} : (customers?.consent ?? {})).flatMap(([name, { ask }]) => {
      const text = said(ask)
      return text === undefined ? [] : [{ name, ask: text }]
    }),
    survey: rule.questions && surveyOf(policy, channel, language, answers, Inputs.ofFacts(policy, answers)),
    question: said(rule.question),
    scale: rule.scale
  })
}

/**
 * Returns the questions of a survey that follow from the given answers; `known`: what tables read in addition to the
 * answers.
 */
export const surveyOf = (
  policy: Policy.Policy,
  channel: string,
  language: Bundle.Language,
  answers: Submission.Facts,
  known: Policy.Inputs
): readonly SurveyField[] => {
  const { bundle } = policy
  return Survey.askedOf(policy, channel, { answers, skipped: [] }, known).map(({ fact, ask, required }) => {
    const { type } = bundle.facts[fact] ?? {}
    const { prefilled: _, purpose: __, ...field } = fieldOf(bundle, fact, noForm, language)
    const scale =
      type?._tag === "Amount" && type.min !== undefined && type.max !== undefined
        ? ([type.min, type.max] as const)
        : undefined
    return defined({ ...field, required, title: textIn(ask, language, bundle.language) ?? fact, scale })
  })
}

const noForm: Bundle.FormRule = { require: [], offer: [], prefill: [], questions: {} }

/** Returns the fields. If a score is asked for, it replaces the words, which may come with it. */
const withScore = (form: Bundle.FormRule, { scale }: Bundle.ChannelRule): Bundle.FormRule => {
  if (scale === undefined) return form
  const asksWords = form.require.includes("verbatim")
  return {
    ...form,
    require: ["score", ...form.require.filter((name) => name !== "verbatim")],
    offer: asksWords ? ["verbatim", ...form.offer] : form.offer
  }
}

const namesOf = ({ require, offer, prefill }: Bundle.FormRule): readonly string[] => [
  ...new Set([...require, ...offer, ...prefill])
]

/** The kinds that customers can choose for their feedback; a rating follows from a score. */
const kinds = ["complaint", "suggestion", "inquiry", "praise"]

/** The types of fields that are no facts, if they are not text. */
const types: Readonly<Record<string, FormField["type"]>> = {
  kind: "one-of",
  category: "one-of",
  score: "number",
  attachments: "file"
}

const fieldOf = (
  { facts, dictionary, language: own }: Bundle.Bundle,
  name: string,
  form: Bundle.FormRule,
  language: Bundle.Language
): FormField => {
  const fact = facts[name]
  const said = (text: Bundle.Text | undefined) => textIn(text, language, own)
  const categories = new Map(dictionary.categories.map((category) => [category.name, category]))
  const isCategory = fact === undefined && name === "category"
  const values = isCategory
    ? [...categories.keys()]
    : name === "kind"
      ? kinds
      : fact?.type._tag === "OneOf" || fact?.type._tag === "SomeOf"
        ? fact.type.values
        : undefined
  const called = (value: string): string =>
    said(isCategory ? categories.get(value)?.title : fact?.titles?.[value]) ?? Text.word("kind", value, language)
  return defined({
    name,
    title: said(fact?.title) ?? Text.word("field", name, language),
    type: fact?.kind ?? types[name] ?? "text",
    required: form.require.includes(name),
    prefilled: form.prefill.includes(name),
    purpose: said(fact?.personal),
    values: values?.map((value) => ({ value, title: called(value) }))
  })
}

/** Returns a text in a language, else in the policy's own, else in any. */
const textIn = (text: Bundle.Text | undefined, ...languages: readonly Bundle.Language[]): string | undefined =>
  languages.map((language) => text?.[language]).find((each) => each !== undefined) ?? Object.values(text ?? {})[0]
