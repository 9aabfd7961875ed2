/** `quarantine`: handles arrivals that could not be read. */
import { defined, Instant } from "@hearback/core"
import type { Feedback, Quarantined, Receipt } from "../../index.ts"
import { readJson } from "../file/Json.ts"
import { encodingNamed } from "../ingest/Input.ts"
import { channelFor, mappingOf } from "../ingest/Mapping.ts"
import { rereadRows } from "../ingest/QuarantinedRows.ts"
import { channelOf, factsOf } from "../policy/Facts.ts"
import type { CommandContext, CommandOutput, CommandSpec, Json, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { plain } from "../program/PlainJson.ts"
import { actionOf, numberOf, pairsOf } from "../program/Values.ts"
import { entryText, quarantineText, rereadText } from "../render/Quarantine.ts"
import { kindOption } from "../store/CaseFlags.ts"
import { type Opened, staffOptions, withStore } from "../store/OpenStore.ts"
import { reasonText, wordFor } from "../text/Words.ts"

const verbs = ["list", "show", "release", "reread"] as const

/** The command `quarantine`. */
export const command: CommandSpec = {
  name: "quarantine",
  arguments: [{ name: "action" }, { name: "id", many: true }],
  options: [
    { flag: "--text", value: "words" },
    { flag: "--channel", value: "name" },
    { flag: "--customer", value: "id" },
    { flag: "--score", value: "n" },
    kindOption,
    { flag: "--fact", value: "name=value", many: true },
    { flag: "--received", value: "instant" },
    { flag: "--map", value: "pair", many: true },
    { flag: "--encoding", value: "name" },
    ...staffOptions
  ],
  run: async (request, context) => {
    const verb = actionOf("quarantine", verbs, request, context)
    const withoutStaff = verb === "list" || verb === "show"
    return await withStore(request, context, (opened) => answer(opened, verb, request, context), { withoutStaff })
  }
}

const answer = async (
  opened: Opened,
  verb: (typeof verbs)[number],
  request: Request,
  context: CommandContext
): Promise<CommandOutput> => {
  const entries = await opened.loop.quarantine.list()
  if (verb === "list")
    return { exit: 0, json: { entries: plain(entries) }, pretty: () => quarantineText(entries, opened.policy, context) }
  if (verb === "reread") return reread(opened, entries, request, context)
  const { fault } = context.texts
  const id =
    request.arguments[1] ??
    cannotRun({
      code: "usage/missing-argument",
      message: fault.needsId(wordFor(context.texts.word.choice, verb)),
      help: context.texts.frame.seeHelp("quarantine ")
    })
  const entry = entries.find((each) => each.id === id || each.key === id)
  if (entry === undefined) return unknownEntry(id, context)
  if (verb === "show")
    return { exit: 0, json: { entry: plain(entry) as Json }, pretty: () => entryText(entry, opened.policy, context) }
  return released(await opened.loop.quarantine.release(entry.id, feedbackOf(entry, opened, request, context)), context)
}

/** Returns the given entries, or all that are rows of files. Rows with the key of another row wait for a person. */
const reread = async (
  { loop, policy, db }: Opened,
  entries: readonly Quarantined[],
  request: Request,
  context: CommandContext
): Promise<CommandOutput> => {
  const ids = request.arguments.slice(1)
  const missing = ids.find((id) => !entries.some((entry) => entry.id === id || entry.key === id))
  if (missing !== undefined) return unknownEntry(missing, context)
  const mapping = mappingOf(request.many("map"), policy, context)
  // Rows without a channel keep the one through which they came.
  const channel = mapping.sources.has("channel") ? channelFor(mapping, policy, context) : undefined
  const chosen = entries.filter(({ id, key, reason, source }) =>
    ids.length === 0 ? source !== undefined && !reason.startsWith("key/reused") : ids.includes(id) || ids.includes(key)
  )
  const all = await rereadRows(chosen, { loop, mapping, channel, encoding: encodingNamed(request, context) })
  const { rows, opened, joined, quarantined, reasons } = all
  return {
    exit: quarantined === 0 ? 0 : 1,
    json: { rows, opened, joined, replayed: all.replayed, quarantined, reasons },
    pretty: () => rereadText(all, db, context)
  }
}

const unknownEntry = (id: string, { paint, texts }: CommandContext): CommandOutput => ({
  exit: 1,
  json: { error: { code: "quarantine/unknown", message: texts.fault.noSuchEntry(id) } },
  pretty: () => `${paint("bad", texts.fault.noSuchEntry(id))}\n`
})

/** Returns what was understood before, overridden by what is given now. */
const feedbackOf = (entry: Quarantined, { policy }: Opened, request: Request, context: CommandContext): Feedback => {
  const before = understoodOf(entry)
  const channel =
    request.one("channel") ?? (Object.hasOwn(policy.bundle.channels, entry.channel) ? entry.channel : undefined)
  const score = numberOf(request, "score", context)
  const facts = factsOf(pairsOf(request, "fact", context), policy, context)
  const said = [
    ["verbatim", request.one("text")],
    ["customer", request.one("customer")],
    ["kind", request.one("kind")],
    ["score", score],
    ["received", receivedOf(request, policy, context)]
  ].filter(([, value]) => value !== undefined)
  return {
    ...before,
    ...Object.fromEntries(said),
    channel: channelOf(channel, policy, context),
    ...defined({ facts: Object.keys(facts).length === 0 ? undefined : { ...before.facts, ...facts } })
  }
}

const receivedOf = (request: Request, { zone }: Opened["policy"], context: CommandContext): Date | undefined => {
  const text = request.one("received")
  const at = text === undefined ? undefined : Instant.parseInstant(text.trim(), zone)
  const { fault } = context.texts
  if (text !== undefined && at === undefined)
    return cannotRun({
      code: "usage/bad-instant",
      message: fault.badInstant("--received", text),
      expected: fault.instantExpected
    })
  return at === undefined ? undefined : new Date(at)
}

/** Returns what was understood; for content without the shape of feedback, what its text says. */
const understoodOf = ({ understood, raw, source }: Quarantined): Partial<Feedback> => {
  if (understood !== undefined) return understood
  if (source?.history === true) return { history: {} }
  const read = readJson(raw)
  if ("problem" in read) return {}
  const { value } = read
  const isFeedback = typeof value === "object" && value !== null && "channel" in value
  return isFeedback ? (value as Partial<Feedback>) : {}
}

const released = (receipt: Receipt, { paint, texts }: CommandContext): CommandOutput => {
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
