/**
 * The hash chain of a stream. Each event's hash covers its own words and the hash before it, so altering,
 * dropping, inserting or reordering one shows in all that follow. Personal data enters as the hash of its
 * ciphertext: destroying a key erases the data and leaves the chain whole.
 *
 * `h(n) = sha256(h(n-1) ‖ canonical(envelope))`, where h(n-1) is written as 64 hexadecimal digits, h(0) is 64
 * zeros, and the envelope is tenant, stream, version, type, at, recordedAt, actor, command, policy, clear and,
 * where there is one, sealed: { customer, sha256 }. The position is left out: it is the store's, not the record's.
 */
// The default import, since an old Node has no `hash`: it has to get as far as the sentence that it is too old.
import crypto from "node:crypto"
import { canonical } from "@hearback/core"
import type { Ref, Sealed, SealedEvent } from "../port/Event.ts"

/** The hash before the first event. */
export const genesis = "0".repeat(64)

/**
 * Returns the hash of an event that follows on `previous`. Whatever else the event carries is left out. `clear` is the
 * canonical text of the event's own, for whoever stores it and has it at hand.
 */
export const link = (
  previous: string,
  at: Ref & { readonly version: number },
  event: SealedEvent,
  clear: string = canonical(event.clear)
): string => {
  const { sealed } = event
  const { head, middle, end } = shared(at, event)
  // The canonical envelope, spelled out: its keys in order, each value as `canonical` writes it.
  return sha256(
    `${previous}${head}${canonical(event.at)},"clear":${clear}${middle}${sealed === undefined ? "" : sealedText(sealed)}` +
      `${end}${canonical(event.type)},"version":${canonical(at.version)}}`
  )
}

/** The part of the envelope that all events of a unit share, and its canonical text around the parts that differ. */
interface Shared {
  readonly actor: string
  readonly command: string
  readonly policy: string
  readonly recordedAt: number
  readonly stream: string
  readonly tenant: string
  readonly head: string
  readonly middle: string
  readonly end: string
}

let last: Shared | undefined

/** Written once for all events of a unit, which come one after the other. */
const shared = ({ stream, tenant }: Ref, { actor, command, policy, recordedAt }: SealedEvent): Shared => {
  if (
    last?.stream === stream &&
    last.command === command &&
    last.actor === actor &&
    last.policy === policy &&
    last.recordedAt === recordedAt &&
    last.tenant === tenant
  )
    return last
  const head = `{"actor":${canonical(actor)},"at":`
  const middle = `,"command":${canonical(command)},"policy":${canonical(policy)},"recordedAt":${canonical(recordedAt)}`
  const end = `,"stream":${canonical(stream)},"tenant":${canonical(tenant)},"type":`
  last = { actor, command, policy, recordedAt, stream, tenant, head, middle, end }
  return last
}

const sealedText = ({ customer, ciphertext }: Sealed): string =>
  `,"sealed":{"customer":${canonical(customer)},"sha256":"${sha256(ciphertext)}"}`

export const sha256 = (data: string | Uint8Array): string => crypto.hash("sha256", data, "hex")
