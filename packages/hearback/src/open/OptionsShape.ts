/** The shape of each option of `open`. */
import { type Channel, type DeliveryOptions, defaultTimeouts } from "@hearback/engine"
import * as Shape from "../call/Shape.ts"
import type { OpenOptions } from "./OpenOptions.ts"

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null

const telemetryApi: Shape.ValueKind = {
  says: "the module `@opentelemetry/api`",
  fits: (value) => isObject(value) && ["trace", "metrics", "propagation", "context"].every((name) => name in value)
}
const watching = Shape.either(telemetryApi, Shape.having("during", "observe"))
const telemetryKind = Shape.either(watching, Shape.listOf(watching))

const fields: Readonly<Record<keyof OpenOptions, Shape.ValueKind>> = {
  policy: Shape.either(Shape.name, Shape.bundle),
  publish: { says: "who publishes and why", fits: isObject },
  people: Shape.either(Shape.name, Shape.having("person", "withRole", "absence")),
  store: { says: "a store, such as `sqlite(…)` or `memory()`", fits: (value) => isObject(value) && "events" in value },
  rates: Shape.called,
  channels: { says: "a list of channels", fits: Array.isArray },
  routes: { says: "the channel for each kind of message", fits: isObject },
  classifier: Shape.having("classify"),
  customers: Shape.having("customer"),
  language: Shape.language,
  tenant: Shape.name,
  timeouts: Shape.anything,
  delivery: Shape.anything,
  run: Shape.oneOf(["all", "web", "worker"]),
  telemetry: telemetryKind,
  virtualTime: Shape.flag,
  clock: Shape.having("now"),
  ids: Shape.having("case", "command"),
  logger: Shape.having("info", "warn", "error"),
  onError: Shape.called
}

const publishFields: Shape.ArgumentFields = { by: Shape.name, reason: Shape.text }

const storeFields: Shape.ArgumentFields = {
  events: Shape.having("load", "append", "read"),
  keys: Shape.having("keyOf", "find", "destroy"),
  name: Shape.text
}

const channelFields: Shape.ArgumentFields = {
  name: Shape.name,
  audiences: Shape.listOf(Shape.oneOf(["customer", "staff"])),
  needsAddress: Shape.flag,
  threads: Shape.flag,
  html: Shape.flag,
  maxLength: {
    says: "a whole number of at least 40",
    fits: (value) => Number.isSafeInteger(value) && Number(value) >= 40
  },
  ...Object.fromEntries(["accept", "send", "receive", "erase"].map((method) => [method, Shape.called]))
}

/** The shape of `routes`. `false` means that another process takes the messages. */
const routed = Shape.either(Shape.name, { says: "false", fits: (value) => value === false })
const routeFields: Shape.ArgumentFields = {
  staff: routed,
  customers: routed,
  channels: { says: "channels of the host by those of the policy", fits: isObject }
}

const timeoutFields: Shape.ArgumentFields = Object.fromEntries(
  Object.keys(defaultTimeouts).map((port) => [port, Shape.positive])
)

const deliveryFields: Readonly<Record<keyof DeliveryOptions, Shape.ValueKind>> = {
  concurrency: Shape.count,
  leaseMs: {
    says: "a number of ms, at least 1000",
    fits: (value) => Number.isSafeInteger(value) && Number(value) >= 1000
  }
}

/** Throws if an option is unknown or of the wrong kind.  Errors: `call/invalid`. */
export const checkOptions = (options: OpenOptions): void => {
  Shape.check("open", options ?? null, fields)
  Shape.required("open", options, ["store"])
  Shape.check("publish", options.publish, publishFields)
  if (options.publish !== undefined) Shape.required("publish", options.publish, ["by", "reason"])
  Shape.check("store", members(options.store, storeFields), storeFields)
  Shape.required("store", options.store, ["events", "keys"])
  Shape.check("timeouts", options.timeouts, timeoutFields)
  Shape.check("delivery", options.delivery, deliveryFields)
  for (const [at, channel] of (options.channels ?? []).entries()) checkChannel(`channels[${at}]`, channel)
  checkDifferent((options.channels ?? []).map(({ name }) => name))
  Shape.check("routes", options.routes, routeFields)
  for (const [name, channel] of Object.entries(options.routes?.channels ?? {}))
    Shape.checkValue(`\`${name}\` of \`routes.channels\``, channel, routed)
}

/** Allows further members, because an adapter may have its own. */
const members = (value: unknown, of: Shape.ArgumentFields): unknown =>
  isObject(value) ? Object.fromEntries(Object.keys(of).map((key) => [key, Reflect.get(value, key)])) : value

const checkChannel = (what: string, channel: unknown): void => {
  Shape.check(what, members(channel, channelFields), channelFields)
  Shape.required(what, channel, ["name", "audiences"])
  const { send, receive, erase, audiences } = channel as Channel
  if ((send ?? receive ?? erase) === undefined)
    throw Shape.invalid(`\`${what}\` can neither \`send\` nor \`receive\` nor \`erase\``)
  if (send !== undefined && audiences.length === 0)
    throw Shape.invalid(`\`audiences\` of \`${what}\` names nobody to send to`)
}

const checkDifferent = (names: readonly string[]): void => {
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw Shape.invalid(`two channels are called \`${twice}\``)
}
