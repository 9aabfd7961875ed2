// Builds the documentation as a site into site/build: `npm run docs`. The pages are the Markdown files of the
// repository. Links between them are rewritten, and a broken link fails the build. The generator is installed
// separately, so that tests do not need it.
import { spawnSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join, posix } from "node:path"
import { fileURLToPath } from "node:url"
import { wrongIn } from "../site/search.ts"
import { findingIn } from "./finding-page.ts"
import { joinHan } from "./han-lines.ts"

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const site = join(root, "site")
const PNPM = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).packageManager

const run = (command, args, options) => {
  const { status } = spawnSync(command, args, { cwd: site, stdio: "inherit", ...options })
  if (status !== 0) process.exit(status ?? 1)
}

const markdownIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => posix.join(folder, file.replaceAll("\\", "/")))
    .filter((file) => file.endsWith(".md"))

// Pages outside of docs that are part of the site, by their page there.
const beside = {
  "README.md": "index.md",
  "SECURITY.md": "security.md",
  "GLOSSARY.md": "glossary.md",
  "CONTRIBUTING.md": "contributing.md",
  "examples/README.md": "examples.md",
  ...Object.fromEntries(
    readdirSync(join(root, "packages"))
      .filter((name) => existsSync(join(root, "packages", name, "README.md")))
      .map((name) => [`packages/${name}/README.md`, `packages/${name}.md`])
  )
}

const chinese = "docs/zh-CN/"
const english = markdownIn("docs").filter((file) => !file.startsWith(chinese))
const translated = new Set([...markdownIn("docs/zh-CN"), "README.zh-CN.md"])
const languages = ["en", "zh"]

/** The folder of changes that are not released yet, one file for each; together they are one page. */
const pending = ".changeset"

/** Returns the page of a file; undefined if it has none. */
const pageOf = (file) => {
  if (file === pending) return "changes.md"
  if (file === "README.zh-CN.md") return "index.md"
  if (beside[file] !== undefined) return beside[file]
  const path = file.startsWith(chinese)
    ? file.slice(chinese.length)
    : file.startsWith("docs/")
      ? file.slice(5)
      : undefined
  // The list of all pages is a page of its own; README.md of another folder is the page of that folder.
  return path === "README.md" ? "pages.md" : path?.replace(/(^|\/)README\.md$/, "$1index.md")
}

const pagesInBoth = new Set([...translated].map(pageOf))

/**
 * Returns the language of the page to which a link leads. It is the reader's language, unless a page that exists in
 * both languages names the other one.
 */
const languageOf = (aim, file, language) => {
  if (translated.has(aim)) return "zh"
  return translated.has(file) && pagesInBoth.has(pageOf(aim)) ? "en" : language
}

const isThere = (file) => file.endsWith(".md") && existsSync(join(root, file)) && pageOf(file) !== undefined

