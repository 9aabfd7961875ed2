/**
 * Checks the record of a tenant: every entry by the chain of its stream, and every stream by its head. It takes one
 * pass in the order of positions, so it can run beside writers. An `Anchor` that is kept elsewhere also shows if the
 * whole record was rewritten, which no chain can show by itself.
 */
import type { StoredEvent } from "../port/Event.ts"
import type { EventStore } from "../port/EventStore.ts"
import { genesis, link, sha256 } from "./Chain.ts"
import { signedHash } from "./Checkpoint.ts"
import { isTogether } from "./Entry.ts"
import type { EventFault } from "./shape/EventFault.ts"

/**
 * One hash of the whole record up to one event. Keep it outside the store (printed, mailed, time-stamped): `verify`
 * then shows whether the record up to that event has changed.
 */
export interface Anchor {
  /** The position of the last event that the hash covers. */
  readonly position: number
  /** The hash: 64 hexadecimal digits. */
  readonly digest: string
}

/** The first place at which a stream's chain is broken. */
export interface Break {
  readonly stream: string
  /** The first version of the first entry that differs from what was recorded. */
  readonly version: number
  /**
   * `altered`: other content or another place. `missing`: an event is gone. `unexpected`: an event more than the head
   * says. `rewritten`: the chain is valid but not the signed one. `cut`: it ends before what was signed. `deleted`:
   * nothing is left of a signed stream.
   */
  readonly reason: "altered" | "missing" | "unexpected" | "rewritten" | "cut" | "deleted"
}

/** The result of the checks. */
export interface Verification {
  readonly ok: boolean
  readonly streams: number
  readonly events: number
  /** The first break of each stream, in order of stream. */
  readonly breaks: readonly Break[]
  /** The position of a signed event whose number in the whole record has changed; absent if there is none. */
  readonly displaced?: number
  /** Events that are unchanged but cannot be read; only if this was asked for. */
  readonly unreadable: readonly EventFault[]
  /** The anchor of what was checked; null if the tenant has no events. */
  readonly anchor: Anchor | null
  /** Whether the record up to the given anchor is the anchored one; absent if none was given. */
  readonly anchored?: boolean
}

interface Track {
  version: number
  hash: string
  broken?: Break
  /** What the head says, once it was read. It is checked when the pass reaches it. */
  head?: { readonly version: number; readonly hash: string }
}

/** Returns why an event cannot be read; undefined if it can. */
export type Readable = (event: StoredEvent) => Promise<EventFault | undefined>

/** The signed parts of hashes, by stream and by version. */
export type SignedHashes = ReadonlyMap<string, ReadonlyMap<number, string>>

/** The signed number of events up to a position. */
export type SignedOrder = ReadonlyMap<number, number>

/** Checks all streams of a tenant. It needs no key, since erased data is checked like any other. */
export const verify = async (
  store: Pick<EventStore, "read" | "streams">,
  tenant: string,
  expected?: Anchor,
  signed: SignedHashes = new Map(),
  readable: Readable = async () => undefined,
  order: SignedOrder = new Map()
): Promise<Verification> => {
  const walk = new Walk(tenant, expected, signed, readable, order)
  await walk.read(store)
  // Heads are read after the events that they describe. What was appended meanwhile is checked in a second round.
  for await (const head of heads(store, tenant)) walk.meet(head.stream, head)
  walk.closeHeads()
  await walk.read(store)
  return walk.result()
}

class Walk {
  readonly #tracks = new Map<string, Track>()
  readonly #tenant: string
  readonly #expected: Anchor | undefined
  readonly #signed: SignedHashes
  /** The events of the entry that is being read. */
  readonly #entry: StoredEvent[] = []
  readonly #readable: Readable
  readonly #order: SignedOrder
  readonly #inPlace = new Set<number>()
  readonly #unreadable: EventFault[] = []
  #events = 0
  #position: number | null = null
  #last: number | null = null
  #digest = genesis
  #anchored = false

  constructor(
    tenant: string,
    expected: Anchor | undefined,
    signed: SignedHashes,
    readable: Readable,
    order: SignedOrder
  ) {
    this.#order = order
    this.#tenant = tenant
    this.#expected = expected
    this.#signed = signed
    this.#readable = readable
  }

  async read(store: Pick<EventStore, "read">): Promise<void> {
    for (;;) {
      const { events, next } = await store.read(this.#tenant, this.#position, 1000)
      for (const event of events) {
        const entry = this.#take(event)
        if (entry.length > 0) await this.#look(entry)
      }
      this.#position = next
      if (events.length === 0) return this.#look(this.#closeEntry())
    }
  }

  /** Checks that the events of an entry can be read. Changed entries are reported as changed and not read. */
  async #look(entry: readonly StoredEvent[]): Promise<void> {
    for (const event of entry) {
      const fault = await this.#readable(event)
      if (fault !== undefined) this.#unreadable.push(fault)
    }
  }

