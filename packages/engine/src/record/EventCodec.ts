/**
 * Between the core's events and stored ones. Whatever is not known to be clear is split off and sealed under the
 * customer's key. What is read is held against the shape of its type and version, and older versions become the one of
 * today; what was sealed is put back, and after erasure those fields are simply gone.
 *
 * An event that would not be read again is not written.
 * Source: docs/decisions/0030-records-are-read-for-ever.md
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

/** Shared by all events of one command. */
export interface EventEnvelope extends RecordedTime {
  readonly actor: string
  readonly command: string
  readonly policy: string
  /** Seals the n-th event, counted from 0, under the key of whom it concerns. Asked for only where it is needed. */
  readonly sealer: (count: number) => Promise<Sealer>
  /** The words of the policy that decided, which may stand in the clear. */
  readonly words: PolicyWords
}

export interface EventCodec {
  /** Returns the events of one command ready to be stored. */
  encode<Kind extends StreamKind>(
    kind: Kind,
    envelope: EventEnvelope,
    events: readonly StreamEvent<Kind>[]
  ): Promise<readonly SealedEvent[]>
  /** Returns an event without a personal part; what its rules do not let stand in the clear is left out. */
  encodeClear<Kind extends StreamKind>(
    kind: Kind,
    envelope: Omit<EventEnvelope, "sealer" | "words">,
    event: StreamEvent<Kind>
  ): SealedEvent
  /**
   * Returns the core's event, with what was sealed put back as far as its key still exists.
   * Errors: `record/later`, `record/unreadable`.
   */
  decode<Kind extends StreamKind>(keys: KeyStore, kind: Kind, stored: StoredEvent): Promise<StreamEvent<Kind>>
  /**
   * Returns the core's event as far as it stands in the clear: what tells who somebody is and what they said is absent.
   * Errors: as for `decode`.
   */
  decodeClear<Kind extends StreamKind>(kind: Kind, stored: ClearEvent, stream: string): StreamEvent<Kind>
  /** Returns why an event cannot be read; undefined where it can. */
  faultOf(keys: KeyStore, stored: StoredEvent): Promise<EventFault | undefined>
}

const noFields: AnyFields = {}

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

  /** Puts what is sealed back, where it opens. */
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

export const { encode, encodeClear, decode, decodeClear, faultOf } = makeEventCodec(eventFormats)

interface Named extends Body {
  readonly event: string
  readonly at: number
}

/** The names of the body of an event, in the order in which they are written. */
const namesOf = (event: Named): readonly string[] =>
  inOrder(Object.keys(event).filter((name) => name !== "event" && name !== "at"))

/** An event whose instant is not that of the clock says how far that was behind. */
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
