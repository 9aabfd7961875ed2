/**
 * Asks the host's classifier for the category of an arrival, within a time limit. If it fails or is late, the
 * dictionary decides, and the record says so.
 */
import type { Command, Policy } from "@hearback/core"
import { defined } from "@hearback/core"
import * as Answers from "../context/Answers.ts"
import type { EngineContext } from "../context/Context.ts"
import { isEngineError } from "../context/EngineError.ts"
import type { Classification } from "../port/Classifier.ts"

/** Returns a submission with the classifier's result; unchanged if there is no classifier or nothing to read. */
export const withSuggestedCategory = async (
  { classifier, call }: EngineContext,
  policy: Policy.Policy,
  feedback: Command.Submission
): Promise<Command.Submission> => {
  const text = [feedback.verbatim ?? "", feedback.description ?? ""].filter((part) => part !== "").join("\n")
  if (classifier === undefined || text.trim() === "") return feedback
  const categories = policy.bundle.dictionary.categories.map(({ name }) => name)
  const { timeoutMs } = classifier
  const language = feedback.customerLanguage
  try {
    const answer = await call(
      defined({ port: "classifier", operation: "classify", timeoutMs, personal: () => [text] }),
      async (signal) =>
        Answers.classification(await classifier.classify(text, defined({ categories, signal, language })))
    )
    return { ...feedback, suggested: isSound(answer, categories, text) ? answer : { failed: "no-category" } }
  } catch (cause) {
    if (!isEngineError(cause)) throw cause
    return { ...feedback, suggested: { failed: cause.code === "adapter/late" ? "late" : "failed" } }
  }
}

/** Returns whether an answer has a category of the policy, a valid share, and places within the text. */
const isSound = (answer: Classification, categories: readonly string[], text: string): boolean => {
  const { category, confidence, spans = [], runnerUp } = answer
  return (
    categories.includes(category) &&
    confidence >= 0 &&
    confidence <= 1 &&
    spans.every(([start, end]) => Number.isInteger(start) && start >= 0 && start < end && end <= text.length) &&
    (runnerUp === undefined || categories.includes(runnerUp))
  )
}
