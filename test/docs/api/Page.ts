/** The pages of the program interface: the code as it is, and its comments in the language of the page. */
import { chineseOf, tableFor } from "./Chinese.ts"
import type { Given, Member } from "./Given.ts"
import * as Words from "./Words.ts"

type PageWords = typeof Words.en | typeof Words.zhCN

/** Returns both pages by path. Errors: throws where a comment has no Chinese. */
export const apiPages = (all: readonly Given[]): Readonly<Record<string, string>> => {
  const [missing] = untranslated(all)
  if (missing !== undefined) throw new Error(missing)
  return {
    "docs/api.md": apiText(Words.en, all, linked),
    "docs/zh-CN/api.md": apiText(Words.zhCN, all, (says) => chineseOf(says) ?? says)
  }
}

/** Returns the comments that have no Chinese, each with its name and the file that has to have it. */
export const untranslated = (all: readonly Given[]): readonly string[] =>
  all.flatMap((given) =>
    [given, ...given.members]
      .filter(({ says }) => says !== "" && chineseOf(says) === undefined)
      .map((one) => {
        const member = one === given ? "" : `.${one.name.replace(/[?(].*/, "")}`
        return `${given.entry} ${given.name}${member}: add the Chinese of "${one.says}" to ${tableFor(one.file)}`
      })
  )

/** Returns the English of a comment with links to the pages that it names. */
const linked = (says: string): string => says.replace(/`docs\/([a-z-]+\.md)`/g, "[`docs/$1`]($1)")

/** Returns a page of these names. `saying`: what a comment says in the language of the page. */
const apiText = (words: PageWords, all: readonly Given[], saying: (says: string) => string): string => {
  const told = new Map<string, string>()
  const keyOf = ({ file, name }: Given): string => `${file} ${name}`
  const parts = [...new Set(all.map(({ entry }) => entry))].map((entry) => {
    const here = all.filter((given) => given.entry === entry)
    const again = here.flatMap((given) => {
      const before = told.get(keyOf(given))
      return before === undefined ? [] : [`\`${given.name}\` (${before})`]
    })
    const fresh = here.filter((given) => !told.has(keyOf(given)))
    for (const given of fresh) told.set(keyOf(given), entry)
    return [
      `## ${entry}`,
      ...(again.length === 0 ? [] : [words.told(again.join(words.list))]),
      ...fresh.map((given) => section(words, given, saying))
    ].join("\n\n")
  })
  return `${[words.head, entryTable(words), ...parts].join("\n\n")}\n`
}

const entryTable = ({ entries }: PageWords): string => {
  const rows: readonly (readonly [says: string, ...entries: string[]])[] = [
    [entries.hearback, ""],
    [entries.stores, "/sqlite", "/postgres"],
    [entries.tx, "/tx"],
    [entries.http, "/http"],
    [entries.channels, "/channels"],
    [entries.testing, "/testing", "/vitest"],
    [entries.simulation, "/simulation"],
    [entries.laws, "/laws"],
    [entries.others, "/effect", "/cli"]
  ]
  const link = (path: string): string => `[\`hearback${path}\`](#hearback${path.slice(1)})`
  const lines = rows.map(([says, ...paths]) => `| ${paths.map(link).join(" ")} | ${says} |`)
  return [`| ${entries.title.join(" | ")} |`, "|---|---|", ...lines].join("\n")
}

/** A longer type stands in a fence, and in no table. */
const longest = 400

const section = (words: PageWords, given: Given, saying: (says: string) => string): string => {
  const shape = given.type.replace(/\s+/g, " ").replaceAll("; }", " }")
  const parts = [
    `### \`${given.name}\``,
    saying(given.says),
    given.above.length === 0 ? "" : words.above(given.above.map(code).join(words.list)),
    shape.length > longest ? `\`\`\`\n${given.type}\n\`\`\`` : code(shape),
    given.members.length === 0
      ? ""
      : [words.columns, "|---|---|---|", ...given.members.map((member) => row(member, saying))].join("\n")
  ]
  return parts.filter((part) => part !== "").join("\n\n")
}

const code = (text: string): string => (text === "" ? "" : text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``)

const row = ({ name, type, says }: Member, saying: (says: string) => string): string => {
  const cells = [code(name), type.length > longest ? "" : code(type), says === "" ? "" : saying(says)]
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`
}
