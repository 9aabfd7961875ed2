/**
 * `customer`: shows a customer's consents and surveys, and records their wishes or an event of the host about them.
 */
import { defined } from "@hearback/core"
import type { Outcome } from "../../index.ts"
import type { CommandContext, CommandOutput, CommandSpec, Request } from "../program/Command.ts"
import { plain } from "../program/PlainJson.ts"
import { customerText } from "../render/Customer.ts"
import { outcomeText } from "../render/Outcome.ts"
import { type Opened, staffOptions, withStore } from "../store/OpenStore.ts"

/** The command `customer`. */
export const command: CommandSpec = {
  name: "customer",
  arguments: [{ name: "customer", required: true }],
  options: [
    { flag: "--event", value: "name" },
    { flag: "--give", value: "consent", many: true },
    { flag: "--withdraw", value: "consent", many: true },
    { flag: "--questions", value: "wish", choices: ["refused", "welcome"] },
    { flag: "--key", value: "key" },
    ...staffOptions
  ],
  run: (request, context) => withStore(request, context, (opened) => customer(opened, request, context))
}

const customer = async (opened: Opened, request: Request, context: CommandContext): Promise<CommandOutput> => {
  const id = request.arguments[0] ?? ""
  const refused = await carriedOut(opened, id, request)
  if (refused !== undefined) {
    const { ok: _, ...rest } = plain(refused) as { readonly [key: string]: never }
    return { exit: 1, json: { customer: id, ...rest }, pretty: () => outcomeText(refused, context) }
  }
  const view = await opened.loop.customers.get(id)
  return {
    exit: 0,
    json: { customer: plain(view) },
    pretty: () => customerText(view, opened, context)
  }
}

/** Does what the flags ask, one after the other; returns the first refusal. */
const carriedOut = async ({ loop }: Opened, id: string, request: Request): Promise<Outcome | undefined> => {
  const [event, key] = [request.one("event"), request.one("key")]
  const [give, withdraw] = [request.many("give"), request.many("withdraw")]
  const questions = request.one("questions") as "refused" | "welcome" | undefined
  const call = defined({ key })
  const answers: readonly (() => Promise<Outcome>)[] = [
    ...(give.length + withdraw.length > 0 || questions !== undefined
      ? [() => loop.customers.set(id, { give, withdraw, ...defined({ questions }) }, call)]
      : []),
    ...(event === undefined ? [] : [() => loop.signal(event, { customer: id }, call)])
  ]
  for (const answer of answers) {
    const outcome = await answer()
    if (!outcome.ok) return outcome
  }
  return undefined
}
