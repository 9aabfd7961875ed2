/** `quarantine`: what arrived and could not be read. */
import { defined } from "@hearback/core"
import type { Feedback, Quarantined, Receipt } from "../../index.ts"
import { channelOf, factsOf } from "../policy/Facts.ts"
import type { Answer, CommandSpec, Context, Json, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { plain } from "../program/PlainJson.ts"
import { actionOf, numberOf, pairsOf } from "../program/Values.ts"
import { entryText, quarantineText } from "../render/Quarantine.ts"
import { type Opened, storeOptions, withStore } from "../store/OpenStore.ts"
import { reasonText } from "../text/Words.ts"

const verbs = ["list", "show", "release"] as const

export const command: CommandSpec = {
  name: "quarantine",
  arguments: [{ name: "action" }, { name: "id" }],
  options: [
    { flag: "--text", value: "words" },
    { flag: "--channel", value: "name" },
    { flag: "--customer", value: "id" },
    { flag: "--score", value: "n" },
    { flag: "--kind", value: "kind" },
    { flag: "--fact", value: "name=value", many: true },
    ...storeOptions
  ],
  run: async (request, context) => {
    const verb = actionOf("quarantine", verbs, request, context)
    return await withStore(request, context, (opened) => answer(opened, verb, request, context))
  }
}

const answer = async (
  opened: Opened,
  verb: (typeof verbs)[number],
  request: Request,
  context: Context
): Promise<Answer> => {
  const entries = await opened.loop.quarantine.list()
  if (verb === "list")
    return { exit: 0, json: { entries: plain(entries) }, pretty: () => quarantineText(entries, opened.policy, context) }
  const { fault } = context.texts
  const id =
    request.arguments[1] ??
    cannotRun({
      code: "usage/missing-argument",
      message: fault.needsId(verb),
      help: context.texts.frame.seeHelp("quarantine ")
    })
  const entry = entries.find((each) => each.id === id || each.key === id)
  if (entry === undefined) return unknownEntry(id, context)
  if (verb === "show")
    return { exit: 0, json: { entry: plain(entry) as Json }, pretty: () => entryText(entry, opened.policy, context) }
  return released(await opened.loop.quarantine.release(entry.id, feedbackOf(entry, opened, request, context)), context)
}

const unknownEntry = (id: string, { paint, texts }: Context): Answer => ({
  exit: 1,
  json: { error: { code: "quarantine/unknown", message: texts.fault.noSuchEntry(id) } },
  pretty: () => `${paint("bad", texts.fault.noSuchEntry(id))}\n`
})

/** What was understood before, with what is said now over it. */
const feedbackOf = (entry: Quarantined, { policy }: Opened, request: Request, context: Context): Feedback => {
  const before = understood(entry.raw)
  const channel =
    request.one("channel") ?? (Object.hasOwn(policy.bundle.channels, entry.channel) ? entry.channel : undefined)
  const score = numberOf(request, "score", context)
  const facts = factsOf(pairsOf(request, "fact", context), policy, context)
  const said = [
    ["verbatim", request.one("text")],
    ["customer", request.one("customer")],
    ["kind", request.one("kind")],
    ["score", score]
  ].filter(([, value]) => value !== undefined)
  return {
    ...before,
    ...Object.fromEntries(said),
    channel: channelOf(channel, policy, context),
    ...defined({ facts: Object.keys(facts).length === 0 ? undefined : { ...before.facts, ...facts } })
  }
}

/** Raw text is JSON where the channel had been understood, and anything at all where not. */
const understood = (raw: string): Partial<Feedback> => {
  try {
    const value: unknown = JSON.parse(raw)
    const isFeedback = typeof value === "object" && value !== null && "channel" in value
    return isFeedback ? (value as Partial<Feedback>) : {}
  } catch {
    return {}
  }
}

const released = (receipt: Receipt, { paint, texts }: Context): Answer => {
  const words = texts.report.quarantine
  const isOpen = "owner" in receipt
  return {
    exit: isOpen ? 0 : 1,
    json: { receipt: plain(receipt) },
    pretty: () =>
      isOpen
        ? `${paint("good", words.released(receipt.case, receipt.owner))}\n`
        : `${paint("bad", words.still)}${texts.word.colon}${reasonText(texts.word, receipt.reason)}\n`
  }
}
