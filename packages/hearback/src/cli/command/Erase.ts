/** `erase`: makes a customer's personal data unreadable, or says what prevents it. */
import { Text } from "@hearback/core"
import type { CommandContext, CommandOutput, CommandSpec, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { plain } from "../program/PlainJson.ts"
import { refused } from "../render/Outcome.ts"
import { actorOf, nameOf } from "../store/Actor.ts"
import { type Opened, staffOptions, withStore } from "../store/OpenStore.ts"
import { tableLines } from "../terminal/Table.ts"
import { tableWidth } from "../terminal/Terminal.ts"
import { localDue } from "../terminal/Times.ts"
import { wordFor } from "../text/Words.ts"

/** The command `erase`. */
export const command: CommandSpec = {
  name: "erase",
  arguments: [{ name: "customer", required: true }],
  options: [
    { flag: "--as", value: "id" },
    { flag: "--as-customer", value: "id" },
    { flag: "--reason", value: "text", required: true },
    { flag: "--even-if-kept" },
    ...staffOptions
  ],
  run: async (request, context) => {
    const by = governorOf(request, context)
    return withStore(request, context, (opened) => erase(opened, by, request, context), { isErasing: true })
  }
}

/** Returns who orders it: a person of the staff, or the customer who asks for their own erasure. */
const governorOf = (request: Request, context: CommandContext): string | { readonly customer: string } => {
  const by = actorOf(request, context)
  if (by === undefined) {
    const { optionMissing, seeHelp } = context.texts.frame
    return cannotRun({ code: "usage/missing-option", message: optionMissing("--as"), help: seeHelp("erase ") })
  }
  return "customer" in by ? by : (nameOf(by) ?? "")
}

const erase = async (
  { loop, policy, now }: Opened,
  by: string | { readonly customer: string },
  request: Request,
  context: CommandContext
): Promise<CommandOutput> => {
  const { paint, texts, language } = context
  const words = texts.report.erase
  const customer = request.arguments[0] ?? ""
  const reason = request.one("reason") ?? ""
  const answer = await loop.customers.erase(customer, { by, reason, evenIfKept: request.has("even-if-kept") })
  if (answer.erased) {
    const { leftIn = [], unreadable = [], nothingKnown = false } = answer
    return {
      exit: leftIn.length + unreadable.length === 0 && !nothingKnown ? 0 : 1,
      json: {
        erased: true,
        cases: [...answer.cases],
        ...(leftIn.length === 0 ? {} : { leftIn: plain(leftIn) }),
        ...(unreadable.length === 0 ? {} : { unreadable: [...unreadable] }),
        ...(nothingKnown ? { nothingKnown } : {})
      },
      pretty: () => {
        const done =
          answer.cases.length === 0
            ? paint("warn", nothingKnown ? words.nothingKnown(customer) : words.none(customer))
            : paint("good", words.done(customer, answer.cases.length))
        const left = leftIn.map((one) =>
          paint("bad", one.in === "keys" ? words.leftInKeys : words.leftInChannel(one.channel))
        )
        const closed =
          unreadable.length === 0 ? [] : [paint("warn", words.unreadable(Text.form(language).list.join(unreadable)))]
        return [done, ...left, ...closed, ""].join("\n")
      }
    }
  }
  if (answer.rejection !== undefined) return refused(answer.rejection, context)
  const rows = answer.kept.map(({ id, state, until }) => [
    id,
    wordFor(texts.word.caseState, state),
    until === null ? words.open : localDue(until.getTime(), policy.zone, now, language)
  ])
  const head = [words.heads.id, words.heads.state, words.heads.until].map((text) => ({ head: text }))
  return {
    exit: 1,
    json: { erased: false, kept: plain(answer.kept) },
    pretty: () =>
      [
        paint("bad", words.kept(customer)),
        ...tableLines(head, rows, { head: (text) => paint("dim", text), within: tableWidth(context.terminal) }),
        paint("dim", words.hint),
        ""
      ].join("\n")
  }
}
