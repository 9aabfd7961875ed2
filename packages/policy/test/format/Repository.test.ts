/** Properties of formatting that hold for every file of the repository. */
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, it } from "vitest"
import { format } from "../../src/format/Format.ts"
import { compile, packs } from "../../src/index.ts"
import { flattenFile } from "../../src/node.ts"
import type { KeyLanguage } from "../../src/vocabulary/KeyLanguage.ts"
import { type File, files, policies } from "./Files.ts"

/** Caches a result for each file with its content, and for each key language. */
const once = <A>(make: (file: File, word: string) => A): ((file: File, word?: string) => A) => {
  const made = new Map<string, A>()
  return (file, word = "") => {
    const key = JSON.stringify([word, file.path, file.text])
    const known = made.get(key) ?? make(file, word)
    made.set(key, known)
    return known
  }
}

const inKeys = once(({ path, text }, keys) => {
  const done = format({ path, text }, { keys: keys as KeyLanguage })
  if (done.text === undefined) throw new Error(done.diagnostics.map(({ message }) => message.en).join("\n"))
  return { path, name: path, text: done.text }
})

/** Returns a formatted file, in its own keys unless others are given. */
const formatted = (file: File, keys: KeyLanguage = /^闭环:/m.test(file.text) ? "zh-CN" : "en"): File =>
  inKeys(file, keys)

/** Files that people read. Fixtures keep different ways of writing on purpose. */
const shipped = files.filter(({ name }) => name.startsWith("packages/policy/packs/") || name.startsWith("examples/"))

/** Returns the decisions of a policy, without places. */
const decided = once(({ path, text }) => {
  const read = (name: string) => (join(dirname(path), name) === path ? text : readFileSync(join(dirname(path), name)))
  const { bundle, diagnostics } = compile({ root: path, read: (name) => read(name.slice(dirname(path).length + 1)) })
  if (bundle === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join("\n"))
  const { places: _, ...rest } = bundle
  return rest
})

describe("formatting", () => {
  it("has files to check", () => {
    expect(files.length).toBeGreaterThan(40)
    expect(policies.length).toBeGreaterThan(12)
    expect(packs().size).toBeGreaterThan(2)
  })

  it.each(files.map((file) => [file.name, file] as const))("applied twice changes nothing more: %s", (_, file) => {
    const laidOut = formatted(file)
    expect(formatted(laidOut).text).toBe(laidOut.text)
  })

  it.each(shipped.map((file) => [file.name, file] as const))("is already applied: %s", (_, file) => {
    expect(formatted(file).text).toBe(file.text)
  })

  it.each(files.map((file) => [file.name, file] as const))("translates to the other keys and back: %s", (_, file) => {
    const english = formatted(file, "en")
    const chinese = formatted(file, "zh-CN")
    expect(chinese.text).toMatch(/^闭环: 1$/m)
    expect(english.text).toMatch(/^hearback: 1$/m)
    expect(formatted(chinese, "en").text).toBe(english.text)
    expect(formatted(english, "zh-CN").text).toBe(chinese.text)
  })

  it.each(policies.map((file) => [file.name, file] as const))("changes no decision: %s", (_, file) => {
    const before = decided(file)
    expect(decided(formatted(file))).toEqual(before)
    expect(decided(formatted(file, "zh-CN"))).toEqual(before)
  })

  const shippedPolicies = policies.filter((file) => shipped.includes(file))
  it.each(shippedPolicies.map((file) => [file.name, file] as const))(
    "and flattening change no decision: %s",
    (_, file) => {
      const before = decided(file)
      const [english, chinese] = (["en", "zh-CN"] as const).map((keys) => {
        const { text = "", diagnostics } = flattenFile(file.path, { keys })
        expect(diagnostics.filter(({ level }) => level === "error")).toEqual([])
        return { ...file, text }
      })
      if (english === undefined || chinese === undefined) throw new Error("not flattened")
      expect(decided(english)).toEqual(before)
      // A flattened policy has its own places and sources, and is formatted like any other.
      expect(formatted(english).text).toBe(english.text)
      expect(formatted(chinese).text).toBe(chinese.text)
      expect(formatted(english, "zh-CN").text).toBe(chinese.text)
    }
  )

  it.each(files.map((file) => [file.name, file] as const))("keeps every comment: %s", (_, file) => {
    const comments = (text: string) =>
      text.split("\n").flatMap((line) => /(?:^|\s)(#(?:\s|\p{L}).*)$/u.exec(line)?.[1]?.trim() ?? [])
    expect(comments(formatted(file).text).sort()).toEqual(comments(file.text).sort())
  })
})
