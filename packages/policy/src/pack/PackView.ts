/** Describes a pack for people: its promises and sources, read from the pack itself, in both languages. */
import { Bundle as Core, defined, inLanguage, type Target, Text as Words } from "@hearback/core"
import type { Bundle, ClockRule, GateRule, Text } from "../bundle/Bundle.ts"
import { compile } from "../compile/Compilation.ts"
import { filesOf, type Sources } from "../compile/Files.ts"
import { packs as packsOfOurs } from "../compile/Packs.ts"
import { link } from "../link/Link.ts"
import { dig, entriesOf, get, type Tree, wordOf, wordsOf } from "../link/Tree.ts"
import type { RuleSource } from "../read/section/Sources.ts"
import type { Texts } from "../text/en/Texts.ts"
import type { TranslatedText } from "../text/shape/TranslatedText.ts"
import { said, same, spoken } from "../text/TranslatedTexts.ts"
import { parseDuration } from "../value/Duration.ts"
import { type KeyLanguage, keysOf } from "../vocabulary/KeyLanguage.ts"
import * as Vocabulary from "../vocabulary/Vocabulary.ts"

/** A duration of a promise, with its level if it depends on one. */
interface PackLength {
  readonly level?: TranslatedText
  readonly length: TranslatedText
}

interface PackPromise {
  readonly name: string
  readonly title: TranslatedText
  readonly loop?: string
  readonly from: TranslatedText
  readonly within: readonly PackLength[]
  /** The duration to which the promise can be extended, and who approves that. */
  readonly extension?: { readonly times: number; readonly each: TranslatedText; readonly approve: TranslatedText }
  readonly pauses: boolean
  readonly basis?: string
}

interface PackGate {
  readonly name: string
  readonly title: TranslatedText
  readonly loop: string
  readonly side: TranslatedText
  readonly kind: TranslatedText
  readonly basis?: string
}

interface PackLimit {
  readonly role: string
  readonly title: TranslatedText
  /** In whole units of the heir's currency; `unlimited` means no limit. */
  readonly compensate: readonly { readonly per: TranslatedText; readonly most: string }[]
}

/** The description of a pack for people. */
export interface PackView {
  readonly name: string
  readonly version?: number
  readonly title: TranslatedText
  /** The language of its keys and names. */
  readonly keys: KeyLanguage
  /** The languages in which all its messages to customers are written. */
  readonly languages: readonly Core.Language[]
  readonly extends: readonly string[]
  readonly sources: readonly RuleSource[]
  readonly promises: readonly PackPromise[]
  readonly gates: readonly PackGate[]
  readonly limits: readonly PackLimit[]
  readonly leftOpen: readonly TranslatedText[]
}

/** Returns the description of a pack such as `pack:base`; undefined if there is no such pack. */
export const packView = (name: string, packs: ReadonlyMap<string, string> = packsOfOurs()): PackView | undefined => {
  const text = packs.get(name)
  const sources: Sources = { root: name, read: () => undefined, packs }
  const { bundle, version, sources: rests, diagnostics } = compile(sources)
  const root = link(name, filesOf(sources), () => {})?.root
  if (text === undefined || bundle === undefined || root === undefined) return undefined
  const own = (path: string): boolean => bundle.places[path]?.file === name
  return defined({
    name: name.slice("pack:".length),
    version,
    title: both(bundle.title, bundle, name),
    keys: keysOf({ path: name, text }),
    languages: spokenIn(bundle, own),
    extends: wordsOf(get(root, "extends")),
    sources: rests,
    promises: bundle.clocks.filter(({ path }) => own(path)).map((clock) => promiseOf(clock, bundle, root)),
    gates: bundle.loops.flatMap((loop) =>
      loop.gates
        .filter(({ path }) => own(path))
        .map(({ name: gate, title, side, kind, basis }) =>
          defined({
            name: gate,
            title: both(title, bundle, gate),
            loop: loop.name,
            side: said((_, language) => Words.word("side", side, language)),
            kind: said((_, language) => Words.word("gate-kind", kind, language)),
            basis
          })
        )
    ),
    limits: entriesOf(dig(root, "authority", "limits")).map(([role, limit]) => ({
      role,
      title: both(bundle.roles[role]?.title, bundle, role),
      compensate: sumsOf(get(limit, "compensate"))
    })),
    leftOpen: diagnostics.filter(({ code }) => code === "pack/left-open").map(({ message }) => message)
  })
}

