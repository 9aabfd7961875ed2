/** What names of the domain are called in a language. */
import { meaningOfWord } from "../../case/Conclusion.ts"
import type { Language } from "../../policy/Rule.ts"
import { type Texts, texts } from "../catalogue/Texts.ts"
import { readable } from "../shape/Said.ts"
import type { Area } from "../shape/Voice.ts"

type Words = Texts["words"]

/** Returns the names that an area knows, in the order in which they stand in its texts. */
export const known = (area: Area): readonly string[] => Object.keys(texts.en.words[area])

/** Of these a policy may have others of its own. */
const named: ReadonlySet<Area> = new Set(["signal", "message"])

/** Returns what a name is called in a language; a name that is not ours comes back as it is, one of a policy as people read it. */
export const word = (area: Area, name: string, language: Language): string => {
  const table: Readonly<Record<string, string>> = texts[language].words[area]
  if (Object.hasOwn(table, name)) return table[name] ?? name
  return named.has(area) ? readable(name) : name
}

/** Returns what all names of an area are called in a language. */
export const table = <A extends Area>(area: A, language: Language): Words[A] => texts[language].words[area]

/** Returns what messages say of themselves. */
export const letter = (language: Language): Texts["letter"] => texts[language].letter

/** Returns a conclusion in a reader's language; the policy's own words come back as they are. */
export const spokenConclusion = (conclusion: string, language: Language): string => {
  const meaning = meaningOfWord(conclusion)
  return meaning === undefined ? conclusion : word("evidence", meaning, language)
}

/** Returns who hears of something by a notice to the staff, and when. */
export const notice = (name: keyof Texts["notice"], language: Language): Texts["notice"][typeof name] =>
  texts[language].notice[name]

/** Returns what somebody is called where that begins a sentence: names stay as they are, our own words have a capital. */
export const opening = (called: string, language: Language): string => {
  const { form, letter: own, words } = texts[language]
  const isOurs = called === own.team || called === own.customer || Object.values(words.system).includes(called)
  return isOurs ? form.opening(called) : called
}
