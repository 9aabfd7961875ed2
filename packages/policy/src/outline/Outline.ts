/**
 * The outline of the policy language at run time, which `scripts/emit-schemas.ts` writes from the schema. Files are
 * checked against it, and diagnostics take words from it.
 */
import { log, mapping, people, policy, scenario, simulation } from "../generated/outlines.js"
import type { NameSort } from "../vocabulary/Sort.ts"

/** The kinds of files. Policies, packs and parts are one kind. */
export type FileKind = "policy" | "scenario" | "people" | "mapping" | "simulation" | "log"

/** A schema: the constraints of a value, and its words. */
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
  /** The name under which the texts have its description. */
  readonly title?: string
  readonly "x-example"?: string | number
  /** For a key: its Chinese word. For a choice: the Chinese words of its values. */
  readonly "x-zh"?: string
  readonly "x-enum-zh"?: ReadonlyArray<string>
  /** Whether a value that looks like a number or a yes-no is a text here. */
  readonly "x-quotes"?: boolean
  /** The words of the language that can occur among names, in a text, or as keys of a map. */
  readonly "x-words"?: NameSort
  /** Its layout: always on one line, or never. */
  readonly "x-layout"?: "row" | "block"
  /** For a map with keys of the language: whether their order has a meaning, so that the formatter keeps it. */
  readonly "x-ordered"?: boolean
}

/** The outline of one kind of file. */
export interface FileOutline {
  readonly root: Outline
  /** Returns the schema that a reference stands for; any other schema is returned unchanged. */
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

/** Returns whether a branch of a union is the word that removes an inherited entry. */
export const isRemoval = ({ $ref }: Outline): boolean => $ref === "#/$defs/Removed"
