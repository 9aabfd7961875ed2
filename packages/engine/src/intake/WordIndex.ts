/**
 * The index of one customer's cases in memory: for each word the places where it was said. It is read from the segments
 * of the store. It returns the cases that can be like new feedback: all that are, and a few that are not.
 */
import { Landing, type Likeness, LikenessBound } from "@hearback/core"

/** The words of a case as a segment contains them. */
export interface IndexEntry {
  readonly id: string
  /** All numbers that the case names. */
  readonly numbers: readonly string[]
  /** The number of texts of the case that earlier segments have; the entry has only further ones. */
  readonly before: number
  readonly said: readonly Said[]
}

interface Said extends LikenessBound.Extent {
  readonly at: number
  readonly words: readonly string[]
}

/** The text that is looked for. */
export interface Sought {
  readonly content: Likeness.WeighedText
  readonly numbers: ReadonlySet<string>
  /**
   * Whether common sentences were left out of it. They would be left out of the others, too, so their weight is not
   * known.
   */
  readonly isShortened: boolean
  /** The likeness from which texts count as alike, from 0 to 1. */
  readonly alike: number
  /** The earliest time of the others.  Units: ms since 1970. */
  readonly from: number
  readonly to: number
}

/** The index of one customer's cases. */
export interface WordIndex {
  /** The number of the last segment that it has. */
  readonly last: number
  add(segment: number, entries: readonly IndexEntry[]): void
  /** Returns the entry of a case with what the index lacks. */
  entryFor(id: string, traits: Landing.Traits): IndexEntry
  /** Returns the ids of cases with a text that can be like this one. */
  like(sought: Sought): ReadonlySet<string>
}

interface KnownCase {
  readonly id: string
  numbers: ReadonlySet<string>
  /** The number of texts of the case. */
  said: number
}

/** A text of a case. */
interface Place extends LikenessBound.Extent {
  readonly of: KnownCase
  readonly at: number
  readonly words: ReadonlySet<Word>
}

/** A word, with the indexes of the places that have it. */
interface Word {
  readonly places: number[]
}

interface SoughtWord extends LikenessBound.Extent {
  readonly word: Word
}

/** Makes an empty index. */
export const makeWordIndex = (): WordIndex => {
  const cases = new Map<string, KnownCase>()
  const places: Place[] = []
  /** The weights of places, in an array of their own, since many are compared and few places are read. */
  const weights: number[] = []
  const words = new Map<string, Word>()
  const meetings = makeMeetings()
  let last = 0

  const wordOf = (text: string): Word => {
    const word = words.get(text) ?? { places: [] }
    words.set(text, word)
    return word
  }

  const add = ({ id, numbers, before, said }: IndexEntry): void => {
    const of = cases.get(id) ?? { id, numbers: new Set(), said: 0 }
    cases.set(id, of)
    of.numbers = new Set(numbers)
    // Two processes may have added the same texts.
    for (const one of said.slice(Math.max(0, of.said - before))) {
      of.said += 1
      const place = { ...one, of, words: new Set(one.words.map(wordOf)) }
      for (const word of place.words) word.places.push(places.length)
      places.push(place)
      weights.push(one.weight)
    }
  }

  /** Returns the words of a text that the index has. */
  const knownWords = ({ weights }: Likeness.WeighedText): readonly SoughtWord[] =>
    [...weights].flatMap(([text, weight]) => {
      const word = words.get(text)
      return word === undefined ? [] : [{ word, weight, mistakable: weight * LikenessBound.shareMistaken(text) }]
    })

  return {
    get last() {
      return last
    },
    add: (segment, entries) => {
      for (const entry of entries) add(entry)
      last = segment
    },
    entryFor: (id, { numbers, said }) => {
      const before = Math.min(cases.get(id)?.said ?? 0, said.length)
      const more = said.slice(before).map(({ at, content }) => ({
        at,
        ...LikenessBound.extentOf(content),
        words: [...content.weights.keys()]
      }))
      return { id, numbers: [...numbers], before, said: more }
    },
    like: (sought) => {
      const { content, numbers, isShortened, alike } = sought
      const own = LikenessBound.extentOf(content)
      // The weight of the others is not known if the text is shortened, so any of them may be like it.
      const least = (other: number): number => LikenessBound.leastEqual(alike, own.weight, isShortened ? 0 : other)
      const known = knownWords(content)
      const isLike = (place: Place): boolean =>
        isShortened ||
        LikenessBound.canBeAlike(alike, own, place, extentOf(known.filter(({ word }) => place.words.has(word))))
      const found = new Set<string>()
      for (const number of meetings.of(known, weights, least)) {
        const place = places[number]
        if (place === undefined || place.at < sought.from || place.at > sought.to) continue
        if (isLike(place) && !Landing.nameOthers(numbers, place.of.numbers)) found.add(place.of.id)
      }
      return found
    }
  }
}

const sum = (a: LikenessBound.Extent, b: LikenessBound.Extent): LikenessBound.Extent => ({
  weight: a.weight + b.weight,
  mistakable: a.mistakable + b.mistakable
})

const extentOf = (words: readonly SoughtWord[]): LikenessBound.Extent => words.reduce(sum, { weight: 0, mistakable: 0 })

/** Finds places that share words with a text. Its buffers are kept, since there are many places and many texts. */
const makeMeetings = () => {
  let shared = new Float64Array(0)
  return {
    /** Returns the places that share enough weight. */
    of: (
      words: readonly SoughtWord[],
      weights: readonly number[],
      needed: (weight: number) => number
    ): readonly number[] => {
      if (weights.length > shared.length) shared = new Float64Array(weights.length * 2)
      const met: number[] = []
      for (const { word, weight } of words)
        for (const place of word.places) {
          const before = shared[place] ?? 0
          if (before === 0) met.push(place)
          shared[place] = before + weight
        }
      const found = met.filter((place) => (shared[place] ?? 0) >= needed(weights[place] ?? 0))
      for (const place of met) shared[place] = 0
      return found
    }
  }
}
