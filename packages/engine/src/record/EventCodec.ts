/**
 * Converts the core's events to stored ones and back. Everything that is not known to be clear is sealed under the
 * customer's key. When an event is read, it is checked against the shape of its type and version, older versions are
 * converted to the present one, and sealed fields are put back. After erasure these fields are absent.
 *
 * An event that could not be read again is not written. Source: docs/decisions/0030-records-are-read-for-ever.md
 */
import { defined, inOrder } from "@hearback/core"
import * as Stream from "../name/Stream.ts"
import type { ClearEvent, SealedEvent, StoredEvent } from "../port/Event.ts"
import type { KeyStore } from "../port/KeyStore.ts"
import type { AnyFields } from "./clear/FieldRule.ts"
import { noWords, type PolicyWords } from "./clear/PolicyWords.ts"
import { type Body, isBody, join, split } from "./clear/Split.ts"
import { type StreamEvent, type StreamKind, streamFields } from "./clear/StreamEvents.ts"
import type { RecordedTime } from "./RecordedTime.ts"
import { type Sealer, unseal } from "./Seal.ts"
import { sealTogether } from "./SealedTogether.ts"
import { type EventFault, recordError } from "./shape/EventFault.ts"
import { type EventFormats, eventFormats, makeEventReader, type ReadEvent } from "./shape/EventFormats.ts"

/** What all events of one command share. */
export interface EventEnvelope extends RecordedTime {
  readonly actor: string
  readonly command: string
  readonly policy: string
  /**
   * Returns the sealer of the event number `count` (from 0), for the customer whom it concerns. Called only if needed.
   */
  readonly sealer: (count: number) => Promise<Sealer>
  /** The words of the policy that decided, which may be in the clear. */
  readonly words: PolicyWords
}

/** Converts events to their stored form and back. */
export interface EventCodec {
  /** Returns the events of one command, ready to be stored. */
  encode<Kind extends StreamKind>(
    kind: Kind,
    envelope: EventEnvelope,
    events: readonly StreamEvent<Kind>[]
  ): Promise<readonly SealedEvent[]>
  /** Returns an event without a personal part; fields that may not be in the clear are left out. */
  encodeClear<Kind extends StreamKind>(
    kind: Kind,
    envelope: Omit<EventEnvelope, "sealer" | "words">,
    event: StreamEvent<Kind>
  ): SealedEvent
  /**
   * Returns the core's event of a stored one, with its sealed fields if their key still exists.
   *
   * Errors: `record/later`, `record/unreadable`.
   */
  decode<Kind extends StreamKind>(keys: KeyStore, kind: Kind, stored: StoredEvent): Promise<StreamEvent<Kind>>
  /**
   * Returns the core's event with only the fields in the clear: those that identify somebody or quote them are absent.
   *
   * Errors: as for `decode`.
   */
  decodeClear<Kind extends StreamKind>(kind: Kind, stored: ClearEvent, stream: string): StreamEvent<Kind>
  /** Returns why an event cannot be read; undefined if it can. */
  faultOf(keys: KeyStore, stored: StoredEvent): Promise<EventFault | undefined>
}

const noFields: AnyFields = {}

/** Makes the conversion for some formats of events. */
export const makeEventCodec = (formats: EventFormats): EventCodec => {
  const reader = makeEventReader(formats)

  const parts = (kind: StreamKind, event: Named, words: PolicyWords) => {
    const name = event.event
    const today = reader.today(kind, name)
    const misfit = today?.misfitOf(event)
    if (today === undefined || misfit !== undefined)
      throw new TypeError(`\`${name}\` has no such shape: ${JSON.stringify(misfit ?? null)}`)
    const fields = (streamFields[kind] as Readonly<Record<string, AnyFields>>)[name] ?? noFields
    const { clear, secret } = split(event, fields, words, namesOf(event))
    return { type: today.type, at: event.at, clear, secret }
  }

  /** Returns an event's body with its sealed fields, if they can be opened. */
  const opened = async (keys: KeyStore, { sealed, clear, tenant }: StoredEvent) => {
    if (sealed === undefined) return { body: clear, isSealed: false }
    const found = await unseal(keys, tenant, sealed)
    if (!found.ok) return found.reason === "erased" ? { body: clear, isSealed: true } : found
    return { body: isBody(clear) && isBody(found.value) ? join(clear, found.value) : clear, isSealed: false }
  }

  const read = async (keys: KeyStore, kind: StreamKind, stored: StoredEvent): Promise<ReadEvent> => {
    const found = await opened(keys, stored)
    if (!("ok" in found)) return reader.read(kind, stored.type, found.body, found.isSealed)
    return { ok: false, why: { reason: found.reason === "unknown" ? "seal" : "damaged" } }
  }

  return {
    encode: async (kind, envelope, events) => {
      const { recordedAt, actor, command, policy } = envelope
      const all = events.map((event) => parts(kind, event as unknown as Named, envelope.words))
      const secrets = await sealTogether(
        all.map(({ secret }) => secret),
        envelope.sealer
      )
      return all.map(({ type, at, clear }, number) => {
        const [open, sealed] = [withSkew(clear, envelope), secrets[number]]
        if (sealed === undefined) return { type, at, recordedAt, actor, command, policy, clear: open }
        return { type, at, recordedAt, actor, command, policy, clear: open, sealed }
      })
    },
    encodeClear: (kind, envelope, event) => {
      const { recordedAt, actor, command, policy } = envelope
      const { type, clear } = parts(kind, event as unknown as Named, noWords)
      return { type, at: event.at, recordedAt, actor, command, policy, clear: withSkew(clear, envelope) }
    },
    decode: async (keys, kind, stored) => eventOf(await read(keys, kind, stored), stored, stored.stream),
    decodeClear: (kind, stored, stream) => eventOf(reader.read(kind, stored.type, stored.clear, true), stored, stream),
    faultOf: async (keys, stored) => {
      const { stream, version, position, type } = stored
      const kind = Stream.parse(stream)?.kind
      if (kind === undefined) return { stream, version, position, type, reason: "type" }
      const found = await read(keys, kind, stored)
      return found.ok ? undefined : { stream, version, position, type, ...found.why }
    }
  }
}

/** The conversion for the formats of this version. */
export const { encode, encodeClear, decode, decodeClear, faultOf } = makeEventCodec(eventFormats)

interface Named extends Body {
  readonly event: string
  readonly at: number
}

/** Returns the names of an event's fields, in the order in which they are written. */
const namesOf = (event: Named): readonly string[] =>
  inOrder(Object.keys(event).filter((name) => name !== "event" && name !== "at"))

/** Returns the clear part with how far the clock was behind, if the event's instant is not that of the clock. */
const withSkew = (clear: Body, { clockBehind }: RecordedTime): Body =>
  clockBehind === 0 ? clear : { ...clear, clockBehind }

const eventOf = <Kind extends StreamKind>(
  read: ReadEvent,
  stored: ClearEvent | StoredEvent,
  stream: string
): StreamEvent<Kind> => {
  if (read.ok) return { event: read.name, at: stored.at, ...read.body } as unknown as StreamEvent<Kind>
  const { version, type } = stored
  const position = "position" in stored ? stored.position : undefined
  throw recordError({ stream, version, type, ...defined({ position }), ...read.why })
}
