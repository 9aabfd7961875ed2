import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Ajv2020 } from "ajv/dist/2020.js"
import { describe, expect, it } from "vitest"
import type { FileKind } from "../../src/outline/Outline.ts"
import { parseYaml } from "../../src/parse/YamlParser.ts"
import { readFile } from "../../src/shape/Check.ts"
import { toJson } from "../../src/source/Node.ts"
import { keysOf } from "../../src/vocabulary/KeyLanguage.ts"

const here = import.meta.dirname
const folders = [
  "../../packs",
  "../fixtures",
  "../fixtures/scenarios",
  "../../../../examples/itr-service",
  "../../../../examples/incidents"
].map((folder) => join(here, folder))
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".yaml") && name !== "map.yaml")
    .map((name) => join(folder, name))
)
const kindOf = (path: string): FileKind =>
  path.endsWith(".mapping.yaml")
    ? "log"
    : path.endsWith(".simulation.yaml")
      ? "simulation"
      : path.endsWith(".scenario.yaml")
        ? "scenario"
        : /people[^/]*\.yaml$/.test(path)
          ? "people"
          : "policy"

const schemas = new Map(
  ["policy", "scenario", "people", "mapping", "simulation", "log"]
    .flatMap((kind) => [kind, `${kind}.zh`])
    .map((kind) => {
      const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false })
      for (const word of ["markdownDescription", "x-title-zh", "x-description-zh", "x-enum-zh", "x-quotes"])
        ajv.addKeyword(word)
      const schema = JSON.parse(readFileSync(join(here, `../../../../schemas/${kind}.schema.json`), "utf8"))
      return [kind, ajv.compile(schema)] as const
    })
)

describe("every policy, pack, scenario and people file", () => {
  it.each(files.map((path) => [path.slice(path.lastIndexOf("/") + 1), path]))(
    "has no shape fault: %s",
    (_name, path) => {
      const source = { path, text: readFileSync(path) }
      const { file, tree, diagnostics } = readFile(source, kindOf(path))
      expect(diagnostics).toEqual([])
      const validate = schemas.get(kindOf(path))
      // The JSON Schema, which editors use, agrees with the check.
      expect(tree && validate?.(toJson(tree)), JSON.stringify(validate?.errors)).toBe(true)
      const written = parseYaml(source).tree
      const own = schemas.get(keysOf(file) === "en" ? kindOf(path) : `${kindOf(path)}.zh`)
      expect(written && own?.(toJson(written)), JSON.stringify(own?.errors)).toBe(true)
    }
  )

  it("exists", () => {
    expect(files.length).toBeGreaterThanOrEqual(15)
  })
})

describe("a mapping file", () => {
  const check = (text: string) => readFile({ path: "map.yaml", text }, "mapping").diagnostics.map(({ code }) => code)

  it("has fields, constants and formats", () => {
    expect(
      check(
        'verbatim: text\n"channel:": web\nreceived: when\nreceived:format: "dd/MM/yyyy HH:mm"\nreceived:zone: Asia/Shanghai\nfacts.product: item\n'
      )
    ).toEqual([])
  })

  it("is described to editors in Chinese, too", () => {
    const own = schemas.get("mapping.zh")
    expect(
      own?.({ 闭环: 1, 客户原话: "说的", "渠道:": "web", "收到时间:格式": "yyyy-MM-dd", "事实.产品": "item" })
    ).toBe(true)
    expect(own?.({ 客户原: "说的" })).toBe(false)
    expect(own?.({ verbatim: "said" })).toBe(false)
  })

  it("has no other fields", () => {
    expect(check("verbatim:format: text\n")).toEqual(["shape/unknown-key"])
    expect(check("verbatm: text\n")).toEqual(["shape/unknown-key"])
    expect(check("verbatim: [a]\n")).toEqual(["shape/wrong-type"])
  })
})
