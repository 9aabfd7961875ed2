// Makes the JSON Schema of files with Chinese keys from the schema of the language: every key and every choice by its
// Chinese word, with titles, descriptions and examples in Chinese.
import { type Glossary, inChinese } from "../packages/policy/src/vocabulary/Snippet.ts"
import { valueIn } from "../packages/policy/src/vocabulary/Word.ts"
import { each, type JsonSchema, type Properties } from "./json-schema.ts"

/** Returns a schema for Chinese keys. */
export function chinese(schema: JsonSchema, $id: string, glossary: Glossary): JsonSchema {
  return { ...turned(schema, glossary), $id }
}

function turned(schema: JsonSchema, glossary: Glossary): JsonSchema {
  const turn = (each: JsonSchema): JsonSchema => turned(each, glossary)
  const { properties, patternProperties, $defs, propertyNames, additionalProperties, items, anyOf, oneOf } = schema
  const { "x-title-zh": title, "x-description-zh": description, markdownDescription, required, examples } = schema
  const enums = words(schema)
  return {
    ...plain(schema),
    ...(typeof title === "string" && { title: inChinese(title, glossary) }),
    ...(typeof description === "string" && { description: inChinese(description, glossary) }),
    ...(typeof description === "string" &&
      markdownDescription !== undefined && {
        markdownDescription: `${inChinese(description, glossary)}\n\n${schema.description}`
      }),
    ...(required && { required: required.map((key) => keyOf(schema, key)) }),
    ...(enums && { enum: enums }),
    ...(examples && { examples: examples.map((example) => exampleOf(schema, example)) }),
    ...(typeof schema["x-pattern-zh"] === "string" && { pattern: schema["x-pattern-zh"] }),
    ...(Array.isArray(schema["x-examples-zh"]) && { examples: schema["x-examples-zh"] }),
    ...(properties && { properties: renamed(properties, turn) }),
    ...(patternProperties && { patternProperties: each(patternProperties, turn) }),
    ...($defs && { $defs: each($defs, turn) }),
    ...(propertyNames && { propertyNames: namesOf(propertyNames, properties ?? {}, turn) }),
    ...(additionalProperties && { additionalProperties: turn(additionalProperties) }),
    ...(items && { items: turn(items) }),
    ...(anyOf && { anyOf: anyOf.map(turn) }),
    ...(oneOf && { oneOf: oneOf.map((one) => ({ required: one.required?.map((key) => keyOf(schema, key)) ?? [] })) })
  }
}

/** Returns a schema without our annotations. */
function plain(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !key.startsWith("x-")))
}

type Turn = (schema: JsonSchema) => JsonSchema

function renamed(properties: Properties, turn: Turn): Properties {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [
      chineseKey(key, value),
      { ...turn(value), title: chineseKey(key, value) }
    ])
  )
}

const chineseKey = (key: string, { "x-title-zh": zh }: JsonSchema): string => (typeof zh === "string" ? zh : key)

const keyOf = ({ properties }: JsonSchema, key: string): string => chineseKey(key, properties?.[key] ?? {})

/** Returns choices by their Chinese words; yes and no are read in both languages and offered in one. */
function words({ enum: english, "x-enum-zh": zh }: JsonSchema): ReadonlyArray<unknown> | undefined {
  if (english?.includes("yes") && english.includes("是")) return ["是", "否"]
  return Array.isArray(zh) ? zh : english
}

function namesOf({ anyOf, enum: names, ...schema }: JsonSchema, properties: Properties, turn: Turn): JsonSchema {
  return {
    ...turn(schema),
    ...(names && { enum: names.map((name) => chineseKey(String(name), properties[String(name)] ?? {})) }),
    ...(anyOf && { anyOf: anyOf.map((branch) => namesOf(branch, properties, turn)) })
  }
}

function exampleOf({ "x-words": sort }: JsonSchema, example: unknown): unknown {
  const nobody = { inputs: new Set<string>(), moments: new Set<string>() }
  const isPlaced = sort === undefined || sort === "cell" || sort === "default" || sort === "path"
  return typeof example !== "string" || isPlaced
    ? example
    : (valueIn(sort as Parameters<typeof valueIn>[0], example, "zh-CN", nobody) ?? example)
}
