/**
 * Reading words: one feedback of itr-service is classified and graded, and dictionaries of 10² to 10⁵ words are
 * searched. The case is opened as well, with its gates and clocks, since grading is part of that step.
 *
 * One feedback is compared with what a small program would do: one alternation of all words for categories, emotions
 * and kinds, the category of the first hit, and the grade by a few `if`. It weighs no evidence, knows no negation, no
 * quoted mail and no words of degree, and finds Latin words inside others. Dictionaries are compared with `includes`,
 * word by word, which needs no preparation and pays for each word.
 */
import { Actor, Case, Classify, Policy, Step } from "@hearback/core"
import type { Measure } from "./bench.ts"
import * as Examples from "./Examples.ts"
import { mulberry } from "./Examples.ts"
import { race } from "./Race.ts"
import { time } from "./Report.ts"

/** Measures this subject. */
export const measure: Measure = (give) => {
  oneFeedback(give)
  dictionaries(give)
}

const oneFeedback = (give: Parameters<Measure>[0]): void => {
  const policy = Policy.load(Examples.bundle("itr-service"))
  const texts = Examples.words()
  const { dictionary } = policy.bundle
  const byHand = readerByHand(dictionary)
  const at = Date.UTC(2026, 9, 13, 2)
  const actor = Actor.channel("热线")
  const meta = { id: "c1", occurredAt: at, receivedAt: at, actor, draw: 0, gathered: { people: [], ledgers: {} } }
  const open = (verbatim: string): Case.Case =>
    Step.step(policy, Case.empty("A"), { do: "submit", case: "A", channel: "热线", verbatim }, meta).state
  const raced = race([
    {
      name: "ours",
      run: (times) => {
        let last: unknown
        for (let i = 0; i < times; i++) last = open(texts[i % texts.length] as string)
        return last
      }
    },
    {
      name: "classify",
      run: (times) => {
        let last: unknown
        for (let i = 0; i < times; i++) last = policy.classifier.classify(texts[i % texts.length] as string)
        return last
      }
    },
    {
      name: "hand",
      run: (times) => {
        let last: unknown
        for (let i = 0; i < times; i++) last = byHand(texts[i % texts.length] as string)
        return last
      }
    }
  ])
  const characters = texts.reduce((sum, text) => sum + text.length, 0) / texts.length
  give({
    what: `classify, grade and open a feedback of ${Math.round(characters)} characters`,
    ours: time(raced.ns("ours")),
    limit: `one alternation ${time(raced.ns("hand"))}`,
    ratio: raced.ratio("ours", "hand")
  })
  give({
    what: "of it to classify",
    ours: time(raced.ns("classify")),
    limit: `one alternation ${time(raced.ns("hand"))}`,
    ratio: raced.ratio("classify", "hand")
  })
}

const readerByHand = (dictionary: Classify.Dictionary) => {
  const meaning = new Map<string, string>()
  for (const { name, words } of dictionary.categories) for (const word of words) meaning.set(word, `category ${name}`)
  for (const { level, words } of dictionary.emotions) for (const word of words) meaning.set(word, `emotion ${level}`)
  for (const { kind, words } of dictionary.kinds) for (const word of words) meaning.set(word, `kind ${kind}`)
  const all = new RegExp([...meaning.keys()].map((word) => word.replace(/[^\p{L}\p{N} ]/gu, "\\$&")).join("|"), "giu")
  return (text: string) => {
    const found: Record<string, string> = {}
    for (const [word] of text.matchAll(all)) {
      const [what = "", value = ""] = (meaning.get(word) ?? "").split(" ")
      found[what] ??= value
    }
    const urgency = found["emotion"] === "愤怒" ? "紧急" : found["category"] === "流程规范" ? "常规" : "重要"
    return { ...found, urgency, priority: urgency === "紧急" ? "P1" : urgency === "重要" ? "P2" : "P4" }
  }
}

const sizes = [100, 1_000, 10_000, 100_000] as const

const dictionaries = (give: Parameters<Measure>[0]): void => {
  const random = mulberry(5)
  const letters =
    "的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长"
  const made = (): string =>
    Array.from({ length: 2 + Math.floor(random() * 4) }, () => letters[Math.floor(random() * letters.length)]).join("")
  const words = new Set<string>()
  while (words.size < (sizes.at(-1) ?? 0)) words.add(made())
  const all = [...words]
  // The same text for every size. One word in twenty characters is in the smallest dictionary, and so in all of them.
  // The rest is in none, so the number of hits is the same for every size.
  const plain = "甲乙丙丁戊己庚辛壬癸"
  const text = Array.from({ length: 50 }, () => {
    const word = all[Math.floor(random() * 100)] ?? ""
    return word + Array.from({ length: 16 }, () => plain[Math.floor(random() * plain.length)]).join("")
  }).join("")
  // A classifier remembers the last text, so two texts alternate and each is read.
  const texts = [text, `${text.slice(1)}${text.slice(0, 1)}`] as const
  const dictionaryOf = (size: number): Classify.Dictionary => ({
    kinds: [],
    otherwiseKind: "complaint",
    categories: Array.from({ length: 20 }, (_, i) => ({
      name: `c${i}`,
      words: all.slice(0, size).filter((_, n) => n % 20 === i)
    })),
    emotions: [],
    tone: [],
    negation: ["不", "没"],
    stronger: ["很"],
    weaker: ["有点"],
    signals: [],
    sureAbove: 0.7
  })
  const classifiers = sizes.map((size) => ({ size, classifier: Classify.compile(dictionaryOf(size)) }))
  const raced = race([
    ...classifiers.map(({ size, classifier }) => ({
      name: `ours-${size}`,
      run: (times: number) => {
        let last: unknown
        for (let i = 0; i < times; i++) last = classifier.classify(texts[i & 1] as string)
        return last
      }
    })),
    ...sizes.map((size) => ({
      name: `scan-${size}`,
      run: (times: number) => {
        let found = 0
        for (let i = 0; i < times; i++) for (let n = 0; n < size; n++) if (text.includes(all[n] as string)) found += 1
        return found
      }
    }))
  ])
  for (const size of sizes) {
    const perCharacter = (name: string): string => `${time(raced.ns(name) / text.length)}`
    give({
      what: `a character, dictionary of ${size.toLocaleString("en")} words`,
      ours: perCharacter(`ours-${size}`),
      limit: `includes, each word ${perCharacter(`scan-${size}`)}`,
      ratio: raced.ratio(`ours-${size}`, `scan-${size}`)
    })
  }
  give({
    what: "a character, 100,000 words beside 100: flat",
    ours: time(raced.ns("ours-100000") / text.length),
    limit: `of 100 words ${time(raced.ns("ours-100") / text.length)}`,
    ratio: raced.ratio("ours-100000", "ours-100"),
    // The work is the same. What grows is the automaton, which then lies in slower memory.
    target: 2
  })
  const built = race(
    sizes.slice(0, 3).map((size) => ({
      name: String(size),
      run: (times: number) => {
        let last: unknown
        for (let i = 0; i < times; i++) last = Classify.compile(dictionaryOf(size))
        return last
      }
    })),
    { rounds: 5, roundMs: 40 }
  )
  give({
    what: "building, a word of 10,000 beside one of 100",
    ours: time(built.ns("10000") / 10_000),
    limit: `of 100 words ${time(built.ns("100") / 100)}`,
    ratio: built.ratio("10000", "100") / 100
  })
}
