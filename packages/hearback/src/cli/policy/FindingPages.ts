/**
 * Reads the page of a finding, which the package contains: its title, its meaning, an example to avoid and one to
 * prefer.
 */
import { existsSync, readFileSync } from "node:fs"
import { type Code, type Diagnostic, format, textInChinese } from "@hearback/policy"
import type { Language } from "../../runtime/Language.ts"
import { catalogue } from "../text/Catalogue.ts"

/** The page of a finding. */
export interface FindingPage {
  readonly level: Diagnostic["level"]
  readonly title: string
  /** What it means and why it matters, in one paragraph. */
  readonly says: string
  readonly avoid: readonly Example[]
  readonly prefer: readonly Example[]
}

/** An example on a page. */
export interface Example {
  /** The file that it belongs to, if that is not the policy. */
  readonly file?: string
  readonly text: string
}

/**
 * The folder of the pages: beside `dist` in an installed package, in the documentation if the program runs from its
 * source.
 */
const folders = ["../diagnostics/", "../../../../../docs/diagnostics/"].map((path) => new URL(path, import.meta.url))

/** Returns the page of a code in one language; undefined if no pages are installed. */
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

/**
 * Returns the page in a further language, which has only a heading and a paragraph of its own; the examples are the
 * same.
 */
const titled = (page: string): Pick<FindingPage, "title" | "says"> => {
  const [title = "", says = ""] = page.trim().split(/\n\n+/u)
  return { title: title.replace(/^# /u, ""), says: says.replaceAll("\n", " ") }
}

/** The languages on one page, in the order of its titles and paragraphs. */
const told: readonly Language[] = ["en", "zh-CN"]

/**
 * Parses a page: a heading, a line with level and titles, a paragraph in each language, and examples under two
 * headings.
 */
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

/**
 * Returns a page for a file with Chinese keys. An example that cannot be parsed, because that is its fault, keeps its
 * keys.
 */
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

/**
 * Returns whether an example has text to show. Examples with invisible characters, which a program makes, have none.
 */
const examplesIn = (section: string): readonly Example[] =>
  [...section.matchAll(/^```(?!js)\w+ \w+ ?(?<about>\S*)\n(?<text>[\s\S]*?)^```$/gmu)].map(({ groups }) => ({
    ...(groups?.["about"]?.includes(".") ? { file: groups["about"] } : {}),
    text: groups?.["text"] ?? ""
  }))
