/** A question as it is asked in a message, with what may be answered, and what the words of an answer mean. */
import { numberIn } from "../../language/NumberWord.ts"
import type { FactDeclaration, Language, QuestionRule } from "../../policy/Bundle.ts"
import type { Policy } from "../../policy/Policy.ts"
import { encode, type FactValue } from "../../table/Fact.ts"
import type { Zone } from "../../time/Zone.ts"
import { type Texts, texts } from "../catalogue/Texts.ts"
import { readable } from "../shape/Said.ts"
import { inLanguage } from "./InLanguage.ts"

const wordsFor = (name: keyof Texts["answers"]): readonly string[] =>
  Object.values(texts).flatMap(({ answers }) => answers[name])

/** Whether words answer in any language what a name of the texts for answers says. */
const means = (words: string, name: keyof Texts["answers"]): boolean => wordsFor(name).includes(words)

/** One of the words for it in any language, as part of a pattern. */
const inAnyLanguage = (name: keyof Texts["answers"]): string => wordsFor(name).join("|")

/** Case, width and the marks at the end do not count. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[.。!！~～]+$/u, "")

/** Returns the name of the choice that words mean: its name, what it is called, or its number in the list. */
const choiceIn = (values: readonly string[], { titles = {} }: FactDeclaration, words: string): string | undefined =>
  values.find((name) => [name, ...Object.values(titles[name] ?? {})].some((title) => plain(title) === words)) ??
  values[Number(numberIn(words)) - 1]

/** Returns the mark that words give on a scale that ends at `most`: `8`, `8 points`, `八分`, `seven out of ten`. */
const markIn = (words: string, most: number | undefined): string | undefined => {
  if (means(words, "fullMark") && most !== undefined) return String(most)
  const [mark = "", end] = words.split(new RegExp(`\\s*(?:/|${inAnyLanguage("of")})\\s*`, "u"))
  if (end !== undefined && numberIn(end) !== String(most)) return undefined
  return numberIn(mark.replace(new RegExp(`\\s*(?:${inAnyLanguage("point")})$`, "u"), ""))
}

/** Returns the answer that words give, whether they pass the question over where they may, or undefined. */
export const answerIn = (
  declared: FactDeclaration,
  text: string,
  maySkip: boolean,
  zone: Zone
): { readonly answer: FactValue } | "skipped" | undefined => {
  const words = plain(text)
  if (words === "") return undefined
  if (maySkip && means(words, "skip")) return "skipped"
  const { type } = declared
  const answer = (value: FactValue | undefined) =>
    value === undefined || encode(type, value, zone) === undefined ? undefined : { answer: value }
  switch (type._tag) {
    case "Flag":
      return means(words, "yes") ? { answer: true } : means(words, "no") ? { answer: false } : undefined
    case "OneOf":
      return answer(choiceIn(type.values, declared, words))
    case "SomeOf": {
      if (means(words, "none")) return { answer: "none" }
      const chosen = words.split(/[,、;\s]+/u).map((part) => choiceIn(type.values, declared, part))
      const isAll = chosen.every((name) => name !== undefined)
      return answer(isAll ? [...new Set(chosen)].join(", ") : choiceIn(type.values, declared, words))
    }
    case "Amount":
      return answer(markIn(words, type.max))
    case "Text":
      return { answer: text.trim() }
    default:
      return answer(text.trim())
  }
}

/** Returns a question with what may be answered. */
export const questionText = ({ bundle }: Policy, question: QuestionRule, language: Language): string => {
  const asked = inLanguage(question.ask, language, bundle.language) ?? readable(question.fact)
  const declared = bundle.facts[question.fact]
  const { form, question: say } = texts[language]
  const { type } = declared ?? {}
  const called = (name: string): string =>
    inLanguage(declared?.titles?.[name], language, bundle.language) ?? readable(name)
  const list = (values: readonly string[]): string => values.map((name, i) => `\n${i + 1} ${called(name)}`).join("")
  const hints = [
    ...(type?._tag === "Flag" ? [say.yesNo] : []),
    ...(type?._tag === "Amount" && type.min !== undefined && type.max !== undefined
      ? [say.scale(type.min, type.max)]
      : []),
    ...(type?._tag === "SomeOf" ? [say.several] : []),
    ...(question.required ? [] : [say.skip])
  ]
  const hint = hints.length === 0 ? "" : form.aside(hints.join(form.comma))
  return `${asked}${hint}${type?._tag === "OneOf" || type?._tag === "SomeOf" ? list(type.values) : ""}`
}
