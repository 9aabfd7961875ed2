/**
 * Ids of messages in the outbox: the event that a message follows from, and the message's number within it.
 * Invariant: `parse(render(id))` is the id, whatever characters its stream has.
 */
import * as Stream from "./Stream.ts"

export interface MessageId {
  readonly stream: Stream.Stream
  /** Of the event in its stream. */
  readonly version: number
  /** Counts from 0 within the event. */
  readonly index: number
}

/** Returns the text of an id, such as `case/2611-7K3QZM/12/0`. */
export const render = ({ stream, version, index }: MessageId): string => `${Stream.render(stream)}/${version}/${index}`

/** Returns the id of a text; undefined where the text is none. */
export const parse = (text: string): MessageId | undefined => {
  const [, name = "", version, index] = /^(.+)\/(0|[1-9]\d*)\/(0|[1-9]\d*)$/su.exec(text) ?? []
  const stream = Stream.parse(name)
  return stream === undefined ? undefined : { stream, version: Number(version), index: Number(index) }
}
