/** `npm create hearback`: asks on a terminal what nobody said, then lets `hearback init --project` write the folder. */
import { parseArgs } from "node:util"
import { chooseLanguage, type Language, type ProcessExit, run, type Terminal } from "hearback/cli"

/** Puts a question and returns what was answered, trimmed; undefined when the person left instead. */
export type Ask = (question: string) => Promise<string | undefined>

const FOLDER = "my-loop"

const texts = {
  en: {
    folder: `Folder [${FOLDER}]: `,
    help: `npm create hearback [folder] -- [options]

Makes a folder with a policy, its people, a scenario and a program that runs.

  --lang en|zh   language of the files; else asked, or that of the locale
  --name <id>    id of the policy; else the folder's name
  --force        overwrite files that are there
`
  },
  "zh-CN": {
    folder: `目录 [${FOLDER}]：`,
    help: `npm create hearback [目录] -- [选项]

新建一个目录：策略、人员、场景，以及一个可运行的程序。

  --lang en|zh   文件的语言；不写则询问，或取系统语言
  --name <编号>  策略编号；缺省取目录名
  --force        覆盖已有文件
`
  }
}

/** Returns the exit code; 130 where the person left a question. Without `ask` nothing is asked. */
export const create = async (argv: readonly string[], terminal: Terminal, ask?: Ask): Promise<ProcessExit> => {
  const { folder, lang, help } = said(argv)
  const usual = chooseLanguage(lang, terminal.env)
  if (help) {
    terminal.out(texts[usual].help)
    return 0
  }
  const language = lang === undefined && ask !== undefined ? await askLanguage(ask, usual) : usual
  if (language === undefined) return 130
  const chosen = folder ?? (ask === undefined ? FOLDER : await ask(texts[language].folder))
  if (chosen === undefined) return 130
  const words = folder === undefined ? [chosen === "" ? FOLDER : chosen, ...argv] : argv
  // What was typed comes last: an option there that lacks its value is told to lack it.
  return run(["init", "--project", ...(lang === undefined ? ["--lang", language] : []), ...words], terminal)
}

/** What an option means is the business of `init`, which also says what is wrong with one. */
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

/** Asks until the answer names a language; nothing said means the usual one. */
const askLanguage = async (ask: Ask, usual: Language): Promise<Language | undefined> => {
  for (;;) {
    const answer = await ask(`Language 语言: en, zh [${usual === "en" ? "en" : "zh"}]: `)
    if (answer === undefined || answer === "") return answer === "" ? usual : undefined
    if (/^(e|en|english)$/i.test(answer)) return "en"
    if (/^(z|zh|zh-cn|chinese|中文|中)$/i.test(answer)) return "zh-CN"
  }
}
