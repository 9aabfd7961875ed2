/** What a piece of feedback would become, as plain data; each part has the line of the policy that decides it. */
import {
  type Bundle,
  type Case,
  defined,
  Instant,
  inLanguage,
  type Person,
  type Policy,
  type Step,
  Text
} from "@hearback/core"
import { type Place, placeOf } from "../answer/Place.ts"
import { type Authorised, authorityOf } from "./Authority.ts"
import { clocksOf, gatesOf, type PreviewClock, type PreviewGate, type TitleOf, type WhyOf } from "./Obligations.ts"

/** Words with their offsets: UTF-16 units of the text, half-open. */
export interface WordSpot {
  readonly word: string
  readonly start: number
  readonly end: number
}

/**
 * What feedback would become: its reading, grades, owner, deadlines, gates, limits and messages, each with the line of
 * the policy (`why`).
 */
export interface Preview {
  /** The policy that decides: its id and content hash. */
  readonly policy: { readonly id: string; readonly content: string }
  /** The instant of the preview, in ISO 8601. */
  readonly at: string
  /** The kind of the feedback, what decided it and the words that show it (`hits`). */
  readonly kind: {
    readonly name: string
    readonly decidedBy: string
    readonly hits: readonly WordSpot[]
    readonly why: Place | null
  }
  /** The loop that the case would go through; null if there is none. */
  readonly loop: { readonly name: string; readonly why: Place | null } | null
  /**
   * The category, its confidence from 0 to 1, the second most likely one, and the candidates if a person has to choose.
   */
  readonly category: {
    readonly name: string
    readonly title: string
    readonly sure: boolean
    /** Share, 0 to 1. */
    readonly confidence: number
    readonly hits: readonly WordSpot[]
    readonly second: {
      readonly name: string
      readonly title: string
      readonly confidence: number
      readonly hits: readonly WordSpot[]
    } | null
    /** The categories that tie, where it is left to a person. */
    readonly candidates: readonly {
      readonly name: string
      readonly title: string
      readonly hits: readonly WordSpot[]
    }[]
    readonly why: Place | null
  } | null
  /** The emotion with the words that show it. `by`: the word that moved it by one level. */
  readonly emotion: {
    readonly level: string
    /** `by` is the word that moved it one level. */
    readonly hits: readonly (WordSpot & { readonly level: string; readonly by?: string })[]
    readonly why: Place | null
  } | null
  /** The signals with the words that show them. */
  readonly signals: readonly { readonly name: string; readonly hits: readonly WordSpot[]; readonly why: Place | null }[]
  /** The role that is asked to review the reading, if the words do not decide it. */
  readonly review: { readonly by: string; readonly why: Place | null } | null
  /** The level of each dimension, with the points that were added up for it and the level that a rule lifted. */
  readonly grades: Readonly<
    Record<
      string,
      {
        readonly value: string
        /** What was added up for it. */
        readonly points?: readonly { readonly points: number; readonly why: Place | null }[]
        readonly lifted?: { readonly from: string; readonly why: Place | null }
        readonly why: Place | null
      }
    >
  >
  /** The owner and the rule that makes them the owner (`as`). */
  readonly owner: {
    readonly id: string
    readonly name: string
    readonly roles: readonly string[]
    readonly as: string
    readonly why: Place | null
  }
  /** The department that would answer for the case; null if there is none. */
  readonly department: {
    readonly name: string
    readonly title: string
    readonly contact: string | null
    readonly why: Place | null
  } | null
  /** The clocks that would run. */
  readonly clocks: readonly PreviewClock[]
  /** The gates of the loop. */
  readonly gates: readonly PreviewGate[]
  /** What each role could grant on the case. */
  readonly authority: Authorised
  /** The messages that would leave at once. */
  readonly sends: readonly {
    readonly message: string
    readonly to: string
    readonly audience: string
    readonly text: string | null
    readonly why: Place | null
  }[]
}

/** Makes the preview of a step. */
export const previewOf = (
  policy: Policy.Policy,
  step: Step.Step,
  text: string,
  people: readonly Person.PersonState[],
  at: number,
  language: Bundle.Language
): Preview => {
  const { bundle } = policy
  const { state } = step
  const why = (rule: string | undefined): Place | null => placeOf(policy, rule) ?? null
  const titled = (title: Bundle.Text | undefined, name: string): string =>
    inLanguage(title, language, bundle.language) ?? Text.readable(name)
  return {
    policy: { id: bundle.id, content: bundle.content },
    at: Instant.renderIso(at),
    ...understoodOf(bundle, state, text, why, titled),
    loop:
      state.lifecycle.loop === undefined
        ? null
        : { name: state.lifecycle.loop, why: why(`loops.${state.lifecycle.loop}.when`) },
    review:
      state.feedback.review === undefined ? null : { by: state.feedback.review, why: why("dictionary.sure-above") },
    grades: gradesOf(bundle, state, why),
    owner: ownerOf(step, people, why),
    department: departmentOf(step, bundle, why, titled),
    clocks: clocksOf(policy, state, why, titled, language),
    gates: gatesOf(policy, state, why, titled),
    authority: authorityOf(policy, state, people, language, why),
    sends: step.events.flatMap((event) =>
      event.event === "message-queued"
        ? [
            {
              message: event.message,
              to: event.to,
              audience: event.audience,
              text: event.text ?? null,
              why: why(event.why ?? `messages.${event.message}`)
            }
          ]
        : []
    )
  }
}

