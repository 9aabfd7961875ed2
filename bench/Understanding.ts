/**
 * How well the base pack reads labelled texts: praise and fault, and the kind of the case that is opened.
 *
 * npm run bench -- --only understanding reviews.csv --text body --label stars
 *
 * Without a file the reviews of the example dining-reviews are read. Labels may be stars (1 to 5: one and two find
 * fault, four and five praise), 0 and 1, -1 to 1, 1 and 2, or words such as negative and positive; texts with any other
 * label are left out. It is compared with the most frequent label, and with the same words counted without any grammar.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { type Classify, Policy } from "@hearback/core"
import { compile } from "@hearback/policy"
import { parse } from "csv-parse/sync"
import type { Measure } from "./bench.ts"
import { mulberry } from "./Examples.ts"
import { bytes, time } from "./Report.ts"

type Side = "negative" | "positive"
const sides: readonly Side[] = ["negative", "positive"]

interface Row {
  readonly text: string
  readonly label: string
  readonly side: Side
}

/** Measures this subject. */
export const measure: Measure = (give) => {
  const rows = labelled()
  const policy = Policy.load(base())
  const plain = plainReader(policy.bundle.dictionary.tone)
  const found = rows.map(({ text }) => policy.classifier.classify(text))
  const told = (what: string, ours: string, limit = "", ratio = Number.NaN): void => give({ what, ours, limit, ratio })
  const count = (side: Side): number => rows.filter((row) => row.side === side).length
  told(
    "texts: negative, positive",
    `${count("negative")}, ${count("positive")}`,
    `${Math.round(rows.reduce((sum, { text }) => sum + text.length, 0) / rows.length)} characters`
  )
  const readers: Readonly<Record<string, readonly (Side | undefined)[]>> = {
    "base pack": found.map(({ tone }) => sideOf(tone.praise - tone.fault)),
    kind: found.map(({ kind, isKindSure }) => (!isKindSure ? undefined : kinds[kind])),
    "plain lexicon": rows.map(({ text }) => sideOf(plain(text))),
    majority: rows.map(() => (count("negative") > count("positive") ? "negative" : "positive"))
  }
  for (const [name, said] of Object.entries(readers)) {
    const score = scoreOf(rows, said)
    const [low, high] = interval(rows, said)
    told(`${name}: macro-F1`, two(score.macro), `95%: ${two(low)} to ${two(high)}`)
    for (const side of sides) {
      const { precision, recall, f1 } = score[side]
      told(`  ${side}: precision, recall, F1`, two(precision), `${two(recall)}  ${two(f1)}`)
    }
  }
  loops(rows, found, told)
  size(told)
}

/** The side of each kind. A text whose words do not show its kind gets the kind of the rest until its review. */
const kinds: Readonly<Record<string, Side>> = { complaint: "negative", praise: "positive" }

type Told = (what: string, ours: string, limit?: string, ratio?: number) => void

const loops = (rows: readonly Row[], found: readonly Classify.DictionaryClassification[], told: Told): void => {
  const share = (
    what: string,
    of: (row: Row) => boolean,
    is: (found: Classify.DictionaryClassification) => boolean
  ): void => {
    const those = rows.flatMap((row, i) => (of(row) ? [found[i] as Classify.DictionaryClassification] : []))
    if (those.length === 0) return
    const part = those.filter(is).length / those.length
    told(what, `${(100 * part).toFixed(1)} %`, `of ${those.length}`)
  }
  const best = rows.some(({ label }) => label === "5") ? "5" : undefined
  const isComplaint = ({ kind }: Classify.DictionaryClassification): boolean => kind === "complaint"
  if (best !== undefined) share("complaint loops of five stars", ({ label }) => label === best, isComplaint)
  share("complaint loops of positive texts", ({ side }) => side === "positive", isComplaint)
  share("complaint loops of negative texts", ({ side }) => side === "negative", isComplaint)
  share(
    "praise loops of negative texts",
    ({ side }) => side === "negative",
    ({ kind }) => kind === "praise"
  )
  share(
    "left to a person, positive texts",
    ({ side }) => side === "positive",
    ({ isKindSure }) => !isKindSure
  )
  share(
    "left to a person, negative texts",
    ({ side }) => side === "negative",
    ({ isKindSure }) => !isKindSure
  )
}

