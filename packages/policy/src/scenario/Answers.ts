/** Reads what a step expects of survey answers so far: their number, each answer, and the mean of a scale. */
import type { FactDeclaration, FactType } from "../bundle/Bundle.ts"
import { diagnose } from "../diagnostic/Diagnostic.ts"
import { guessed, unknownName } from "../diagnostic/UnknownWords.ts"
import type { MapEntry } from "../source/Node.ts"
import { parseCell } from "../value/Cell.ts"
import type { ScenarioContext } from "./Context.ts"
import { plainCell } from "./Measure.ts"
import type { ExpectationCheck } from "./Scenario.ts"

const count: FactType = { _tag: "Amount", scale: 0, unit: "", min: 0 }
const share: FactType = { _tag: "Amount", scale: 2, unit: "%", min: 0, max: 100 }
const mean: FactType = { _tag: "Amount", scale: 2, unit: "" }

/** Returns the questions of all surveys, by the facts that they ask for. */
const questionsIn = ({ bundle }: ScenarioContext): readonly string[] => [
  ...new Set(Object.values(bundle.channels).flatMap(({ questions = [] }) => questions.map(({ fact }) => fact)))
]

/** Reads the expected count of one answer: a number of customers, or a share of those who answered. */
export const answerOf = (
  context: ScenarioContext,
  { text: question, span }: MapEntry["key"],
  { key, value }: MapEntry
): ExpectationCheck | undefined => {
  const questions = questionsIn(context)
  const declared = questions.includes(question) ? context.bundle.facts[question] : undefined
  if (declared === undefined) {
    context.told.push(unknownName("question", question, questions, span))
    return undefined
  }
  const answer = answerNamed(context, question, declared, key)
  if (answer === undefined) return undefined
  const isShare = answer !== "answered" && /[%％]/u.test(JSON.stringify(plainCell(value)))
  const type = answer === "mean" ? mean : isShare ? share : count
  const cell = parseCell(plainCell(value), type, { unknown: false, zone: context.zone })
  if (cell.ok) return { _tag: "Answers", question, answer, target: { type, good: cell.set } }
  const { expected, found } = cell.problem
  context.told.push(diagnose("cell/wrong-type", { input: `${question}.${answer}`, expected, found }, value.span))
  return undefined
}

/** Returns the answer that a key names, as the fact writes it. */
const answerNamed = (
  context: ScenarioContext,
  question: string,
  declared: FactDeclaration,
  key: MapEntry["key"]
): string | undefined => {
  const known = ["answered", ...(declared.kind === "scale" ? ["mean"] : []), ...answersTo(declared)]
  const word = Object.hasOwn(chinese, key.text) ? (chinese[key.text] ?? key.text) : key.text
  if (known.includes(word)) return word
  context.told.push(
    diagnose("cell/unknown-value", { input: question, found: key.text, known, ...guessed(key.text, known) }, key.span)
  )
  return undefined
}

/** Answers that belong to the language, by their Chinese words. */
const chinese: Readonly<Record<string, string>> = { 是: "yes", 否: "no", 无: "none" }

/** Returns whether a question has answers that can be counted. Free text has none. */
const answersTo = ({ kind, type }: FactDeclaration): readonly string[] => {
  if (type._tag === "OneOf") return type.values
  if (type._tag === "SomeOf") return [...type.values, "none"]
  if (type._tag === "Flag") return ["yes", "no"]
  if (kind !== "scale" || type._tag !== "Amount") return []
  const { min = 0, max = 0 } = type
  return Array.from({ length: max - min + 1 }, (_, i) => String(min + i))
}
