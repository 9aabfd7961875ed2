/** The page of a finding, as the package brings it: what it is called, what it means, an example to avoid and one to prefer. */
import { existsSync, readFileSync } from "node:fs"
import { type Code, type Diagnostic, format, textInChinese } from "@hearback/policy"
import type { Language } from "../../runtime/Language.ts"
import { catalogue } from "../text/Catalogue.ts"

export interface FindingPage {
  readonly level: Diagnostic["level"]
  readonly title: string
  /** What it means and why it matters: one paragraph. */
  readonly says: string
  readonly avoid: readonly Example[]
  readonly prefer: readonly Example[]
}

export interface Example {
  /** The file it stands in, where that is not the policy. */
  readonly file?: string
  readonly text: string
}

/** Beside `dist` where the package is installed, among the documents where the program runs from its source. */
const folders = ["../diagnostics/", "../../../../../docs/diagnostics/"].map((path) => new URL(path, import.meta.url))

/** Returns the page of a code in one language; undefined where no pages were installed. */
export const pageOf = (code: Code, language: Language): FindingPage | undefined => {
  const page = fileOf(`${code}.md`)
  if (page === undefined) return undefined
  const own = told.includes(language) ? undefined : fileOf(`${language}/${code}.md`)
  return { ...parsed(page, language), ...(own === undefined ? {} : titled(own)) }
}

const fileOf = (path: string): string | undefined => {
  const url = folders.map((folder) => new URL(path, folder)).find((each) => existsSync(each))
  return url === undefined ? undefined : readFileSync(url, "utf8")
}

/** Another language has a page of its own, of a heading and a paragraph; the examples are the same. */
const titled = (page: string): Pick<FindingPage, "title" | "says"> => {
  const [title = "", says = ""] = page.trim().split(/\n\n+/u)
  return { title: title.replace(/^# /u, ""), says: says.replaceAll("\n", " ") }
}

/** The languages of one page, in the order of its titles and paragraphs. */
const told: readonly Language[] = ["en", "zh-CN"]

/** A page is a heading, a line with level and titles, a paragraph in each language, and examples under two headings. */
const parsed = (page: string, language: Language): FindingPage => {
  const [head = "", avoid = "", prefer = ""] = page.split(/^## (?:Avoid|Prefer)$/mu)
  const [, names = "", ...paragraphs] = head.trim().split(/\n\n+/u)
  const [level, ...titles] = names.split(" · ")
  const at = Math.max(0, told.indexOf(language))
  const says = (paragraphs[at] ?? "").replaceAll("\n", catalogue[told[at] ?? "en"].form.lineBreak)
  const shown: FindingPage = {
    level: level as Diagnostic["level"],
    title: titles[at] ?? "",
    says: says.replace(/\[([^\]]*)\]\([^)]*\)/gu, "$1"),
    avoid: examplesIn(avoid),
    prefer: examplesIn(prefer)
  }
  return language === "zh-CN" ? withChineseKeys(shown) : shown
}

/** A page for a file with Chinese keys. An example that cannot be read, because that is its fault, keeps its keys. */
const withChineseKeys = (page: FindingPage): FindingPage => {
  const written = ({ text, ...example }: Example): Example => ({
    ...example,
    text: format({ path: "policy.yaml", text }, { keys: "zh-CN" }).text ?? text
  })
  return {
    ...page,
    says: textInChinese(page.says, undefined),
    avoid: page.avoid.map(written),
    prefer: page.prefer.map(written)
  }
}

/** An example that a program makes, of signs that nobody sees, has no text to show. */
const examplesIn = (section: string): readonly Example[] =>
  [...section.matchAll(/^```(?!js)\w+ \w+ ?(?<about>\S*)\n(?<text>[\s\S]*?)^```$/gmu)].map(({ groups }) => ({
    ...(groups?.["about"]?.includes(".") ? { file: groups["about"] } : {}),
    text: groups?.["text"] ?? ""
  }))
