/** `grade`: decides one piece of feedback without storing it, and shows the state after the real step. */
import type { Actor, Command, Person, Policy } from "@hearback/core"
import { Actor as Actors, defined } from "@hearback/core"
import { dryRun } from "../../preview/DryRun.ts"
import { type Preview, previewOf } from "../../preview/Preview.ts"
import { staffAt } from "../grade/Staff.ts"
import { channelOf, factsOf } from "../policy/Facts.ts"
import { type LoadedPolicy, loadPolicy } from "../policy/PolicyFiles.ts"
import type { CommandContext, CommandOutput, CommandSpec, Json, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { notAmong } from "../program/Suggestion.ts"
import { countOf, instantOf, numberOf, pairsOf } from "../program/Values.ts"
import { gradeText } from "../render/Grade.ts"
import { kindOption } from "../store/CaseFlags.ts"
import { whyOf } from "../terminal/Places.ts"

/** The command `grade`. */
export const command: CommandSpec = {
  name: "grade",
  arguments: [{ name: "policy" }],
  options: [
    { flag: "--text", value: "words" },
    { flag: "--channel", value: "name" },
    { flag: "--fact", value: "name=value", many: true },
    { flag: "--score", value: "n" },
    kindOption,
    { flag: "--customer", value: "id" },
    { flag: "--contacts", value: "n" },
    { flag: "--as", value: "id" },
    { flag: "--people", value: "file" },
    { flag: "--at", value: "instant" }
  ],
  run: async (request, context) => grade(request, context)
}

const grade = (request: Request, context: CommandContext): CommandOutput => {
  const loaded = loadPolicy(request.arguments[0], request.one("people"), context)
  const { policy } = loaded
  const { at, contacts, submission: said } = saidOf(request, policy, context)
  const people = staffAt(policy, loaded.people, at)
  const { customers } = loaded.people
  const isKnown = said.customer !== undefined && Object.hasOwn(customers, said.customer)
  const customer = isKnown ? customers[said.customer ?? ""] : undefined
  const step = dryRun(policy, said, {
    at,
    people,
    receiver: receiverOf(request.one("as"), said.channel, people, loaded, context),
    ...defined({ contacts, customer })
  })
  if (step.refusal !== undefined) return refused(step.refusal.reasons, policy, context)
  const graded = previewOf(policy, step, said.verbatim ?? "", people, at, context.language)
  return {
    exit: 0,
    json: plainOf(graded) as unknown as { readonly [key: string]: Json },
    pretty: () => gradeText(graded, policy, at, context)
  }
}

/** Returns the decided names at the top, and their rules beside them: `because.kind`, `because.owner` and so on. */
const plainOf = ({ kind, emotion, owner, department, signals, ...rest }: Preview) => ({
  ...rest,
  kind: kind.name,
  emotion: emotion?.level ?? null,
  signals: signals.map((signal) => signal.name),
  owner: owner.id,
  department: department?.name ?? null,
  because: { kind, emotion, signals, owner, department }
})

interface Said {
  readonly submission: Command.Submission
  readonly contacts: number | undefined
  readonly at: number
}

const saidOf = (request: Request, policy: Policy.Policy, context: CommandContext): Said => {
  const { fault } = context.texts
  const [text, kind, customer] = [request.one("text"), request.one("kind"), request.one("customer")]
  const score = numberOf(request, "score", context)
  const contacts = countOf(request, "contacts", context)
  if (text === undefined && score === undefined)
    return cannotRun({ code: "usage/no-text", message: fault.noText, help: fault.noTextHelp })
  return {
    submission: {
      channel: channelOf(request.one("channel"), policy, context),
      facts: factsOf(pairsOf(request, "fact", context), policy, context),
      ...defined({ verbatim: text, score, kind, customer })
    },
    contacts,
    at: instantOf(request, context, policy.zone)
  }
}

const receiverOf = (
  id: string | undefined,
  channel: string,
  people: readonly Person.PersonState[],
  { peoplePath }: LoadedPolicy,
  { texts }: CommandContext
): Actor.Actor => {
  if (id === undefined) return Actors.channel(channel)
  const person = people.find((each) => each.id === id)
  if (person !== undefined) return Actors.person(defined({ id, roles: person.roles, department: person.department }))
  if (peoplePath === undefined)
    return cannotRun({ code: "people/none", message: texts.fault.noPeople, help: texts.fault.noPeopleHelp })
  const known = people.map((each) => each.id)
  return notAmong({ code: "people/unknown", message: texts.fault.unknownPerson(id) }, id, known, texts.frame)
}

type Reasons = readonly { readonly code: string; readonly rule?: string }[]

/** Returns the refusal if the policy would not open a case: no words, or a fact that does not fit. */
const refused = (reasons: Reasons, { bundle }: Policy.Policy, context: CommandContext): CommandOutput => {
  const shown = reasons.map(({ code, rule }) => ({ code, why: rule === undefined ? null : whyOf(bundle, rule) }))
  const { paint, texts } = context
  return {
    exit: 1,
    json: { reasons: shown as unknown as Json },
    pretty: () =>
      shown
        .map(({ code, why }) => {
          const says = code === "intake/no-words" ? texts.report.grade.noWordsAtAll : code
          return `${paint("bad", texts.report.act.refused)} ${says} ${paint("dim", why === null ? "" : `${why.file}:${why.line}`)}`.trimEnd()
        })
        .join("\n")
        .concat("\n")
  }
}
