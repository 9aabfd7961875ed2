/** Checks that each message of the policy in force has a channel. */
import { type Engine, type Lane, lanesOf, type RouteOptions } from "@hearback/engine"
import { nearest } from "@hearback/policy"
import { hearbackError } from "../call/HearbackError.ts"
import * as Shape from "../call/Shape.ts"

/**
 * Throws if a route names something unknown, or if a process that sends has no channel for a message.
 *
 * Errors: `call/invalid`, `channels/no-route`.
 */
export const checkRoutes = ({ channels, routes, policies }: Engine, options: RouteOptions = {}): void => {
  const { bundle } = policies.active
  const among = (audience: "customer" | "staff") =>
    channels.flatMap(({ name, audiences }) => (audiences.includes(audience) ? [name] : []))
  checkNames("routes.staff", options.staff, among("staff"), "staff")
  checkNames("routes.customers", options.customers, among("customer"), "customers")
  for (const [name, to] of Object.entries(options.channels ?? {})) {
    if (!Object.hasOwn(bundle.channels, name))
      throw Shape.invalid(
        `\`routes.channels\` names \`${name}\`, which is not a channel of the policy${meant(name, Object.keys(bundle.channels))}`
      )
    checkNames(`routes.channels.${name}`, to, among("customer"), "customers")
  }
  if (!routes.isSending) return
  const missing = lanesOf(bundle).filter((lane) => routes.channelFor(lane) === undefined && !routes.isElsewhere(lane))
  if (missing.length === 0) return
  const isStaff = missing.some(({ kind }) => kind === "staff")
  throw hearbackError("channels/no-route", isStaff ? noneForStaff(among("staff")) : noneFor(missing, among("customer")))
}

const checkNames = (
  what: string,
  name: string | false | undefined,
  names: readonly string[],
  audience: "staff" | "customers"
): void => {
  if (name === undefined || name === false || names.includes(name)) return
  const has = names.length === 0 ? `no channel sends to ${audience}` : `to ${audience} send ${quoted(names)}`
  throw Shape.invalid(`\`${what}\` is \`${name}\`${meant(name, names)}: ${has}`)
}

const noneForStaff = (names: readonly string[]): string =>
  names.length === 0
    ? "no channel sends to staff: give one whose `audiences` has `staff`, or `routes: { staff: false }` where another process does"
    : `which channel notices to staff take is not said: give \`routes: { staff: … }\` one of ${quoted(names)}`

const noneFor = (lanes: readonly Lane.Lane[], names: readonly string[]): string => {
  const from = quoted(lanes.flatMap((lane) => (lane.kind === "customer" ? [lane.channel] : [])))
  return names.length === 0
    ? `no channel answers customers who write by ${from}: give one whose \`audiences\` has \`customer\`, or \`routes: { customers: false }\` where another process does`
    : `which channel answers customers who write by ${from} is not said: give \`routes: { customers: … }\`, or \`routes.channels\` for each, one of ${quoted(names)}`
}

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ")

const meant = (written: string, known: readonly string[]): string => {
  const guess = nearest(written, known)
  return guess === undefined ? "" : ` (did you mean \`${guess.word}\`?)`
}
