/**
 * The outline of the language at run time: what `scripts/emit-schemas.ts` wrote from the schema. Files are checked
 * against it, and diagnostics take their words from it.
 */
import { log, mapping, people, policy, scenario, simulation } from "../generated/outlines.js"
import type { NameSort } from "../vocabulary/Sort.ts"

/** What kinds of file there are. Policies, packs and parts are one kind. */
export type FileKind = "policy" | "scenario" | "people" | "mapping" | "simulation" | "log"

/** A schema: constraints, and what people call the thing. */
export interface Outline {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Outline>>
  readonly type?: "object" | "array" | "string" | "number" | "integer" | "boolean"
  readonly enum?: ReadonlyArray<string | number>
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly properties?: Readonly<Record<string, Outline>>
  readonly patternProperties?: Readonly<Record<string, Outline>>
  readonly propertyNames?: Outline
  readonly additionalProperties?: Outline | false
  readonly required?: ReadonlyArray<string>
  readonly items?: Outline
  readonly anyOf?: ReadonlyArray<Outline>
  /** What it is called, by the name under which the texts have that. */
  readonly title?: string
  readonly "x-example"?: string | number
  /** Of a key: its Chinese word. Of a choice: the Chinese words of its values. */
  readonly "x-zh"?: string
  readonly "x-enum-zh"?: ReadonlyArray<string>
  /** Whether what looks like a number or a yes-no stands here as a text. */
  readonly "x-quotes"?: boolean
  /** Which words of ours may stand here among names, or in a text; on a map, among its keys. */
  readonly "x-words"?: NameSort
  /** How the formatter lays it out: on one line always, or never. */
  readonly "x-layout"?: "row" | "block"
  /** Of a map of our keys: their order says something, so the formatter keeps it. */
  readonly "x-ordered"?: boolean
}

/** The outline of one kind of file. */
export interface FileOutline {
  readonly root: Outline
  /** Returns the schema that a reference stands for; anything else as it is. */
  readonly resolve: (outline: Outline) => Outline
}

const outlines: Readonly<Record<FileKind, string>> = { policy, scenario, people, mapping, simulation, log }
const read = new Map<FileKind, FileOutline>()

/** Returns the outline of a kind of file. */
export function languageOf(kind: FileKind): FileOutline {
  const before = read.get(kind)
  if (before !== undefined) return before
  const root = JSON.parse(outlines[kind]) as Outline
  const defs = new Map(Object.entries(root.$defs ?? {}).map(([name, def]) => [`#/$defs/${name}`, def]))
  const resolve = (outline: Outline): Outline => {
    const named = outline.$ref === undefined ? undefined : defs.get(outline.$ref)
    return named === undefined ? outline : resolve(named)
  }
  const language = { root, resolve }
  read.set(kind, language)
  return language
}

/** Whether a branch of a union is the word that takes an inherited entry out. */
export const isRemoval = ({ $ref }: Outline): boolean => $ref === "#/$defs/Removed"
