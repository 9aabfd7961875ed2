/** Reads feedback that a step submits. */
import type { Command } from "@hearback/core"
import { defined, Instant } from "@hearback/core"
import { diagnose } from "../diagnostic/Diagnostic.ts"
import { guessed } from "../diagnostic/UnknownWords.ts"
import { factsOf, known, languageOf, sentenceOf, wordOf } from "../people/Context.ts"
import { get, isMap, isScalar, itemsOf, type MapNode, type Node } from "../source/Node.ts"
import { same } from "../text/TranslatedTexts.ts"
import { type ScenarioContext, wrongType } from "./Context.ts"

/** The feedback of a `submit` step. */
export interface ScenarioFeedback {
  readonly submission: Command.Submission
  readonly key?: string
  readonly received?: number
  readonly thread?: string
  readonly automatic?: boolean
}

const fields = [
  "key",
  "channel",
  "customer",
  "verbatim",
  "description",
  "received",
  "happened-at",
  "where",
  "demand",
  "hoped-for-by",
  "score",
  "kind",
  "category",
  "consent",
  "attachments",
  "facts",
  "thread",
  "automatic"
]
const ofStep = ["at", "by", "expect", "submit"]

/** Reads the feedback of a `submit` step. */
export const submittedOf = (
  context: ScenarioContext,
  step: MapNode,
  at: number | undefined
): ScenarioFeedback | undefined => {
  for (const { key } of step.entries) {
    if (fields.includes(key.text) || ofStep.includes(key.text)) continue
    const where = same("`submit`")
    context.told.push(
      diagnose("shape/unknown-key", { key: key.text, where, allowed: fields, ...guessed(key.text, fields) }, key.span)
    )
  }
  const { bundle } = context
  const channel = known(context, "channel", get(step, "channel"), Object.keys(bundle.channels))
  if (get(step, "channel") === undefined)
    context.told.push(diagnose("scenario/missing-argument", { verb: "submit", argument: "channel" }, step.span))
  const kind = known(context, "kind", get(step, "kind"), ["complaint", "suggestion", "inquiry", "praise", "rating"])
  const score = get(step, "score")
  const texts = {
    verbatim: sentenceOf(get(step, "verbatim")),
    description: sentenceOf(get(step, "description")),
    happenedAt: wordOf(get(step, "happened-at")),
    where: sentenceOf(get(step, "where")),
    demand: sentenceOf(get(step, "demand")),
    hopedForBy: wordOf(get(step, "hoped-for-by")),
    kind,
    category: known(
      context,
      "category",
      get(step, "category"),
      bundle.dictionary.categories.map(({ name }) => name)
    ),
    score: isScalar(score) && typeof score.value === "number" ? score.value : undefined,
    facts: factsOf(context, get(step, "facts")),
    consent: wordsOf(get(step, "consent")),
    attachments: wordsOf(get(step, "attachments"))
  }
  const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined))
  const customer = customerOf(context, get(step, "customer"), channel ?? "")
  const received = receivedOf(context, get(step, "received"), at)
  const key = wordOf(get(step, "key"))
  if (channel === undefined) return undefined
  return defined({ submission: { channel, ...customer, ...given }, key, ...threadOf(context, step), received })
}

/** Keys for values of the message's envelope, apart from its words. */
const threadOf = (context: ScenarioContext, step: MapNode): Pick<ScenarioFeedback, "thread" | "automatic"> => {
  const thread = known(context, "case", get(step, "thread"), [...context.cases])
  const automatic = get(step, "automatic")
  return defined({ thread, automatic: automatic && isYes(automatic) })
}

/** Returns whether a value means yes. */
export const isYes = (node: Node | undefined): boolean =>
  node !== undefined && isScalar(node) && (node.value === true || ["yes", "true", "是"].includes(String(node.value)))

const wordsOf = (node: Node | undefined): readonly string[] | undefined =>
  node === undefined ? undefined : itemsOf(node).flatMap((item) => wordOf(item) ?? [])

/** Reads the customer: the id of one in the people file, or a new customer with all values. */
const customerOf = (context: ScenarioContext, node: Node | undefined, channel: string): Partial<Command.Submission> => {
  if (node === undefined) return {}
  if (!isMap(node)) {
    const customer = known(context, "customer", node, [...context.customers])
    return defined({ customer })
  }
  const id = wordOf(get(node, "id"))
  if (id === undefined) {
    wrongType(context, node, "customer", (t) => t.thing.customer)
    return {}
  }
  context.customers.add(id)
  const name = sentenceOf(get(node, "name"))
  const address = sentenceOf(get(node, "address"))
  const language = languageOf(context, get(node, "language"))
  const addresses = address === undefined ? undefined : { [channel]: address }
  return defined({ customer: id, customerName: name, customerLanguage: language, addresses })
}

/** Checks that the customer did not say it after it was received. */
const receivedOf = (context: ScenarioContext, node: Node | undefined, at: number | undefined): number | undefined => {
  const text = wordOf(node)?.trim()
  if (node === undefined || text === undefined) return undefined
  const received = Instant.parseInstant(text, context.zone)
  if (received === undefined || (at !== undefined && received > at)) {
    context.told.push(diagnose("value/bad-date", { found: text }, node.span))
    return undefined
  }
  return received
}
