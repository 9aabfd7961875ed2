/** Words that a command line accepts in each language: what people write, what the program uses, what is shown. */
import type { Language } from "../../runtime/Language.ts"
import { catalogue, languages } from "../text/Catalogue.ts"
import { wordFor } from "../text/Words.ts"
import type { Option } from "./Command.ts"

type Called = NonNullable<Option["called"]>

const byTable: Called = (choice, language) => wordFor(catalogue[language].word.choice, choice)

/** Returns the choice that a word means, in any language. */
export const choiceMeant = <C extends string>(
  word: string,
  choices: readonly C[],
  called: Called = byTable
): C | undefined =>
  choices.find((choice) => choice === word) ??
  choices.find((choice) => languages().some((language) => called(choice, language) === word))

/** Returns choices in the words of a language. */
export const choicesIn = (
  language: Language,
  choices: readonly string[],
  called: Called = byTable
): readonly string[] => choices.map((choice) => called(choice, language))
