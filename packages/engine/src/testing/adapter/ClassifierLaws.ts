/** Laws of a classifier: it chooses one of the offered categories, and says how sure it is and which words decided. */
import assert from "node:assert/strict"
import type { Classification, Classifier } from "../../port/Classifier.ts"
import { type Disposable, type Law, law } from "../laws/Law.ts"

/** A classifier under test. */
export interface ClassifierFixture extends Disposable {
  readonly classifier: Classifier
  /** Texts that the classifier can classify. */
  readonly texts: readonly string[]
  /** The categories to choose from. */
  readonly categories: readonly string[]
}

/** A law of a classifier. */
export type ClassifierLaw = Law<ClassifierFixture, never>

const classifierLaw = (
  name: string,
  because: string,
  body: (fixture: ClassifierFixture) => Promise<void>
): ClassifierLaw => law<ClassifierFixture>({ name, because, needs: [] }, body)

const { signal } = new AbortController()

/** Returns the classifier's answer to each text, in order. */
const answers = async (
  { classifier, texts }: ClassifierFixture,
  categories: readonly string[]
): Promise<readonly (readonly [text: string, answer: Classification])[]> => {
  assert.ok(texts.length > 0, "the fixture has texts")
  const found: (readonly [string, Classification])[] = []
  for (const text of texts) found.push([text, await classifier.classify(text, { categories, signal })])
  return found
}

/** Returns an answer, or undefined if it throws, which is allowed and means "no opinion now". */
const opinion = (call: Promise<Classification>): Promise<Classification | undefined> => call.catch(() => undefined)

/** The laws of classifiers. */
export const classifierLaws: readonly ClassifierLaw[] = [
  classifierLaw(
    "it answers with a category that it was offered, and with no other",
    "a category that the policy does not have is thrown away: the classifier would be asked for nothing",
    async (fixture) => {
      for (const [, { category, runnerUp }] of await answers(fixture, fixture.categories)) {
        assert.ok(fixture.categories.includes(category), `${category} was not offered`)
        if (runnerUp === undefined) continue
        assert.ok(fixture.categories.includes(runnerUp), `${runnerUp} was not offered`)
        assert.notEqual(runnerUp, category, "the runner-up is the category itself")
      }
    }
  ),

  classifierLaw(
    "it chooses among the categories of this call, not among those of an earlier one",
    "two tenants, or two versions of a policy, have other categories",
    async ({ classifier, texts, categories }) => {
      for (const only of categories) {
        const answer = await opinion(classifier.classify(texts[0] ?? "", { categories: [only], signal }))
        if (answer !== undefined) assert.equal(answer.category, only)
      }
    }
  ),

  classifierLaw(
    "its confidence is a number from 0 to 1",
    "`dictionary.sure-above` compares with it: per cent would always be believed",
    async (fixture) => {
      for (const [, { confidence }] of await answers(fixture, fixture.categories))
        assert.ok(confidence >= 0 && confidence <= 1, `a confidence of ${confidence}`)
    }
  ),

  classifierLaw(
    "its spans lie within the text, each from a start to a later end, in whole UTF-16 units",
    "people are shown these words as the reason; a wrong place shows other words, or none",
    async (fixture) => {
      for (const [text, { spans = [] }] of await answers(fixture, fixture.categories))
        for (const [start, end] of spans) {
          const isWithin = start >= 0 && start < end && end <= text.length
          assert.ok(
            Number.isInteger(start) && Number.isInteger(end) && isWithin,
            `a span from ${start} to ${end} of ${text.length}`
          )
        }
    }
  ),

  classifierLaw(
    "texts that come at once are not mixed up",
    "the complaint of one customer would be filed under the words of another",
    async (fixture) => {
      const { classifier, texts, categories } = fixture
      const alone = await answers(fixture, categories)
      const together = await Promise.all(
        texts.map((text) => opinion(classifier.classify(text, { categories, signal })))
      )
      for (const [n, [text, { category }]] of alone.entries()) {
        const answer = together[n]
        if (answer !== undefined) assert.equal(answer.category, category, `of \`${text}\``)
      }
    }
  )
]