  meet(stream: string, head: { readonly version: number; readonly hash: string }): void {
    const track = this.#track(stream)
    track.head = head
    if (track.version === head.version && track.hash !== head.hash) fail(track, stream, head.version, "altered")
    if (track.version > head.version) fail(track, stream, head.version + 1, "unexpected")
  }

  /** Reports streams with events but without a head, since they have more events than the store wrote. */
  closeHeads(): void {
    for (const [stream, track] of this.#tracks) if (!track.head) fail(track, stream, 1, "unexpected")
  }

  result(): Verification {
    for (const [stream, track] of this.#tracks)
      if (track.head && track.version < track.head.version) fail(track, stream, track.version + 1, "missing")
    const streams = this.#tracks.size
    this.#closeSigned()
    const breaks = [...this.#tracks.values()].flatMap((track) => track.broken ?? [])
    breaks.sort((a, b) => (a.stream < b.stream ? -1 : 1))
    const displaced = [...this.#order.keys()].sort((a, b) => a - b).find((position) => !this.#inPlace.has(position))
    const anchored = this.#expected && { anchored: this.#anchored }
    return {
      ok:
        breaks.length === 0 && displaced === undefined && this.#unreadable.length === 0 && (anchored?.anchored ?? true),
      streams,
      events: this.#events,
      breaks,
      unreadable: this.#unreadable,
      anchor: this.#last === null ? null : { position: this.#last, digest: this.#digest },
      ...(displaced === undefined ? {} : { displaced }),
      ...anchored
    }
  }

  /** Returns the entry before the event if it is complete and valid. */
  #take(event: StoredEvent): readonly StoredEvent[] {
    this.#events += 1
    this.#last = event.position
    if (this.#order.get(event.position) === this.#events) this.#inPlace.add(event.position)
    this.#digest = sha256(this.#digest + event.hash)
    if (event.position === this.#expected?.position) this.#anchored = this.#digest === this.#expected.digest
    const [first] = this.#entry
    const before = first === undefined || isOfEntry(first, event) ? [] : this.#closeEntry()
    this.#entry.push(event)
    return before
  }

  /** Checks the entry whose last event was reached; returns its events if they are valid. */
  #closeEntry(): readonly StoredEvent[] {
    const entry = this.#entry.splice(0)
    const [first] = entry
    if (first === undefined) return []
    const track = this.#track(first.stream)
    if (track.broken === undefined) this.#checkEntry(track, entry as [StoredEvent, ...StoredEvent[]])
    return track.broken === undefined ? entry : []
  }

  #checkEntry(track: Track, [first, ...others]: readonly [StoredEvent, ...StoredEvent[]]): void {
    const { stream, hash } = first
    const version = track.version + 1
    const odd = [first, ...others].find((event, n) => event.version !== version + n)
    if (odd !== undefined)
      return fail(track, stream, Math.min(odd.version, version), odd.version > version ? "missing" : "unexpected")
    if (link(track.hash, { tenant: this.#tenant, stream, version }, [first, ...others]) !== hash)
      return fail(track, stream, version, "altered")
    track.version += 1 + others.length
    track.hash = hash
    const { head } = track
    const isHere = head !== undefined && head.version >= version && head.version <= track.version
    if (isHere && (head.version < track.version || head.hash !== hash)) fail(track, stream, head.version, "altered")
    this.#checkSigned(stream, version, track)
  }

  #checkSigned(stream: string, from: number, track: Track): void {
    for (const [version, signed] of this.#signed.get(stream) ?? []) {
      if (version < from || version > track.version || signed === signedHash(track.hash)) continue
      // The version signed before is right, so the first one that may be wrong follows it.
      const before = [...(this.#signed.get(stream)?.keys() ?? [])].filter((one) => one < version)
      fail(track, stream, Math.max(0, ...before) + 1, "rewritten")
    }
  }

  /** Reports signed streams of which nothing is left. */
  #closeSigned(): void {
    for (const [stream, hashes] of this.#signed) {
      const track = this.#tracks.get(stream)
      if (track === undefined) fail(this.#track(stream), stream, 1, "deleted")
      else if (track.version < Math.max(...hashes.keys())) fail(track, stream, track.version + 1, "cut")
    }
  }

  #track(stream: string): Track {
    const track = this.#tracks.get(stream) ?? { version: 0, hash: genesis }
    this.#tracks.set(stream, track)
    return track
  }
}

/**
 * Returns whether two events are of one entry: such events follow each other and share a hash that no other entry has.
 */
const isOfEntry = (first: StoredEvent, event: StoredEvent): boolean =>
  event.stream === first.stream && event.hash === first.hash && isTogether(first, event)

const fail = (track: Track, stream: string, version: number, reason: Break["reason"]): void => {
  track.broken ??= { stream, version, reason }
}

async function* heads(store: Pick<EventStore, "streams">, tenant: string) {
  let after: string | null = null
  for (;;) {
    const page: Awaited<ReturnType<EventStore["streams"]>> = await store.streams(tenant, after, 500)
    yield* page
    const end = page.at(-1)
    if (end === undefined) return
    after = end.stream
  }
}
