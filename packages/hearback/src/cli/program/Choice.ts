/** Words that a command line takes in both languages: what people write, what the program knows it by, what is shown. */
import type { Language } from "../../runtime/Language.ts"
import { wordFor, words } from "../text/Words.ts"
import type { Option } from "./Command.ts"

type Called = NonNullable<Option["called"]>

const byTable: Called = (choice) => wordFor(words["zh-CN"].choice, choice)

/** Returns the choice that a word means, in English or in Chinese. */
export const choiceMeant = <C extends string>(
  word: string,
  choices: readonly C[],
  called: Called = byTable
): C | undefined => choices.find((choice) => choice === word) ?? choices.find((choice) => called(choice) === word)

/** Returns choices as a reader of a language writes them. */
export const choicesIn = (
  language: Language,
  choices: readonly string[],
  called: Called = byTable
): readonly string[] => (language === "en" ? choices : choices.map(called))
