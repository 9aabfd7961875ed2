/** Markdown files of the repository: their fences and links, each with its place. */
import { readdirSync, readFileSync } from "node:fs"
import { join, relative } from "node:path"

/** The folder of the repository. */
export const root = join(import.meta.dirname, "../..")

export interface Fence {
  /** Relative to the repository. */
  readonly file: string
  /** The line of the opening fence, from 1. */
  readonly line: number
  /** The first word behind the fence, such as `yaml`; empty where there is none. */
  readonly language: string
  /** The other words behind the fence. */
  readonly tags: readonly string[]
  readonly text: string
}

export interface Link {
  readonly file: string
  readonly line: number
  readonly target: string
}

/** Returns `file:line` of something in a file. */
export const placeOf = ({ file, line }: Fence | Link): string => `${file}:${line}`

export const textOf = (file: string): string => readFileSync(join(root, file), "utf8")

/** Returns the Markdown files of a folder, those of folders below it too, sorted. */
export const markdownIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => relative(root, join(root, folder, file)))
    .sort()

/** Returns every fence of a file. Errors: throws where a fence is not closed. */
export const fencesOf = (file: string, text = textOf(file)): readonly Fence[] => {
  const fences: Fence[] = []
  const lines = text.split("\n")
  for (let at = 0; at < lines.length; at++) {
    const opening = /^(\s*)(`{3,}|~{3,})\s*(.*)$/.exec(lines[at] ?? "")
    if (opening === null) continue
    const [, indent = "", sign = "", info = ""] = opening
    const end = lines.findIndex((line, i) => i > at && line.trim() === sign)
    if (end < 0) throw new Error(`${file}:${at + 1}: a fence is opened here and never closed`)
    const [language = "", ...tags] = info.trim().split(/\s+/)
    const body = lines.slice(at + 1, end).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    fences.push({ file, line: at + 1, language, tags, text: `${body.join("\n")}\n` })
    at = end
  }
  return fences
}

/** Returns the lines of a file that stand in no fence; the others are empty, so that line numbers hold. */
export const proseOf = (text: string): readonly string[] => {
  let within = false
  return text.split("\n").map((line) => {
    const isFence = /^\s*(```|~~~)/.test(line)
    if (isFence) within = !within
    return isFence || within ? "" : line
  })
}

/** Returns every link to something of the repository. */
export const linksOf = (file: string, text = textOf(file)): readonly Link[] =>
  proseOf(text).flatMap((line, at) =>
    [...line.replace(/`[^`]*`/g, (code) => "x".repeat(code.length)).matchAll(/\]\(([^)\s]+)\)/g)]
      .map((match) => match[1] ?? "")
      .filter((target) => !/^[a-z]+:/.test(target))
      .map((target) => ({ file, line: at + 1, target }))
  )

/** Returns the anchors that the headings of a file make, as the usual renderers do. */
export const anchorsOf = (text: string): ReadonlySet<string> =>
  new Set(
    proseOf(text)
      .filter((line) => /^#{1,6} /.test(line))
      .map((line) =>
        line
          .replace(/^#+ /, "")
          .toLowerCase()
          .replace(/[^\p{L}\p{N}\s_-]/gu, "")
          .trim()
          .replace(/\s/g, "-")
      )
  )
