/**
 * `npm create hearback`: asks on a terminal for what the arguments do not say, then calls `hearback init --project`,
 * which writes the folder.
 */
import { parseArgs } from "node:util"
import {
  chooseLanguage,
  type Language,
  languageOf,
  type ProcessExit,
  run,
  shortName,
  spoken,
  type Terminal
} from "hearback/cli"
import type { Create } from "./text/en/Create.ts"
import { create as all } from "./text/generated/Create.ts"

/**
 * Asks the person one question and returns the trimmed answer; undefined when the person ended the input (Ctrl-C).
 */
export type Ask = (question: string) => Promise<string | undefined>

const FOLDER = "my-loop"

const texts: Readonly<Record<Language, Create>> = all

/**
 * Runs `npm create hearback` and returns the exit code; 130 when the person ended the input at a question. Without
 * `ask`, no question is asked.
 */
export const create = async (argv: readonly string[], terminal: Terminal, ask?: Ask): Promise<ProcessExit> => {
  const { folder, lang, help } = said(argv)
  const usual = chooseLanguage(lang, terminal.env)
  if (help) {
    terminal.out(texts[usual].help(spoken().map(shortName).join("|")))
    return 0
  }
  const language = lang === undefined && ask !== undefined ? await askLanguage(ask, usual) : usual
  if (language === undefined) return 130
  const chosen = folder ?? (ask === undefined ? FOLDER : await ask(texts[language].folder(FOLDER)))
  if (chosen === undefined) return 130
  const words = folder === undefined ? [chosen === "" ? FOLDER : chosen, ...argv] : argv
  // The typed arguments come last: if the last option lacks its value, the error then names this option.
  return run(["init", "--project", ...(lang === undefined ? ["--lang", language] : []), ...words], terminal)
}

/** Options keep their meaning in `init`, which also reports a wrong option. */
const said = (argv: readonly string[]) => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: { lang: { type: "string" }, name: { type: "string" }, help: { type: "boolean", short: "h" } }
  })
  const { lang, help } = values
  return { folder: positionals[0], lang: typeof lang === "string" ? lang : undefined, help: help === true }
}

/** Asks until the answer names a language; an empty answer means the default language. */
const askLanguage = async (ask: Ask, usual: Language): Promise<Language | undefined> => {
  const words = spoken().map((language) => texts[language].language)
  const question = `${words.join(" ")}: ${spoken().map(shortName).join(", ")} [${shortName(usual)}]: `
  for (;;) {
    const answer = await ask(question)
    if (answer === undefined || answer === "") return answer === "" ? usual : undefined
    const said = answer.toLowerCase()
    const meant = spoken().find((language) => texts[language].answers.includes(said)) ?? languageOf(said)
    if (meant !== undefined) return meant
  }
}
