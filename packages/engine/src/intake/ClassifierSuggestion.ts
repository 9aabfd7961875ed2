/**
 * Asks the host's classifier what an arrival is about, and never waits for it longer than it may take: where it fails
 * or is late the dictionary decides, and the record says so.
 */
import type { Command, Policy } from "@hearback/core"
import { defined } from "@hearback/core"
import type { Classification, Classifier } from "../port/Classifier.ts"

const defaultTimeoutMs = 2_000

/** Returns a submission with what the classifier makes of it; unchanged where there is none, or nothing to read. */
export const withSuggestedCategory = async (
  classifier: Classifier | undefined,
  policy: Policy.Policy,
  feedback: Command.Submission
): Promise<Command.Submission> => {
  const text = [feedback.verbatim ?? "", feedback.description ?? ""].filter((part) => part !== "").join("\n")
  if (classifier === undefined || text.trim() === "") return feedback
  const categories = policy.bundle.dictionary.categories.map(({ name }) => name)
  const signal = AbortSignal.timeout(classifier.timeoutMs ?? defaultTimeoutMs)
  try {
    const answered = classifier.classify(text, defined({ categories, signal, language: feedback.customerLanguage }))
    const answer = await Promise.race([answered, aborted(signal)])
    return { ...feedback, suggested: isSound(answer, categories, text) ? answer : { failed: "no-category" } }
  } catch {
    return { ...feedback, suggested: { failed: signal.aborted ? "late" : "failed" } }
  }
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }))

/** A category of the policy, a share, and places within the text. */
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
