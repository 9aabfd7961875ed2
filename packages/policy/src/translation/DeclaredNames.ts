/** Names that a file declares, in either key language. They decide what a word beside them means. */
import { languageOf } from "../outline/Outline.ts"
import { entriesOf, get, itemsOf, type MapNode, type Node, textOf } from "../source/Node.ts"
import type { Declared } from "../vocabulary/Word.ts"

/** The names that a file declares. */
export interface Declarations extends Declared {
  /** The types of facts; `one-of` if their values are named. */
  readonly types: ReadonlyMap<string, string>
  /** Returns the type that the map of a fact gives. */
  readonly typeIn: (fact: Node) => string | undefined
}

/** Collects the names that a tree declares. */
export const declarationsOf = (tree: Node): Declarations => {
  const facts = entriesOf(either(tree, "facts", "事实"))
  const loops = entriesOf(either(tree, "loops", "闭环路径")).map(({ value }) => value)
  const gates = loops.flatMap((loop) => [
    ...entriesOf(either(loop, "customer-loop", "客户闭环")),
    ...entriesOf(either(loop, "system-loop", "改进闭环"))
  ])
  const dimensions = entriesOf(either(tree, "grading", "定级"))
  const typeIn = (fact: Node): string | undefined => {
    if (fact._tag !== "Map") return inEnglish(textOf(fact))
    const isListed = (either(fact, "one-of", "取值") ?? either(fact, "some-of", "可多选")) !== undefined
    return isListed ? "one-of" : inEnglish(textOf(either(fact, "type", "类型")))
  }
  return {
    inputs: new Set([...facts, ...dimensions].map(({ key }) => key.text)),
    moments: new Set([
      ...gates.map(({ key }) => key.text),
      ...itemsOf(either(tree, "events", "事件")).flatMap((item) => textOf(item) ?? [])
    ]),
    types: new Map(facts.flatMap(({ key, value }) => [[key.text, typeIn(value) ?? "text"] as const])),
    typeIn
  }
}

const either = (node: Node, en: string, zh: string): Node | undefined => get(node, en) ?? get(node as MapNode, zh)

const inEnglish = (word: string | undefined): string | undefined => {
  const { enum: types = [], "x-enum-zh": zh = [] } = languageOf("policy").root.$defs?.["FactType"] ?? {}
  const at = word === undefined ? -1 : zh.indexOf(word)
  return at === -1 ? word : String(types[at])
}
