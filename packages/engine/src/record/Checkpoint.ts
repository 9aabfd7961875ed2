/**
 * Signed checkpoints: the state of the record up to a position, stream by stream, signed with a key that the store does
 * not have. Each names the one before it, so signed data cannot be changed, left out or reverted without being noticed.
 */
import { createHmac, timingSafeEqual } from "node:crypto"
import { canonical } from "@hearback/core"
import type { Json } from "../port/Event.ts"

type SignedHead = readonly [stream: string, version: number, hash: string]

/** Returns the part of a hash that is signed: 160 bits identify it and take a third of the space. */
export const signedHash = (hash: string): string => Buffer.from(hash, "hex").subarray(0, 20).toString("base64url")

/** A checkpoint of a tenant's record. */
export interface Checkpoint {
  /** The number, from 1. */
  readonly number: number
  /** When it was signed.  Units: ms since 1970. */
  readonly at: number
  /** The position of the last event that it covers. */
  readonly position: number
  /** How many events it and all earlier checkpoints cover. */
  readonly events: number
  /**
   * The streams with new events since the checkpoint before, each with its last version and the signed part of its
   * hash.
   */
  readonly heads: readonly SignedHead[]
  /** The signature of the checkpoint before; null for the first. */
  readonly before: string | null
  /** The signature of a lost checkpoint, if the record was restored on purpose and signed again from there. */
  readonly lost?: string
}

/** Returns the signature of a checkpoint. */
export const signatureOf = (secret: Uint8Array, tenant: string, checkpoint: Checkpoint): string =>
  createHmac("sha256", secret)
    .update(canonical({ tenant, checkpoint: json(checkpoint) }))
    .digest("hex")

/** Returns whether a value is the checkpoint of a signature. */
export const isSigned = (secret: Uint8Array, tenant: string, value: Json, signature: string): value is Json => {
  const expected = Buffer.from(signatureOf(secret, tenant, value as unknown as Checkpoint))
  const given = Buffer.from(signature)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** Returns a checkpoint as a JSON value. */
export const json = (checkpoint: Checkpoint): Json => checkpoint as unknown as Json
