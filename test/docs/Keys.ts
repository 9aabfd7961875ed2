/** The page of every key of the language, made from its JSON Schema, so that hover in an editor and page say the same. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { wordsOf } from "../../packages/policy/src/vocabulary/Word.ts"
import { root } from "./Markdown.ts"
import { otherwise, type Part, shown } from "./Shown.ts"

interface Shape {
  readonly $ref?: string
  readonly type?: string
  readonly title?: string
  readonly "x-title-zh"?: string
  readonly description?: string
  readonly "x-description-zh"?: string
  readonly examples?: readonly unknown[]
  readonly enum?: readonly unknown[]
  readonly "x-enum-zh"?: readonly string[]
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly patternProperties?: Readonly<Record<string, Shape>>
  readonly additionalProperties?: Shape | boolean
  readonly required?: readonly string[]
  readonly $defs?: Readonly<Record<string, Shape>>
}

export const keysPage = "docs/keys.md"

const files = [
  ["policy", "Policy files", "策略文件"],
  ["scenario", "Scenario files", "场景文件"],
  ["people", "People files", "人员文件"],
  ["simulation", "Simulation files", "模拟方案"],
  ["log", "Log mappings", "日志映射"],
  ["mapping", "Mappings of an import", "导入映射"]
] as const

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ")

/** What a value may be, in a few words: the name of its part, its choices, or its type. */
const meant = (shape: Shape, parts: Readonly<Record<string, Shape>>, depth = 0): string => {
  if (shape.enum !== undefined) return shape.enum.map((one) => `\`${String(one)}\``).join(" ")
  const name = shape.$ref?.split("/").at(-1)
  if (name !== undefined) {
    const part = parts[name]
    if (part?.enum !== undefined && part.enum.length <= 8) return meant(part, parts)
    return part?.title ?? name
  }
  const any = shape.anyOf ?? shape.oneOf ?? shape.allOf
  if (any !== undefined && depth < 2) return [...new Set(any.map((one) => meant(one, parts, depth + 1)))].join(", ")
  if (shape.type === "array")
    return shape.items === undefined ? "list" : `list of ${meant(shape.items, parts, depth + 1)}`
  return shape.type ?? ""
}

const table = (
  shape: Shape,
  parts: Readonly<Record<string, Shape>>,
  examples: ReadonlyMap<string, string>,
  name: string
): readonly string[] => [
  "| key | 中文 | value | says | 说明 | example |",
  "|---|---|---|---|---|---|",
  ...Object.entries(shape.properties ?? {}).map(([key, value]) => {
    const [first] = value.examples ?? []
    const example = examples.get(`${name}.${key}`) ?? first ?? otherwise(name, key)
    const shown =
      example === undefined ? "" : `\`${cell(typeof example === "string" ? example : JSON.stringify(example))}\``
    const must = shape.required?.includes(key) === true ? " (must)" : ""
    return `| \`${key}\`${must} | ${value["x-title-zh"] ?? ""} | ${cell(meant(value, parts))} | ${cell(value.description ?? "")} | ${cell(value["x-description-zh"] ?? "")} | ${shown} |`
  })
]

const chapter = ([name, en, zh]: (typeof files)[number]): readonly string[] => {
  const schema = JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), "utf8")) as Shape
  const parts = schema.$defs ?? {}
  const examples = shown(name, schema as Part)
  const withKeys = Object.entries(parts).filter(([, part]) => part.properties !== undefined)
  return [
    `## ${en} · ${zh}`,
    "",
    ...table(schema, parts, examples, ""),
    "",
    ...withKeys.flatMap(([id, part]) => [
      `### ${part.title ?? id} · ${part["x-title-zh"] ?? id}`,
      "",
      ...table(part, parts, examples, id),
      ""
    ])
  ]
}

/** Every choice of words in a schema, under the name of what takes it. */
const choices = (shape: unknown, title: string): readonly (readonly [string, string])[] => {
  if (typeof shape !== "object" || shape === null) return []
  const { enum: words, "x-enum-zh": zh, title: own, "x-title-zh": ownZh } = shape as Shape
  const name = own === undefined ? title : `${own} · ${ownZh ?? own}`
  const here = words === undefined || zh === undefined ? [] : [[name, paired(words.map(String), zh)] as const]
  return [...here, ...Object.values(shape).flatMap((one) => choices(one, name))]
}

const paired = (words: readonly string[], zh: readonly string[]): string =>
  words.map((word, i) => `\`${word}\` ${zh[i] ?? ""}`).join(" · ")

const spaced = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** The words of values: those that the language has wherever such a value stands, and those of single keys. */
const words = (): readonly string[] => {
  const everywhere = Object.entries(wordsOf).map(
    ([sort, table]) => [spaced(sort), paired(Object.keys(table), Object.values(table))] as const
  )
  const ofKeys = files.flatMap(([name]) =>
    choices(JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), "utf8")), "")
  )
  const rows = [...new Set([...everywhere, ...ofKeys].map(([name, pairs]) => `| ${cell(name)} | ${cell(pairs)} |`))]
  return ["## Words of values · 取值用语", "", "| value | words |", "|---|---|", ...rows, ""]
}

/** Returns the page as it should stand. */
export const keysText = (): string =>
  [
    "# Every key",
    "",
    "Made from the JSON Schemas in [`schemas`](../schemas) by `node --conditions=source scripts/write-docs.ts`; editors",
    "show the same texts when the pointer rests on a key. What the keys mean together is in",
    "[the language reference](language.md). 下表由 JSON Schema 生成，与编辑器中的悬停说明一致。",
    "",
    ...files.flatMap(chapter),
    ...words()
  ].join("\n")