const both = (text: Text | undefined, { language }: Pick<Bundle, "language">, otherwise: string): TranslatedText =>
  said((_, reader) => inLanguage(text, reader, language) ?? otherwise)

/** Returns the languages of each message of the pack; if it has none, those of its title. */
const spokenIn = (bundle: Bundle, own: (path: string) => boolean): PackView["languages"] => {
  const texts = Object.entries(bundle.messages).flatMap(([name, { text, variants }]) =>
    own(`messages.${name}`) ? [text, ...(variants?.values ?? [])] : []
  )
  const all = texts.length === 0 && bundle.title !== undefined ? [bundle.title] : texts
  return spoken().filter((language) => all.every((text) => text[language] !== undefined))
}

const promiseOf = (clock: ClockRule, bundle: Bundle, root: Tree): PackPromise => {
  const { name, loop, title, extend, pause, until, basis } = clock
  const gate = gateOf(clock, clock.gate, bundle)
  return defined({
    name,
    title: both(title ?? gate?.title, bundle, name),
    loop,
    from: list(clock.from.map((trigger) => startOf(trigger, clock, bundle))),
    within:
      until === undefined
        ? lengthsOf(dig(root, ...clock.path.split(".")))
        : [until].flat().map((date) => ({ length: same(date) })),
    extension: extend && {
      times: extend.times,
      each: lengthSaid(extend.each),
      approve: list(extend.approve.map((role) => both(bundle.roles[role]?.title, bundle, role)))
    },
    pauses: Object.keys(pause).length > 0,
    basis
  })
}

/** Returns the gate of a name in the loop of a clock. */
const gateOf = ({ loop }: ClockRule, name: string | undefined, { loops }: Bundle): GateRule | undefined =>
  loops
    .filter((one) => loop === undefined || one.name === loop)
    .flatMap(({ gates }) => gates)
    .find((one) => one.name === name)

/** Returns a word of the language as text, or the title of the gate or clock that a trigger names. */
const startOf = (trigger: string, clock: ClockRule, bundle: Bundle): TranslatedText => {
  const name = trigger.slice(trigger.indexOf(":") + 1)
  const word = (Vocabulary.moments as Readonly<Record<string, string>>)[name]
  if (word !== undefined) return inKeys(name, word)
  const gate = gateOf(clock, name, bundle)
  return both(gate?.title ?? bundle.clocks.find((one) => one.name === name)?.title, bundle, name)
}

/** Returns a word of the policy language in the reader's key language. */
const inKeys = (en: string, zh: string): TranslatedText =>
  said((_, language) => (Core.keyLanguageOf(language) === "en" ? en : zh))

const list = (items: readonly TranslatedText[]): TranslatedText =>
  said((t, language) => t.pack.list(items.map((item) => item[language])))

const lengthSaid = (target: Target.Target): TranslatedText => said((_, language) => Words.length(target, language))

const lengthsOf = (tree: Tree | undefined): readonly PackLength[] => {
  const length = (each: Tree): TranslatedText => {
    const target = parseDuration(wordOf(each) ?? "")
    return target === undefined ? said((t) => t.pack.byTable) : lengthSaid(target)
  }
  if (tree?._tag !== "Map") return tree === undefined ? [] : [{ length: length(tree) }]
  const within = get(tree, "within")
  if (within !== undefined) return lengthsOf(within)
  return entriesOf(tree).map(([level, each]) => ({
    level: level === "otherwise" ? inKeys(level, Vocabulary.never.otherwise) : same(level),
    length: length(each)
  }))
}

type Period = keyof Texts["pack"]["period"]
const periods: ReadonlySet<string> = new Set<Period>(["per-case", "per-day", "per-month", "per-year"])

const sumsOf = (tree: Tree | undefined): PackLimit["compensate"] =>
  wordOf(tree) === "unlimited"
    ? [{ per: said((t) => t.pack.period["per-case"]), most: "unlimited" }]
    : entriesOf(tree).flatMap(([period, most]) => {
        if (!periods.has(period)) return []
        return [{ per: said((t) => t.pack.period[period as Period]), most: wordOf(most) ?? "" }]
      })
