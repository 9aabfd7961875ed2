/** The Chinese of every comment on the page of the program interface, by its English, in tables by the folders of the code. */
import { adapters } from "./zh-CN/Adapters.ts"
import { cases } from "./zh-CN/Cases.ts"
import { customers } from "./zh-CN/Customers.ts"
import { desk } from "./zh-CN/Desk.ts"
import { laws } from "./zh-CN/Laws.ts"
import { learning } from "./zh-CN/Learning.ts"
import { loop } from "./zh-CN/Loop.ts"
import { programs } from "./zh-CN/Programs.ts"
import { scenarios } from "./zh-CN/Scenarios.ts"
import { shared } from "./zh-CN/Shared.ts"
import { simulation } from "./zh-CN/Simulation.ts"
import { stores } from "./zh-CN/Stores.ts"
import { tests } from "./zh-CN/Tests.ts"

interface Table {
  /** The file to edit. */
  readonly file: string
  /** Which source files have its comments; the first table that fits is meant. */
  readonly covers: RegExp
  readonly says: Readonly<Record<string, string>>
}

const table = (name: string, covers: RegExp, says: Table["says"]): Table => ({
  file: `test/docs/api/zh-CN/${name}.ts`,
  covers,
  says
})

const tables: readonly Table[] = [
  table("Cases", /hearback\/src\/case\//, cases),
  table("Desk", /hearback\/src\/(desk|answer|call|preview)\/|core\/src\//, desk),
  table("Customers", /hearback\/src\/customer\//, customers),
  table("Loop", /hearback\/src\/(loop|open|policy)\/|hearback\/src\/index/, loop),
  table("Learning", /hearback\/src\/learning\//, learning),
  table(
    "Stores",
    /store-sql\/|engine\/src\/port\/(EventStore|ListRow|KeyStore)|hearback\/src\/(sqlite|postgres|tx)/,
    stores
  ),
  table("Scenarios", /hearback\/src\/(testing\/(scenario|given|coverage)\/|vitest)/, scenarios),
  table("Tests", /hearback\/src\/testing\//, tests),
  table("Simulation", /simulation\//, simulation),
  table("Laws", /engine\/src\/testing\//, laws),
  table("Adapters", /engine\/src\/|hearback\/src\/channel\//, adapters),
  table("Programs", /./, programs),
  // Sentences of several areas.
  table("Shared", /^$/, shared)
]

/** Every pair with its file. */
const pairs = tables.flatMap(({ file, says }) => Object.entries(says).map(([en, zh]) => ({ file, en, zh })))

const byEnglish = new Map(pairs.map(({ en, zh }) => [en, zh]))

/** Returns the Chinese of a comment; undefined where there is none yet. */
export const chineseOf = (en: string): string | undefined => byEnglish.get(en)

/** Returns the file in which the Chinese of the comments of a source file stands. */
export const tableFor = (source: string): string =>
  tables.find(({ covers }) => covers.test(source))?.file ?? "test/docs/api/zh-CN"

/** Returns pairs that nobody reads, or that stand twice. `used`: every comment in English. */
export const superfluous = (used: ReadonlySet<string>): readonly string[] =>
  pairs.flatMap(({ file, en }, at) => {
    if (!used.has(en)) return [`${file}: no comment says "${en}" any more`]
    return pairs.findIndex((pair) => pair.en === en) === at ? [] : [`${file}: "${en}" stands in another table, too`]
  })
