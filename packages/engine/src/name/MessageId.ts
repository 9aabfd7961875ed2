/**
 * Ids of messages in the outbox: the event that caused a message, and the message's number within that event.
 *
 * Invariant: `parse(render(id))` is the id, whatever characters its stream has.
 */
import * as Stream from "./Stream.ts"

/** The id of a message in the outbox. */
export interface MessageId {
  readonly stream: Stream.Stream
  /** The version of the event in its stream. */
  readonly version: number
  /** The number within the event, from 0. */
  readonly index: number
}

/** Returns the text of an id, such as `case/2611-7K3QZM/12/0`. */
export const render = ({ stream, version, index }: MessageId): string => `${Stream.render(stream)}/${version}/${index}`

/** Returns the id in a text; undefined if the text is not one. */
export const parse = (text: string): MessageId | undefined => {
  const [, name = "", version, index] = /^(.+)\/(0|[1-9]\d*)\/(0|[1-9]\d*)$/su.exec(text) ?? []
  const stream = Stream.parse(name)
  return stream === undefined ? undefined : { stream, version: Number(version), index: Number(index) }
}
