// The part of JSON Schema that the language uses, with functions that go through it.

/** A schema with our annotations. */
export interface JsonSchema {
  readonly [annotation: `x-${string}`]: unknown
  readonly $schema?: string
  readonly $id?: string
  readonly $ref?: string
  readonly $defs?: Properties
  readonly type?: string
  readonly title?: string
  readonly description?: string
  readonly markdownDescription?: string
  readonly examples?: ReadonlyArray<unknown>
  readonly enum?: ReadonlyArray<unknown>
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly properties?: Properties
  readonly patternProperties?: Properties
  readonly propertyNames?: JsonSchema
  readonly additionalProperties?: JsonSchema | false
  readonly required?: ReadonlyArray<string>
  readonly items?: JsonSchema
  readonly anyOf?: ReadonlyArray<JsonSchema>
  readonly allOf?: ReadonlyArray<JsonSchema>
  readonly oneOf?: ReadonlyArray<JsonSchema>
}
/** The properties of a schema, by name. */
export type Properties = Readonly<Record<string, JsonSchema>>

/** Returns a schema in which every schema directly within it is changed. */
export function within(schema: JsonSchema, change: (part: JsonSchema) => JsonSchema): JsonSchema {
  const { properties, patternProperties, $defs, propertyNames, additionalProperties, items, anyOf } = schema
  return {
    ...schema,
    ...(properties && { properties: each(properties, change) }),
    ...(patternProperties && { patternProperties: each(patternProperties, change) }),
    ...($defs && { $defs: each($defs, change) }),
    ...(propertyNames && { propertyNames: change(propertyNames) }),
    ...(additionalProperties && { additionalProperties: change(additionalProperties) }),
    ...(items && { items: change(items) }),
    ...(anyOf && { anyOf: anyOf.map(change) })
  }
}

/** Returns properties in which every schema is changed. */
export function each(properties: Properties, change: (part: JsonSchema) => JsonSchema): Properties {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, change(value)]))
}
