/**
 * A refusal as it is stored with its command, so that a repeated command gets the same refusal. Codes and rules are in
 * the clear. The values of its sentences may have been typed by somebody, and are sealed.
 */
import { defined, type Refusal } from "@hearback/core"
import type { Json } from "../port/Event.ts"
import type { KeyStore } from "../port/KeyStore.ts"
import { type Sealer, unseal } from "./Seal.ts"

/** A stored refusal. */
export interface SealedRefusal {
  readonly refusal: Omit<Refusal.Refusal, "reasons"> & {
    readonly reasons: readonly Omit<Refusal.RefusalReason, "says">[]
  }
  /** The values of the sentence of each reason. */
  readonly says?: { readonly customer: string; readonly ciphertext: string }
}

/** Seals a refusal. `sealer` is called only if there is something to seal. */
export const sealRefusal = async (refusal: Refusal.Refusal, sealer: () => Promise<Sealer>): Promise<SealedRefusal> => {
  const says = refusal.reasons.map((reason) => reason.says)
  const open = { ...refusal, reasons: refusal.reasons.map(({ says: _, ...reason }) => reason) }
  if (says.every((one) => Object.keys(one).length === 0)) return { refusal: open }
  const { customer, ciphertext } = (await sealer())(says as unknown as Json)
  return { refusal: open, says: { customer, ciphertext: Buffer.from(ciphertext).toString("base64") } }
}

/** Opens a refusal. After erasure its sentences have no values. */
export const openRefusal = async (
  keys: KeyStore,
  tenant: string,
  { refusal, says }: SealedRefusal
): Promise<Refusal.Refusal> => {
  const sealed = says && {
    customer: says.customer,
    ciphertext: Uint8Array.from(Buffer.from(says.ciphertext, "base64"))
  }
  const opened = sealed && (await unseal(keys, tenant, sealed))
  const found = opened?.ok === true ? (opened.value as unknown as readonly Refusal.Says[]) : []
  return defined({ ...refusal, reasons: refusal.reasons.map((reason, i) => ({ ...reason, says: found[i] ?? {} })) })
}
