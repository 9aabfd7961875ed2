/**
 * Signed checkpoints: what stood in the record up to a position, stream by stream, under a key that the store does not
 * have. Each names the one before it, so what was signed once cannot be changed, left out or put back unnoticed.
 */
import { createHmac, timingSafeEqual } from "node:crypto"
import { canonical } from "@hearback/core"
import type { Json } from "../port/Event.ts"

type SignedHead = readonly [stream: string, version: number, hash: string]

/** Returns what is signed of a hash: 160 bits say which it is, in a third of the room. */
export const signedHash = (hash: string): string => Buffer.from(hash, "hex").subarray(0, 20).toString("base64url")

export interface Checkpoint {
  /** Counts from 1. */
  readonly number: number
  /** When it was signed.  Units: ms since 1970. */
  readonly at: number
  /** Of the last event that it covers. */
  readonly position: number
  /** How many events it and those before it cover. */
  readonly events: number
  /** The streams that moved since the one before, each with the version of the last of its events, and what is signed of its hash. */
  readonly heads: readonly SignedHead[]
  /** Signature of the one before; null for the first. */
  readonly before: string | null
  /** Signature of one that is lost, where the record was put back on purpose and is signed anew from there. */
  readonly lost?: string
}

/** Returns the signature of a checkpoint. */
export const signatureOf = (secret: Uint8Array, tenant: string, checkpoint: Checkpoint): string =>
  createHmac("sha256", secret)
    .update(canonical({ tenant, checkpoint: json(checkpoint) }))
    .digest("hex")

/** Whether a value is the checkpoint that a signature is of. */
export const isSigned = (secret: Uint8Array, tenant: string, value: Json, signature: string): value is Json => {
  const expected = Buffer.from(signatureOf(secret, tenant, value as unknown as Checkpoint))
  const given = Buffer.from(signature)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

export const json = (checkpoint: Checkpoint): Json => checkpoint as unknown as Json
