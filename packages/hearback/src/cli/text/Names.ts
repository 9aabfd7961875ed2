/**
 * What commands and options are called: in each language by its own names, of which each is taken, and means the same.
 * Nothing on the command line has a name that is not there.
 */
import type { Language } from "../../runtime/Language.ts"
import { catalogue, languages } from "./Catalogue.ts"
import { type NameTexts, names } from "./en/word/Names.ts"

export type CommandName = keyof NameTexts["commands"]
type OptionName = keyof NameTexts["options"]
export type HelpPlaceholder = keyof NameTexts["placeholders"]
export type Flag = `--${OptionName}`

type Kind = "commands" | "options" | "placeholders" | "arguments" | "states"

export const commandNames = Object.keys(names.commands) as readonly CommandName[]

/** Returns what the names of a kind mean, in whichever language they are written. */
const meant = (kind: Kind): ReadonlyMap<string, string> =>
  new Map(
    Object.values(catalogue).flatMap((texts) =>
      Object.entries(texts.names[kind]).map(([name, called]) => [called, name])
    )
  )

let commands: ReadonlyMap<string, string> | undefined
let flags: ReadonlyMap<string, string> | undefined

/** Returns the command that a word names in any language. */
export const commandMeant = (word: string): CommandName | undefined => {
  commands ??= meant("commands")
  return commands.get(word) as CommandName | undefined
}

/** Returns how a name of a kind is written in each language. */
export const everyName = (kind: Kind): readonly string[] => [
  ...new Set(Object.values(catalogue).flatMap(({ names }) => Object.values(names[kind])))
]

/** Returns a name as a reader of a language writes it; a word that is none comes back as it is. */
export const called = (kind: Kind, name: string, language: Language): string => {
  const table: Readonly<Record<string, string>> = catalogue[language].names[kind]
  return Object.hasOwn(table, name) ? (table[name] ?? name) : name
}

/** Returns a command as a reader of a language writes it; a word that is none comes back as it is. */
export const commandCalled = (name: string, language: Language): string => called("commands", name, language)

/** Returns an option as a reader of a language writes it; a word that is none comes back as it is. */
export const flagCalled = (flag: string, language: Language): string =>
  `--${called("options", flag.slice(2), language)}`

/** Returns an option as it is written in each language. */
export const flagsCalled = (flag: string): readonly string[] => [
  ...new Set(languages().map((language) => flagCalled(flag, language)))
]

/** Returns what stands for a value as a reader of a language reads it. */
export const placeholderCalled = (name: string, language: Language): string => called("placeholders", name, language)

/** Returns words of a command line with the names of options as the program knows them; of some options alone, or of all. */
export const flagsInEnglish = (
  words: readonly string[],
  known: (flag: Flag) => boolean = () => true
): readonly string[] => {
  flags ??= meant("options")
  const meantBy = flags
  return words.map((word) => {
    const [name = ""] = word.split("=", 1)
    const option = name.startsWith("--") ? meantBy.get(name.slice(2)) : undefined
    if (option === undefined || !known(`--${option as OptionName}`)) return word
    return `--${option}${word.slice(name.length)}`
  })
}
