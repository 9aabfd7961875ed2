/** Channels without external services: the console, and a folder with one file for each message. */
export type {
  Audience,
  Channel,
  Correspondent,
  Delivery,
  Inbound,
  Outgoing,
  RouteOptions,
  Taken
} from "@hearback/engine"
export { consoleChannel } from "./channel/Console.ts"
export { fileChannel, filesOf } from "./channel/Files.ts"
