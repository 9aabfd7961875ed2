/** What a decision about authority needs beyond its case: the limits in force, and exchange rates. */
import type { Bundle, Case, Command, Gathered, Policy } from "@hearback/core"
import { Amount, defined } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"

interface Known {
  readonly policies: Pick<EngineContext["policies"], "active">
  readonly rates: EngineContext["rates"]
}

/** Asks the host for the exchange rates of a command, and adds the authority in force if that is another version's. */
export const limitsAndRates = async (
  context: Known,
  policy: Policy.Policy,
  state: Case.Case,
  command: Command.Command,
  at: number
): Promise<Pick<Gathered.Gathered, "rates" | "authority">> => {
  const { bundle: active, zone } = context.policies.active
  const rates = await ratesOf(context, policy.bundle.currency, [command, ...awaitingApproval(command, state)], at)
  const isOtherVersion = active.content !== policy.bundle.content && active.id === policy.bundle.id
  return defined({
    rates: Object.keys(rates).length === 0 ? undefined : rates,
    authority: isOtherVersion ? { content: active.content, rule: active.authority, zone } : undefined
  })
}

/** Returns the commands that an approval decides on. */
const awaitingApproval = (command: Command.Command, state: Case.Case): readonly Command.Command[] =>
  command.do === "approve" ? state.authority.approvals.map((approval) => approval.command) : []

const ratesOf = async (
  { rates: asked }: Known,
  own: Bundle.Bundle["currency"],
  commands: readonly Command.Command[],
  at: number
): Promise<NonNullable<Gathered.Gathered["rates"]>> => {
  const rates: Record<string, Gathered.ExchangeRate> = {}
  for (const command of commands) {
    const currency = command.do === "compensate" ? Amount.foreignIn(command.amount, own?.code) : undefined
    if (currency === undefined || own === undefined || rates[currency] !== undefined) continue
    const rate = await asked(currency, { to: own.code, at })
    if (rate !== undefined) rates[currency] = rate
  }
  return rates
}
