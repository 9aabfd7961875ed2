/**
 * A message to the author of a file: its place, its fault, and what would be right.
 *
 * Invariant: texts exist in every language, so the printer chooses one; a fix is certainly right.
 */
import { type Bundle, defined } from "@hearback/core"
import type { Span } from "../source/SourceFile.ts"
import type { Finding, InLanguage } from "../text/shape/Finding.ts"
import type { TranslatedText } from "../text/shape/TranslatedText.ts"
import { said } from "../text/TranslatedTexts.ts"
import { aboutInChinese, textInChinese, witnessInChinese } from "../translation/FindingTranslation.ts"
import { keysOf } from "../vocabulary/KeyLanguage.ts"
import { type Code, catalogue, type ParametersOf } from "./Catalogue.ts"
import type { Entry, FindingLevel } from "./text/Entry.ts"

/** Another place that a finding is about. */
export interface Related {
  readonly span: Span
  readonly message: TranslatedText
  /** Whether the place is one side of a conflict, so that its line is shown too. */
  readonly conflict?: boolean
}

/** A correction of a file. */
export interface Fix {
  readonly span: Span
  /** The new text for the span. */
  readonly text: string
  readonly title: TranslatedText
}

/** One finding in a file. */
export interface Diagnostic {
  readonly code: Code
  readonly level: FindingLevel
  readonly message: TranslatedText
  readonly primary: { readonly span: Span; readonly label?: TranslatedText }
  readonly related: ReadonlyArray<Related>
  readonly expected?: TranslatedText
  readonly found?: TranslatedText
  readonly help?: TranslatedText
  readonly fix?: Fix
  /** Values of inputs that show the fault. */
  readonly witness?: Readonly<Record<string, string>>
}

/**
 * Additions to the text of the catalogue: fixes, related places, a witness. They override what the catalogue gives.
 */
export type More = Partial<Omit<Diagnostic, "code" | "message" | "primary">> & { readonly label?: TranslatedText }

/** Makes a diagnostic of a code with its parameters, at a place. */
export function diagnose<C extends Code>(code: C, given: ParametersOf<C>, span: Span, more: More = {}): Diagnostic {
  const isChinese = keysOf(span.file) === "zh-CN"
  const about = isChinese ? aboutInChinese(code, given) : given
  const made = madeOf(code, about, span, more)
  return isChinese ? inWordsOfFile(made, about) : made
}

function madeOf<C extends Code>(code: C, about: ParametersOf<C>, span: Span, more: More): Diagnostic {
  // The entry of `code` takes the parameters of `code`; TypeScript cannot derive that from the table.
  const row = catalogue[code] as unknown as Entry<ParametersOf<C>>
  const { label: givenLabel, ...others } = more
  const label = givenLabel ?? spoken(code, "label", about)
  const help = spoken(code, "help", about)
  const text = row.fix?.(about)
  const fix = text === undefined ? undefined : { span, text, title: said((t) => titleOf(t.finding[code], text)) }
  return {
    code,
    level: row.level,
    message: spoken(code, "message", about) ?? said(() => ""),
    primary: defined({ span, label }),
    related: [],
    ...defined({ help, fix }),
    ...others
  }
}

/** Returns parameters with Chinese words, for a file with Chinese keys. */
function inWordsOfFile(made: Diagnostic, about: unknown): Diagnostic {
  const inWords = (text: TranslatedText): TranslatedText => said((_, language) => textInChinese(text[language], about))
  const { message, primary, expected, found, help, witness } = made
  return defined({
    ...made,
    message: inWords(message),
    primary: primary.label === undefined ? primary : { ...primary, label: inWords(primary.label) },
    expected: expected && inWords(expected),
    found: found && inWords(found),
    help: help && inWords(help),
    witness: witness && witnessInChinese(witness)
  })
}

/** Makes a related place. */
export const related = (span: Span, message: TranslatedText, conflict = false): Related =>
  defined({ span, message, conflict: conflict ? true : undefined })

/** Returns one part of the catalogue's text in each language; undefined if the part is empty. */
function spoken<P>(code: Code, part: "message" | "label" | "help", about: P): TranslatedText | undefined {
  const words = said((texts, language) => {
    const text = (texts.finding[code] as Finding<P>)[part]
    return typeof text === "function" ? text(inLanguage(about, language)) : (text ?? "")
  })
  return words.en === "" ? undefined : words
}

const titleOf = ({ fix = "" }: Finding<never>, text: string): string => (typeof fix === "function" ? fix(text) : fix)

/** Converts parameters that have a text for each language to those of one language. */
const inLanguage = <P>(about: P, language: Bundle.Language): InLanguage<P> =>
  (typeof about === "object" && about !== null
    ? Object.fromEntries(Object.entries(about).map(([name, each]) => [name, isSaid(each) ? each[language] : each]))
    : about) as InLanguage<P>

const isSaid = (value: unknown): value is TranslatedText => typeof value === "object" && value !== null && "en" in value