const understoodOf = (
  bundle: Bundle.Bundle,
  { feedback }: Case.Case,
  text: string,
  why: WhyOf,
  titled: TitleOf
): Pick<Preview, "kind" | "category" | "emotion" | "signals"> => {
  const found = feedback.understanding
  const own = ({ start, end }: Omit<WordSpot, "word">): WordSpot => ({ word: text.slice(start, end), start, end })
  /** Returns whether a word stands for a category. A word for a category also stands for those above it. */
  const hitsOf = (name: string): readonly WordSpot[] => {
    const all = above(bundle, name)
    return found?.hits.filter((hit) => all.includes(hit.category)).map(own) ?? []
  }
  const categoryTitle = (name: string): string =>
    titled(bundle.dictionary.categories.find((each) => each.name === name)?.title, name)
  const kind = found?.kind ?? bundle.dictionary.otherwiseKind
  return {
    kind: {
      name: kind,
      decidedBy: found?.decidedBy ?? "words",
      hits: found?.kindHits.filter((hit) => (hit.kind ?? kind) === kind).map(own) ?? [],
      why: why(kindRule(bundle, feedback))
    },
    category:
      found?.category === undefined
        ? null
        : {
            name: found.category,
            title: categoryTitle(found.category),
            sure: found.sure,
            confidence: found.confidence,
            hits: hitsOf(found.category),
            second:
              found.second === undefined
                ? null
                : {
                    name: found.second.category,
                    title: categoryTitle(found.second.category),
                    confidence: found.second.confidence,
                    hits: hitsOf(found.second.category)
                  },
            candidates: (found.candidates ?? []).map(({ category, hits }) => ({
              name: category,
              title: categoryTitle(category),
              hits: hits.map(own)
            })),
            why: why(`dictionary.categories.${found.category}`)
          },
    emotion:
      found?.emotion === undefined
        ? null
        : {
            level: found.emotion,
            hits: found.emotionHits.map((hit) => defined({ ...own(hit), level: hit.level, by: hit.by })),
            why: why(`dictionary.emotions.${found.emotion}`)
          },
    signals: (found?.signals ?? []).map((name) => ({
      name,
      hits: (found?.signalHits ?? []).filter(({ signal }) => signal === name).map(own),
      why: why(`dictionary.signals.${name}`)
    }))
  }
}

/** Returns a category and those above it. */
const above = ({ dictionary }: Bundle.Bundle, name: string): readonly string[] => {
  const chain: string[] = []
  for (let at: string | undefined = name; at !== undefined && !chain.includes(at); ) {
    chain.push(at)
    at = dictionary.categories.find((each) => each.name === at)?.under
  }
  return chain
}

const kindRule = (bundle: Bundle.Bundle, { receipt, understanding }: Case.Case["feedback"]): string | undefined => {
  if (understanding === undefined || understanding.decidedBy === "host") return undefined
  if (understanding.decidedBy === "score") return `channels.${receipt?.channel ?? ""}.kind-by-score`
  const deciding = understanding.kindHits.filter((hit) => (hit.kind ?? understanding.kind) === understanding.kind)
  if (deciding.length > 0)
    return deciding.every(({ tone }) => tone !== undefined)
      ? "dictionary.tone"
      : `dictionary.kinds.${understanding.kind}`
  // A strong emotion turns another kind of feedback into a complaint.
  if (understanding.kindHits.length > 0 && understanding.emotion !== undefined)
    return `dictionary.emotions.${understanding.emotion}`
  const category = bundle.dictionary.categories.find(({ name }) => name === understanding.category)
  return category?.kind === understanding.kind
    ? `dictionary.categories.${category.name}.kind`
    : "dictionary.kinds.otherwise"
}

const gradesOf = (bundle: Bundle.Bundle, { grades }: Case.Case, why: WhyOf): Preview["grades"] =>
  Object.fromEntries(
    bundle.grading.flatMap(({ name }) => {
      const grade = grades[name]
      if (grade === undefined) return []
      const lifted = grade.lifted && { from: grade.lifted.from, why: why(grade.lifted.rule) }
      const points = grade.points?.map((each) => ({ points: each.points, why: why(each.rule) }))
      return [[name, defined({ value: grade.level, points, lifted, why: why(grade.rule) })]]
    })
  )

const ownerOf = ({ state, events }: Step.Step, people: readonly Person.PersonState[], why: WhyOf): Preview["owner"] => {
  const { owner } = state.ownership
  const assigned = events.findLast((event) => event.event === "owner-assigned")
  const person = people.find(({ id }) => id === owner)
  return {
    id: owner,
    name: person?.name ?? owner,
    roles: person?.roles ?? [],
    as: assigned?.event === "owner-assigned" ? assigned.as : "",
    why: why(assigned?.why)
  }
}

const departmentOf = (
  { state, events }: Step.Step,
  bundle: Bundle.Bundle,
  why: WhyOf,
  titled: TitleOf
): Preview["department"] => {
  const name = state.ownership.department
  if (name === undefined) return null
  const asked = events.findLast((event) => event.event === "department-asked")
  return {
    name,
    title: titled(bundle.departments[name]?.title, name),
    contact: asked?.event === "department-asked" ? (asked.contact ?? null) : null,
    why: why(asked?.why)
  }
}
