// Writes the shapes of stored events by version, from their types and the rules of sealed fields
// (packages/engine/src/record/generated/EventShapes.ts). Records were written by these shapes, so a shape may only
// become wider. Any other change is refused, with the step that is missing in
// packages/engine/src/record/shape/Upcasts.ts. The shapes of former versions never change. With --check it writes
// nothing and fails if the file is out of date.
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { type Node, Project } from "ts-morph"
import type { AnyFields } from "../packages/engine/src/record/clear/FieldRule.ts"
import { streamFields } from "../packages/engine/src/record/clear/StreamEvents.ts"
import type { EventShape } from "../packages/engine/src/record/shape/Shape.ts"
import { upcasts } from "../packages/engine/src/record/shape/Upcasts.ts"
import { makeShapeReader } from "./shape/TypeShape.ts"
import { narrowed } from "./shape/Widening.ts"

type ByName<T> = Readonly<Record<string, T>>
type Table = ByName<ByName<readonly EventShape[]>>

const root = join(import.meta.dirname, "..")
const path = join(root, "packages/engine/src/record/generated/EventShapes.ts")
const steps = upcasts as ByName<ByName<readonly unknown[]>>

const project = new Project({ tsConfigFilePath: join(root, "tsconfig.json"), skipAddingFilesFromTsConfig: true })
const source = project.addSourceFileAtPath(join(root, "packages/engine/src/record/clear/StreamEvents.ts"))
const place: Node = source.getInterfaceOrThrow("StreamEvents")
const { read, names } = makeShapeReader(place)

const kept: Table = existsSync(path) ? (await import(pathToFileURL(path).href)).eventShapes : {}
const faults: string[] = []

/** Returns all versions of an event: the former ones, and the present one. */
const versionsOf = (kind: string, name: string, today: EventShape): readonly EventShape[] => {
  const before = kept[kind]?.[name] ?? []
  const over = steps[kind]?.[name]?.length ?? 0
  if (before.length > over + 1)
    faults.push(`${kind} ${name}: records of version ${before.length} exist, and no step leads there any more`)
  const last = before[over]
  const lost = last === undefined ? undefined : narrowed(last, today)
  if (lost !== undefined)
    faults.push(
      `${kind} ${name}: ${lost}. Records of version ${over + 1} would not be read any more: add a step from version ` +
        `${over + 1} to ${over + 2} in packages/engine/src/record/shape/Upcasts.ts`
    )
  return [...before.slice(0, over), today]
}

const table: Record<string, Record<string, readonly EventShape[]>> = {}
for (const kind of place.getType().getProperties()) {
  const events: Record<string, readonly EventShape[]> = {}
  for (const event of kind.getTypeAtLocation(place).getProperties()) {
    const fields = (streamFields as unknown as ByName<ByName<AnyFields>>)[kind.getName()]?.[event.getName()]
    const today = read(event.getTypeAtLocation(place), { members: fields ?? {} }, event.getName())
    events[event.getName()] = versionsOf(kind.getName(), event.getName(), today)
  }
  table[kind.getName()] = events
}
for (const [kind, events] of Object.entries(kept))
  for (const name of Object.keys(events))
    if (table[kind]?.[name] === undefined) faults.push(`${kind} ${name}: records of it exist, and its type is gone`)

const nameOf = (shape: EventShape): string | undefined => names.get(JSON.stringify(shape))
const quoted = (name: string): string => (/^[a-z]\w*$/i.test(name) ? name : JSON.stringify(name))
const entries = (all: ByName<EventShape>): string =>
  Object.entries(all)
    .map(([name, inner]) => `${quoted(name)}: ${render(inner)}`)
    .join(", ")
const list = (all: readonly EventShape[]): string => `[${all.map((one) => render(one)).join(", ")}]`
const render = (shape: EventShape, byName = nameOf(shape)): string => {
  if (byName !== undefined) return byName
  if (typeof shape === "string") return JSON.stringify(shape)
  if ("is" in shape) return `{ is: ${JSON.stringify(shape.is)} }`
  if ("list" in shape) return `{ list: ${render(shape.list)} }`
  if ("map" in shape) return `{ map: ${render(shape.map)} }`
  if ("row" in shape) return `{ row: ${list(shape.row)} }`
  if ("any" in shape) return `{ any: ${list(shape.any)} }`
  return Object.keys(shape.has).length === 0 ? "{ has: {} }" : `{ has: { ${entries(shape.has)} } }`
}
const inside = (shape: EventShape): string => {
  const name = nameOf(shape)
  names.delete(JSON.stringify(shape))
  const text = render(shape, undefined)
  if (name !== undefined) names.set(JSON.stringify(shape), name)
  return text
}

const text = `${[
  `// Written by scripts/emit-events.ts from the types of events. Do not edit.
/** The shapes of the bodies of stored events: by the kind of stream and the name of the event, version 1 first. */
import type { StreamEvents, StreamKind } from "../clear/StreamEvents.ts"
import type { EventShape } from "../shape/Shape.ts"`,
  [...names]
    .map(([shape, name]) => `const ${name}: EventShape = ${inside(JSON.parse(shape) as EventShape)}`)
    .join("\n"),
  `export const eventShapes: {
  readonly [Kind in StreamKind]: { readonly [Name in keyof StreamEvents[Kind]]: readonly EventShape[] }
} = {
${Object.entries(table)
  .map(
    ([kind, events]) =>
      `  ${kind}: {\n${Object.entries(events)
        .map(([name, versions]) => `    ${quoted(name)}: ${list(versions)}`)
        .join(",\n")}\n  }`
  )
  .join(",\n")}
}`
].join("\n\n")}\n`

if (faults.length > 0) {
  for (const fault of faults) console.error(fault)
  process.exitCode = 1
} else if (!process.argv.includes("--check")) writeFileSync(path, text)
else if (!existsSync(path) || readFileSync(path, "utf8") !== text) {
  console.error('packages/engine/src/record/generated/EventShapes.ts is out of date: run "node --run schemas"')
  process.exitCode = 1
}
