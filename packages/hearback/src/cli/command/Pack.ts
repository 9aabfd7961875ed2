/**
 * `pack`: lists the packs that a policy can extend, shows the promises and sources of one, and locks those that are
 * extended.
 */
import { writeFileSync } from "node:fs"
import { basename } from "node:path"
import { type PackView, packs, packView } from "@hearback/policy"
import { lockFile, lockName } from "@hearback/policy/node"
import { unwritable } from "../file/Bytes.ts"
import { findPolicy, mustExist, shortPath } from "../file/Paths.ts"
import { packNamed } from "../policy/PackName.ts"
import type { CommandContext, CommandOutput, CommandSpec, Json } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { actionOf } from "../program/Values.ts"
import { packTables } from "../render/Pack.ts"
import { tableLines } from "../terminal/Table.ts"
import { tableWidth } from "../terminal/Terminal.ts"
import type { Texts } from "../text/Catalogue.ts"

const verbs = ["list", "show", "lock"] as const

/** The command `pack`. */
export const command: CommandSpec = {
  name: "pack",
  arguments: [{ name: "action" }, { name: "what" }],
  options: [],
  run: async (request, context) => {
    const verb = actionOf("pack", verbs, request, context)
    const [, what] = request.arguments
    return verb === "list" ? list(context) : verb === "show" ? show(what, context) : lock(what, context)
  }
}

const allOf = (): readonly PackView[] => [...packs().keys()].flatMap((name) => packView(name) ?? [])

/** Returns the citations of sources. A part of another source is omitted. */
const citedIn = (sources: PackView["sources"]): readonly string[] => {
  const cites = [...new Set(sources.map(({ cite }) => cite))]
  return cites.filter((cite) => !cites.some((other) => other !== cite && cite.startsWith(other)))
}

/** Returns the name of a language; its tag if no text has its name yet. */
const languagesText = (languages: PackView["languages"], words: Texts["packs"]): string => {
  const names: Readonly<Partial<Record<string, string>>> = words.language
  return languages.map((each) => names[each] ?? each).join(words.pause)
}

const list = ({ paint, texts, language, terminal }: CommandContext): CommandOutput => {
  const words = texts.packs
  const views = allOf()
  const rows = views.map(({ name, version = 0, title, languages, promises, sources }) => [
    paint("strong", name),
    String(version),
    title[language],
    languagesText(languages, words),
    String(promises.length),
    citedIn(sources).join(words.pause)
  ])
  const { name, version, title, texts: written, promises, rests } = words.heads
  const heads = [name, version, title, written, promises, rests].map((head) => ({ head }))
  return {
    exit: 0,
    json: {
      packs: views.map((view) => ({
        name: view.name,
        version: view.version,
        title: view.title,
        keys: view.keys,
        languages: view.languages,
        promises: view.promises.length,
        sources: citedIn(view.sources)
      }))
    },
    pretty: () =>
      `${[...tableLines(heads, rows, { indent: 0, head: (text) => paint("dim", text), within: tableWidth(terminal) }), "", words.notLaw].join("\n")}\n`
  }
}

const show = (asked: string | undefined, context: CommandContext): CommandOutput => {
  const { paint, texts, language } = context
  const words = texts.packs
  const view = packNamed(asked ?? "", context)
  const { version = 0, title, languages, extends: below, leftOpen } = view
  const facts = [
    words.version(version),
    languagesText(languages, words),
    ...(below.length === 0 ? [] : [`${words.extends} ${below.join(words.pause)}`])
  ]
  return {
    exit: 0,
    json: { pack: view as unknown as Json, notice: words.notLaw },
    pretty: () =>
      [
        `${paint("strong", view.name)}  ${title[language]}`,
        paint("dim", facts.join(texts.word.pause)),
        ...packTables(view, words, language).flatMap((table) => [
          "",
          paint("strong", table.title),
          ...tableLines(
            table.heads.map((head) => ({ head })),
            table.rows,
            { head: (text) => paint("dim", text), within: tableWidth(context.terminal) }
          )
        ]),
        ...(leftOpen.length === 0
          ? []
          : ["", paint("strong", words.leftOpen), ...leftOpen.map((each) => `  ${each[language]}`)]),
        "",
        words.notLaw,
        ""
      ].join("\n")
  }
}

const lock = (named: string | undefined, context: CommandContext): CommandOutput => {
  const { fault, packs: words } = context.texts
  const path = findPolicy(named, context)
  if (path === undefined) return cannotRun({ code: "policy/none", message: fault.noPolicy, help: fault.noPolicyHelp })
  const text = lockFile(mustExist(path, context))
  const file = lockName(path)
  try {
    writeFileSync(file, text)
  } catch (error) {
    unwritable(file, error, context)
  }
  const { packs: locked } = JSON.parse(text) as { readonly packs: { readonly [name: string]: Json } }
  const count = Object.keys(locked).length
  return {
    exit: 0,
    json: { file: shortPath(file, context), packs: locked },
    pretty: () => `${context.paint("good", words.locked(count, basename(file)))}\n`
  }
}
