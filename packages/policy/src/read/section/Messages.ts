/** Reads messages: their texts by language, with placeholders in one form and checked. */
import { defined, Bundle as Languages } from "@hearback/core"
import type { Bundle, Language, MessageRule, Text, Varying } from "../../bundle/Bundle.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { guessed } from "../../diagnostic/UnknownWords.ts"
import { entriesOf, get, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import { conflictsIn } from "../../parse/Conflict.ts"
import { pathBeside } from "../../source/FilePath.ts"
import type { SourceFile, Span } from "../../source/SourceFile.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { pattern, rewritten } from "../../vocabulary/Placeholder.ts"
import { allPlaceholders, ofEveryMessage, placeholderOf } from "../Placeholders.ts"
import { mean, type Reading, unknown } from "../Reading.ts"
import { textOf } from "../Text.ts"
import { isTable, rowsOf } from "../table/Table.ts"

/** One text of a message, and its place. */
interface Body {
  readonly text: Text
  readonly at: Tree
}

/** Reads every message. */
export const messagesOf = (reading: Reading): Bundle["messages"] =>
  Object.fromEntries(
    entriesOf(get(reading.root, "messages")).map(([name, tree]) => {
      once(reading, get(tree, "text"), get(tree, "file"))
      const { bodies, variants } = bodiesOf(reading, tree)
      // The last row of a table is the text for all other cases.
      const text = bodies.at(-1)?.text ?? {}
      const empty = bodies.find(({ text: texts }) => Object.values(texts).some((words) => words.trim() === ""))
      if (Object.keys(text).length === 0 && !reading.isFaulty(tree.path))
        reading.say("message/missing", tree, { message: name }, { span: tree.named })
      else if (empty !== undefined) reading.say("message/missing", empty.at, { message: name })
      const mustSay = mustSayOf(reading, name, tree, bodies)
      const rule: MessageRule = defined({ name, subject: subjectOf(reading, tree), text, variants, mustSay })
      return [name, rule]
    })
  )

const bodiesOf = (
  reading: Reading,
  tree: Tree
): { readonly bodies: readonly Body[]; readonly variants?: Varying<Text> } => {
  const [file, written] = [get(tree, "file"), get(tree, "text")]
  if (file !== undefined) {
    const found = filesOf(reading, file)
    const text = Object.fromEntries(
      found.map(({ language, source, text: words }) => [language, spelled(reading, words, file, source)])
    )
    return { bodies: [{ text, at: file }] }
  }
  if (written === undefined) return { bodies: [] }
  if (!isTable(written)) return { bodies: [bodyOf(reading, written)] }
  const bodies: Body[] = []
  const variants = rowsOf(reading, written, (then) => {
    const body = bodyOf(reading, then)
    bodies.push(body)
    return Object.keys(body.text).length === 0 ? undefined : body.text
  })
  return { bodies, variants }
}

const bodyOf = (reading: Reading, at: Tree): Body => ({ text: spelledOut(reading, textOf(reading, at) ?? {}, at), at })

const spelledOut = (reading: Reading, written: Text, at: Tree): Text =>
  Object.fromEntries(
    Object.entries(written).map(([language, words]) => [language, spelled(reading, words, get(at, language) ?? at)])
  )

const subjectOf = (reading: Reading, tree: Tree): Text | undefined => {
  const subject = get(tree, "subject")
  const written = textOf(reading, subject)
  return subject === undefined || written === undefined ? undefined : spelledOut(reading, written, subject)
}

/**
 * Reports both a text and a file in one message, because only one would count. An heir may replace one by the other.
 */
const once = (reading: Reading, text: Tree | undefined, file: Tree | undefined): void => {
  if (text === undefined || file === undefined || text.named.file !== file.named.file) return
  const [first, second] = text.named.start < file.named.start ? [text, file] : [file, text]
  const place = related(
    first.named,
    said((t) => t.place.other),
    true
  )
  const about = { keys: ["text", "file"], where: said((t) => t.thing.message) }
  reading.say("shape/two-of", second, about, { span: second.named, related: [place] })
}

/** Reads `file: messages/receipt.md` from `receipt.zh-CN.md` and `receipt.en.md`, else from the file itself. */
const filesOf = (reading: Reading, file: Tree): readonly Written[] => {
  const named = wordOf(file) ?? ""
  const path = pathBeside(file.span.file.path, named) ?? ""
  const dot = path.lastIndexOf(".")
  const [stem, end] = dot < 0 ? [path, ""] : [path.slice(0, dot), path.slice(dot)]
  const inLanguage = (language: Language) => `${stem}.${language}${end}`
  if (path === "" || [path, ...Languages.languages.map(inLanguage)].some(reading.isOutside)) {
    reading.say("file/outside", file, { path: named })
    return []
  }
  const readOne = (language: Language, from: string): readonly Written[] => {
    const text = reading.file(from)
    if (text === undefined) return []
    const source = { path: from, text }
    for (const { code, primary, related: places } of conflictsIn(source))
      if (code === "yaml/merge-conflict") reading.say(code, file, {}, { span: primary.span, related: places })
    return [{ language, text: text.trim(), source }]
  }
  const found = Languages.languages.flatMap((language) => readOne(language, inLanguage(language)))
  if (found.length > 0) return found
  const bare = readOne(reading.languageOf(file.span), path)
  if (bare.length === 0) reading.say("file/unreadable", file, { path: named })
  return bare
}

/** A text in a file of its own. */
interface Written {
  readonly language: Language
  readonly text: string
  readonly source: SourceFile
}

/** Converts placeholders to their English form; reports unknown ones, and braces without a placeholder. */
const spelled = (reading: Reading, text: string, tree: Tree, source?: SourceFile): string => {
  const at = (words: string): Span => (source === undefined ? spanIn(tree, words) : spanOn(source, words))
  for (const brace of [...strayBraces(reading, text), ...inBrackets(reading, text)])
    sayStray(reading, tree, brace, at(brace.written), source !== undefined)
  return text.replace(pattern, (whole, word: string) => {
    const known = placeholderOf(word, reading.names)
    if (known !== undefined) return `{${known}}`
    // A removed message has its own finding.
    if (reading.removed.has(`facts.${word}`)) {
      unknown(reading, "fact", tree, word, [], "fact", at(whole))
      return whole
    }
    const about = { placeholder: word, ...meant(reading, word) }
    const span = at(whole)
    if (about.guess !== undefined) mean(reading, about.guess, { name: word, span })
    const sure = about.sure === true && source === undefined && isHere(span, whole)
    reading.say("message/unknown-placeholder", tree, { ...about, sure }, { span })
    return whole
  })
}

/** Returns the placeholder that was probably meant; if none is near, all that exist. */
const meant = (
  reading: Reading,
  word: string
): { readonly guess?: string; readonly sure?: boolean; readonly known?: readonly string[] } => {
  const about = guessed(word, allPlaceholders(reading.names))
  return about.guess === undefined ? { known: ofEveryMessage } : about
}

/** Returns whether a text can be fixed here. A text in another file, or a folded text, cannot. */
const isHere = ({ file, start, end }: Span, whole: string): boolean => file.text.slice(start, end) === whole

/** Finds braces without a placeholder, and the placeholder that was meant if it is certain. */
interface Stray {
  readonly written: string
  readonly proposal?: string
}

/** Matches several braces in a row only from the first. */
const braced = /((?<!\{)\$?\{+|(?<!｛)｛+)([^{}｛｝\n]*)(\}+|｝+)|[{｛][\p{L}\p{M}\p{N}.-]*|[}｝]/gu

/** Matches a placeholder in square brackets that is no link, because no address follows. */
const bracketed = /(?<![\\!])\[([\p{L}\p{M}\p{N}.-]+)\](?!\()/gu

const inBrackets = (reading: Reading, text: string): readonly Stray[] =>
  [...text.matchAll(bracketed)].flatMap(([written, word = ""]) =>
    placeholderOf(word, reading.names) === undefined ? [] : [{ written, proposal: `{${word}}` }]
  )

const strayBraces = (reading: Reading, text: string): readonly Stray[] =>
  [...text.matchAll(braced)].flatMap(([written, open, inner = written.replace(/^[{｛]/u, ""), close]) => {
    const word = inner.trim()
    const known = placeholderOf(word, reading.names)
    // `$` before an amount is a dollar sign.
    const isMoney =
      known !== undefined && reading.names.fact.has(known) && open === "${" && close === "}" && inner === word
    const isPlaceholder = open === "{" && close === "}" && inner !== "" && !/^\s/u.test(inner) && inner === word
    if (isPlaceholder || isMoney) return []
    return [defined({ written, proposal: known === undefined ? undefined : `{${word}}` })]
  })

const sayStray = (
  reading: Reading,
  tree: Tree,
  { written, proposal }: Stray,
  span: Span,
  isElsewhere: boolean
): void => {
  const sure = !isElsewhere && isHere(span, written) ? proposal : undefined
  reading.say("message/stray-brace", tree, defined({ found: written, proposal: sure }), { span })
}

/** Reports braces in a text in which no placeholder is filled in. */
export const withoutPlaceholders = (reading: Reading, tree: Tree | undefined): void => {
  for (const text of tree?._tag === "Map" ? [...tree.entries.values()] : [tree])
    for (const [written] of (wordOf(text) ?? "").matchAll(braced))
      if (text !== undefined)
        reading.say("message/stray-brace", text, { found: written }, { span: spanIn(text, written) })
}

const spanOn = (file: SourceFile, words: string): Span => {
  const start = Math.max(0, file.text.indexOf(words))
  return { file, start, end: start + words.length }
}

/** Returns the place of words inside the text that contains them. */
export const spanIn = (tree: Tree, whole: string): Span => {
  const { file, start, end } = tree.span
  const at = file.text.slice(start, end).indexOf(whole)
  return at < 0 ? tree.span : { file, start: start + at, end: start + at + whole.length }
}

/** Returns the place of a placeholder in a message, in either key language. */
export const placeIn = (tree: Tree, placeholder: string): Span => {
  const written = `{${placeholder}}`
  const english = spanIn(tree, written)
  return english === tree.span ? spanIn(tree, rewritten(written, "zh-CN")) : english
}

const mustSayOf = (reading: Reading, message: string, tree: Tree, bodies: readonly Body[]): readonly string[] =>
  itemsOf(get(tree, "must-say")).flatMap((item) => {
    const word = wordOf(item)
    if (word === undefined) return []
    const known = placeholderOf(word, reading.names)
    if (known === undefined && reading.removed.has(`facts.${word}`)) {
      unknown(reading, "fact", item, word)
      return []
    }
    // What the text also contains is reported there.
    if (known === undefined && bodies.some(({ text }) => Object.values(text).some((all) => all.includes(`{${word}}`))))
      return []
    if (known === undefined) {
      const { sure: _, ...about } = meant(reading, word)
      reading.say("message/unknown-placeholder", item, { placeholder: word, ...about })
      return []
    }
    for (const { text, at } of bodies) {
      const [silent] = Object.entries(text).find(([, words]) => !words.includes(`{${known}}`)) ?? []
      const told = get(at, silent ?? "") ?? at
      const isMeant = silent !== undefined && (reading.isFaulty(told.path) || reading.isFaulty(tree.path))
      if (silent !== undefined && !isMeant) tellSilent(reading, message, item, get(at, silent) ?? at, known)
    }
    return [known]
  })

/**
 * Reports a text that lacks a `must-say` placeholder. If another file has the `must-say`, the finding is at the text.
 */
const tellSilent = (reading: Reading, message: string, item: Tree, text: Tree, placeholder: string): void => {
  const isInherited = item.span.file !== text.span.file
  const asked = related(
    item.span,
    said((t) => t.place.mustBeSaid)
  )
  reading.say(
    "message/must-say",
    isInherited ? text : item,
    { message, placeholder },
    { related: isInherited ? [asked] : [] }
  )
}