const size = (told: Told): void => {
  const start = performance.now()
  const bundle = base()
  const compiled = performance.now()
  globalThis.gc?.()
  const before = process.memoryUsage()
  const policy = Policy.load(bundle)
  policy.classifier.classify("好 good")
  const loaded = performance.now()
  globalThis.gc?.()
  const after = process.memoryUsage()
  const weight = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers
  const words = bundle.dictionary.tone.reduce((sum, one) => sum + one.words.length, 0)
  told("base pack: words of judgement", String(words), `bundle ${bytes(JSON.stringify(bundle).length)}`)
  told("base pack: compiled, then loaded", time((compiled - start) * 1e6), time((loaded - compiled) * 1e6))
  told("base pack: memory of a loaded policy", bytes(weight))
}

/** The base pack, with a loop for complaints. */
const source = `hearback: 1
policy: base-alone
language: en
extends: [pack:base]
time-zone: Asia/Shanghai
currency: CNY
loops: { complaint: { when: { kind: complaint }, customer-loop: { told: { needs: result } } } }
`

const base = () => {
  const { bundle, diagnostics } = compile({ root: "policy.yaml", read: () => source })
  if (bundle === undefined) throw new Error(diagnostics.map(({ code }) => code).join(", "))
  return bundle
}

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}

const labelled = (): readonly Row[] => {
  const example = join(import.meta.dirname, "../examples/dining-reviews/data/reviews.csv")
  const file = process.argv.slice(2).find((word) => word.endsWith(".csv")) ?? example
  const [text, label] = [option("--text") ?? "reviewbody", option("--label") ?? "star"]
  const all = parse<Record<string, string>>(readFileSync(file), { columns: true, bom: true, relax_quotes: true })
  const side = sidesOf([...new Set(all.map((row) => (row[label] ?? "").trim()))])
  return all.flatMap((row) => {
    const written = (row[label] ?? "").trim()
    const of = side(written)
    return of === undefined || (row[text] ?? "").trim() === ""
      ? []
      : [{ text: row[text] ?? "", label: String(Number(written)), side: of }]
  })
}

/** Returns what the labels of a file mean. */
const sidesOf = (labels: readonly string[]): ((label: string) => Side | undefined) => {
  const numbers = labels.map(Number)
  if (numbers.some(Number.isNaN)) return sideOfWord
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  const middle = (least + most) / 2
  return (label) => sideOf(Number(label) - middle)
}

const sideOfWord = (label: string): Side | undefined => {
  const word = label.toLowerCase()
  if (/^(?:neg|bad|complain|unhappy|dissat|差|负|消极|贬|投诉|不满)/.test(word)) return "negative"
  return /^(?:pos|good|praise|happy|satis|好|正|积极|褒|表扬|满意)/.test(word) ? "positive" : undefined
}

const sideOf = (lean: number): Side | undefined => (lean < 0 ? "negative" : lean > 0 ? "positive" : undefined)

/** Returns a reader that counts the same words without grammar. */
const plainReader = (tone: readonly { readonly weight: number; readonly words: readonly string[] }[]) => {
  const weights = new Map<string, number>()
  for (const { weight, words } of tone)
    for (const word of words) if (weight !== 0) weights.set(word.toLowerCase(), Math.sign(weight))
  const all = new RegExp(
    [...weights.keys()]
      .sort((a, b) => b.length - a.length)
      .map((word) => {
        const literal = word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
        return /^[a-z]/.test(word) ? `\\b${literal}\\b` : literal
      })
      .join("|"),
    "gu"
  )
  return (text: string): number => {
    let sum = 0
    for (const [word] of text.toLowerCase().matchAll(all)) sum += weights.get(word) ?? 0
    return sum
  }
}

interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

const scoreOf = (
  rows: readonly Row[],
  said: readonly (Side | undefined)[]
): Readonly<Record<Side, Score>> & { readonly macro: number } => {
  const of = (side: Side): Score => {
    const right = rows.filter((row, i) => row.side === side && said[i] === side).length
    const called = said.filter((one) => one === side).length
    const there = rows.filter((row) => row.side === side).length
    const [precision, recall] = [called === 0 ? 0 : right / called, there === 0 ? 0 : right / there]
    return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
  }
  const [negative, positive] = [of("negative"), of("positive")]
  return { negative, positive, macro: (negative.f1 + positive.f1) / 2 }
}

/** Returns the middle 95% of the results of a thousand random samples of the rows. */
const interval = (rows: readonly Row[], said: readonly (Side | undefined)[]): readonly [number, number] => {
  const random = mulberry(7)
  const drawn = Array.from({ length: 1_000 }, () => {
    const picked = rows.map(() => Math.floor(random() * rows.length))
    return scoreOf(
      picked.map((i) => rows[i] as Row),
      picked.map((i) => said[i])
    ).macro
  }).sort((a, b) => a - b)
  return [drawn[25] as number, drawn[974] as number]
}

const two = (value: number): string => value.toFixed(2)