/** Returns the text of a page with links to pages; other links, such as those to a folder of code, become text. */
const relinked = (language, file, text) => {
  const from = posix.join(language, pageOf(file))
  let isCode = false
  const lines = joinHan(text)
    .split("\n")
    .map((line) => {
      if (/^\s*(```|~~~)/.test(line)) isCode = !isCode
      if (isCode) return line
      return line.replace(/(!?)\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)/g, (whole, picture, said, target) => {
        if (/^(?:[a-z]+:|#)/.test(target)) return whole
        const [path, anchor] = decodeURI(target).split("#")
        const aim = posix.normalize(posix.join(posix.dirname(file), path))
        if (picture === "!") return `![${said}](/${aim.replace(/^docs\//, "")})`
        const folder = posix.join(aim, "README.md")
        const found = isThere(aim) || aim === pending ? aim : isThere(folder) ? folder : undefined
        if (found === undefined) return said
        const page = posix.join(languageOf(found, file, language), pageOf(found))
        const link = posix.relative(posix.dirname(from), page) || posix.basename(page)
        return `[${said}](${link.startsWith(".") ? link : `./${link}`}${anchor === undefined ? "" : `#${anchor}`})`
      })
    })
  return lines.join("\n")
}

/** Returns whether the search finds a page. It leaves out design decisions and the list of tests. */
const isFound = (file) => file !== "docs/cases.md" && !file.startsWith("docs/decisions/")
const unfound = "---\nsearch: false\n---\n\n"

const write = (language, file) => {
  const page = join(site, "pages", language, pageOf(file))
  const whole = readFileSync(join(root, file), "utf8")
  const text = /^docs\/diagnostics\/\w+\/[^/]+$/.test(file) ? findingIn(whole, language) : whole
  mkdirSync(dirname(page), { recursive: true })
  writeFileSync(page, (isFound(file) ? "" : unfound) + relinked(language, file, text))
}

/** Returns the menu of a language: the headings of its list of pages, each with the links below it. */
const menuOf = (file, prefix) => {
  const menu = []
  for (const line of readFileSync(join(root, file), "utf8").split("\n")) {
    const [, heading] = /^## (.+)$/.exec(line) ?? []
    if (heading !== undefined) menu.push({ text: heading, items: [], collapsible: false })
    if (!line.startsWith("- ")) continue
    for (const [, text, target] of line.matchAll(/\[([^\]]+)\]\(([^)\s#]+)[^)]*\)/g)) {
      const aim = posix.normalize(posix.join(posix.dirname(file), target))
      const page = isThere(aim) ? pageOf(aim) : undefined
      if (page === undefined) continue
      const link = `${prefix}/${page.replace(/(^|\/)index\.md$/, "$1").replace(/\.md$/, "")}`
      const said = text.split(" · ").at(prefix === "" ? 0 : -1) ?? text
      menu.at(-1)?.items.push({ text: said.charAt(0).toUpperCase() + said.slice(1), link })
    }
  }
  return menu
}

/** Returns the pending changes by package, those that add something first. */
const pendingChanges = () => {
  const changes = readdirSync(join(root, pending))
    .filter((file) => file.endsWith(".md") && file !== "README.md")
    .map((file) => {
      const [, head = "", text = ""] = readFileSync(join(root, pending, file), "utf8").split(/^---$/m)
      const concerned = [...head.matchAll(/"(.+)": (\w+)/g)]
      return { of: concerned.map(([, name]) => name), isNew: concerned.some(([, , kind]) => kind !== "patch"), text }
    })
  const names = [...new Set(["hearback", ...changes.flatMap((change) => change.of)])]
  return names.flatMap((name) => {
    // A change of several packages is told once, with the package that hosts install.
    const own = changes.filter(({ of }) => (of.includes("hearback") ? name === "hearback" : of[0] === name))
    const lines = [...own.filter(({ isNew }) => isNew), ...own.filter(({ isNew }) => !isNew)].map(
      ({ text }) => `- ${text.trim().replaceAll("\n", "\n  ")}`
    )
    return lines.length === 0 ? [] : [`## ${name}`, ...lines]
  })
}

rmSync(join(site, "pages"), { recursive: true, force: true })
const decisions = english.filter((file) => file.startsWith("docs/decisions/"))
for (const language of languages) {
  const own = language === "zh" ? [...translated] : []
  const others = [...english, ...Object.keys(beside)].filter(
    (file) => language === "en" || !pagesInBoth.has(pageOf(file))
  )
  for (const file of [...own, ...others]) write(language, file)
  const title = language === "zh" ? "# 待发布的变更（英文）" : "# Pending changes"
  writeFileSync(
    join(site, "pages", language, pageOf(pending)),
    unfound + relinked(language, pending, [title, ...pendingChanges()].join("\n\n"))
  )
  const list = decisions.map((file) => {
    const title = /^# (.+)$/m.exec(readFileSync(join(root, file), "utf8"))?.[1] ?? file
    return `- [${title}](./${posix.basename(file)})`
  })
  writeFileSync(join(site, "pages", language, "decisions/index.md"), `${unfound}# Decisions\n\n${list.join("\n")}\n`)
}
cpSync(join(root, "docs/pictures"), join(site, "pages/public/pictures"), { recursive: true })
const outline = { en: menuOf("docs/README.md", ""), zh: menuOf("docs/zh-CN/README.md", "/zh") }
writeFileSync(join(site, "pages/outline.json"), JSON.stringify(outline))

const exec = ["exec", "--prefer-offline", "--yes", `--package=${PNPM}`, "-c"]
run("npm", [...exec, "pnpm install --ignore-workspace --frozen-lockfile --prefer-offline"], { stdio: ["ignore", 2, 2] })
run(process.execPath, [join(site, "node_modules/@rspress/core/bin/rspress.js"), "build"])

// These words must find the page that answers them.
const built = join(site, "build/static")
const queries = JSON.parse(readFileSync(join(site, "queries.json"), "utf8"))
for (const language of languages) {
  const [index] = readdirSync(built).filter((file) => file.startsWith(`search_index.${language}.`))
  const wrong = wrongIn(JSON.parse(readFileSync(join(built, index), "utf8")), queries[language])
  for (const line of wrong) process.stderr.write(`${line}\n`)
  if (wrong.length > 0) process.exitCode = 1
}
