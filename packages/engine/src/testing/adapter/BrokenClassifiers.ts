import type { Classification, Classifier } from "../../port/Classifier.ts"
import type { Broken } from "./Broken.ts"
import type { ClassifierFixture } from "./ClassifierLaws.ts"

/** Returns a classifier that keeps every law: it looks for the name of the category. */
const whole = (): Classifier => ({
  classify: async (text, { categories }) => {
    const category = categories.find((name) => text.includes(name)) ?? categories[0]
    if (category === undefined) throw new Error("nothing to choose from")
    const start = text.indexOf(category)
    return { category, confidence: 0.9, ...(start < 0 ? {} : { spans: [[start, start + category.length]] as const }) }
  }
})

const broken = (law: string, fault: string, make: (classifier: Classifier) => Classifier["classify"]) => ({
  law,
  fault,
  make: async () => ({
    classifier: { classify: make(whole()) },
    texts: ["about billing", "it is delivery, again"],
    categories: ["billing", "delivery"]
  })
})

const changed = (law: string, fault: string, change: (answer: Classification) => Classification) =>
  broken(law, fault, (classifier) => async (text, options) => change(await classifier.classify(text, options)))

const offered = "it answers with a category that it was offered, and with no other"

/** Classifiers that are each wrong in one way. */
export const brokenClassifiers: readonly Broken<ClassifierFixture>[] = [
  changed(offered, "answers with labels of its own", (answer) => ({ ...answer, category: "BILLING_ISSUE" })),
  changed(offered, "names the winner as runner-up", (answer) => ({ ...answer, runnerUp: answer.category })),
  broken(
    "it chooses among the categories of this call, not among those of an earlier one",
    "remembers the first list",
    (classifier) => {
      let first: readonly string[] | undefined
      return async (text, options) => {
        first ??= options.categories
        const answer = await classifier.classify(text, { ...options, categories: first })
        return answer
      }
    }
  ),
  broken(
    "it chooses among the categories of this call, not among those of an earlier one",
    "was trained on a list",
    (classifier) => (text, options) => classifier.classify(text, { ...options, categories: ["billing", "delivery"] })
  ),
  changed("its confidence is a number from 0 to 1", "counts in per cent", (answer) => ({
    ...answer,
    confidence: answer.confidence * 100
  })),
  changed(
    "its spans lie within the text, each from a start to a later end, in whole UTF-16 units",
    "counts from the end",
    (answer) => ({ ...answer, spans: [[-3, -1]] })
  ),
  broken("texts that come at once are not mixed up", "keeps one text for all", (classifier) => {
    let current = ""
    return async (text, options) => {
      current = text
      await new Promise((resolve) => setImmediate(resolve))
      return classifier.classify(current, options)
    }
  })
]
