/** `act`: gives one command on one case, in the words of scenarios. */
import { Arguments, defined, type Policy, Text } from "@hearback/core"
import { keyLanguages } from "@hearback/policy"
import type { ActorReference, CaseView, Command } from "../../index.ts"
import type { CommandContext, CommandOutput, CommandSpec, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { plain } from "../program/PlainJson.ts"
import { notAmong } from "../program/Suggestion.ts"
import { numberOf } from "../program/Values.ts"
import { outcomeText } from "../render/Outcome.ts"
import { actorOf } from "../store/Actor.ts"
import { clockMeant, gateMeant } from "../store/CaseNames.ts"
import { flagsOf, valuesOf } from "../store/CommandFlags.ts"
import { type Opened, staffOptions, withStore } from "../store/OpenStore.ts"
import { languages } from "../text/Catalogue.ts"
import { unknownCase } from "./Case.ts"

/** The command `act`. */
export const command: CommandSpec = {
  name: "act",
  arguments: [{ name: "case", required: true }, { name: "command", required: true }, { name: "what" }],
  options: [
    { flag: "--as", value: "id" },
    { flag: "--as-customer", value: "id" },
    { flag: "--key", value: "key" },
    { flag: "--if-version", value: "n" },
    ...staffOptions
  ],
  open: true,
  verbs: (language) =>
    Object.entries(Arguments.commands).map(([verb, table]) => {
      const flags = flagsOf(table, language)
      return [
        Arguments.keyOf(verb as Arguments.GivenVerb, language),
        `${Arguments.saysOf(verb as Arguments.GivenVerb, language)}${flags === "" ? "" : ` ${flags}`}`
      ]
    }),
  run: async (request, context) => {
    const asked = commandOf(request, context)
    const { fault } = context.texts
    const actor =
      actorOf(request, context) ?? cannotRun({ code: "usage/no-actor", message: fault.actAs, help: fault.actAsHelp })
    return await withStore(request, context, (opened) => act(opened, asked, actor, request, context))
  }
}

const act = async (
  { loop, policy }: Opened,
  asked: Command,
  actor: ActorReference,
  request: Request,
  context: CommandContext
): Promise<CommandOutput> => {
  const id = request.arguments[0] ?? ""
  const view = await loop.get(id)
  if (view === undefined) return unknownCase(id, loop, context)
  const key = request.one("key")
  const ifVersion = numberOf(request, "if-version", context)
  const outcome = await loop.for({ actor }).execute(id, byName(asked, view, policy), {
    ...defined({ key, ifVersion })
  })
  const { ok: _, ...rest } = plain(outcome) as { readonly [key: string]: never }
  return {
    exit: outcome.ok ? 0 : 1,
    json: { case: id, asked: plain(asked), ...rest },
    pretty: () => outcomeText(outcome, context)
  }
}

/** Returns the gate or clock that has a title. */
const byName = (asked: Command, view: CaseView, policy: Policy.Policy): Command => {
  const { gate, clock } = asked as { readonly gate?: unknown; readonly clock?: unknown }
  return {
    ...asked,
    ...(typeof gate === "string" ? { gate: gateMeant(view, gate) } : {}),
    ...(typeof clock === "string" ? { clock: clockMeant(view, clock, policy) } : {})
  }
}

const verbs = Object.keys(Arguments.commands) as readonly Arguments.GivenVerb[]

/** Returns the command that a word names, in scenarios of either language or in sentences. */
const verbMeant = (word: string): Arguments.GivenVerb | undefined =>
  verbs.find((verb) => keyLanguages.some((keys) => Arguments.keyOf(verb, keys) === word)) ??
  verbs.find((verb) => languages().some((language) => Text.word("verb", verb, language) === word))

const unknownVerb = (word: string, { language, texts }: CommandContext): never => {
  const known = verbs.map((verb) => Arguments.keyOf(verb, language))
  return notAmong({ code: "command/unknown", message: texts.fault.unknownVerb(word) }, word, known, texts.frame)
}

/** Returns a step with the verb, the gate after its dot, and all flags except general ones as arguments. */
const commandOf = (request: Request, context: CommandContext): Command => {
  const [written = "", gate] = (request.arguments[1] ?? "").split(/\.(.*)/s)
  const verb = verbMeant(written) ?? unknownVerb(written, context)
  const table: Readonly<Record<string, Arguments.CommandArgument>> = Arguments.commands[verb]
  // `act A pass acknowledged`: a bare word is the first argument of the command.
  const what = request.arguments[2] ?? (gate === "" ? undefined : gate)
  const [main] = Object.entries(table).find(([, argument]) => argument.required) ?? Object.entries(table)[0] ?? []
  const name = gate !== undefined && gate !== "" && "gate" in table ? "gate" : main
  const rest: Request["rest"] =
    what === undefined || name === undefined ? request.rest : [[name, what], ...request.rest]
  return { do: verb, ...valuesOf(verb, table, rest, context) } as unknown as Command
}
