import { execFileSync } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { type FileKind, languageOf, type Outline } from "../../src/outline/Outline.ts"
import { texts } from "../../src/text/catalogue/Texts.ts"

const kinds: ReadonlyArray<FileKind> = ["policy", "scenario", "people", "mapping", "simulation", "log"]

function* maps(outline: Outline): Generator<Outline> {
  if (outline.properties !== undefined) yield outline
  const inner = [outline.$defs, outline.properties, outline.patternProperties].flatMap((each) =>
    Object.values(each ?? {})
  )
  for (const each of [...inner, ...(outline.anyOf ?? []), ...(outline.items ? [outline.items] : [])]) yield* maps(each)
  if (outline.additionalProperties) yield* maps(outline.additionalProperties)
}

describe("the schema of the language", () => {
  it("has a Chinese word for every key, each once in its map", () => {
    for (const kind of kinds)
      for (const { properties = {}, title } of maps(languageOf(kind).root)) {
        const words = Object.values(properties).map((each) => each["x-zh"] ?? "")
        for (const word of words)
          expect(word, `${title}: ${Object.keys(properties)}`).toMatch(/[\p{Script=Han}]|^\d|NPS/u)
        expect(new Set(words).size, `${title}: ${words}`).toBe(words.length)
      }
  })

  it("has a title for every definition, and every title is used", () => {
    const outlined = kinds.flatMap((kind) => JSON.stringify(languageOf(kind).root).match(/"title":"\w+"/g) ?? [])
    for (const kind of kinds)
      for (const [name, { title }] of Object.entries(languageOf(kind).root.$defs ?? {}))
        expect(texts.en.title[title as keyof typeof texts.en.title], name).toBeDefined()
    const used = new Set(outlined.map((each) => each.slice('"title":"'.length, -1)))
    // Tables of examples are expanded before a file is checked.
    expect(Object.keys(texts.en.title).filter((name) => !used.has(name))).toEqual(["Column"])
  })

  it.each(["emit-schemas.ts", "emit-packs.ts"])("equals the source of the generated files: %s", (script) => {
    const root = join(import.meta.dirname, "../../../..")
    execFileSync(process.execPath, ["--conditions=source", join(root, "scripts", script), "--check"], { cwd: root })
  })

  it("is not used at run time: only the schema imports itself and its library", () => {
    const source = join(import.meta.dirname, "../../src")
    const running = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
      (path) => path.endsWith(".ts") && !path.startsWith("schema")
    )
    expect(running.length).toBeGreaterThan(100)
    for (const path of running) {
      const imports = [...readFileSync(join(source, path), "utf8").matchAll(/from "([^"]+)"/g)].map(([, from]) => from)
      expect(
        imports.filter((from) => from?.startsWith("effect") || /\/schema\/|\/Says\.ts/.test(from ?? "")),
        path
      ).toEqual([])
    }
  })
})
