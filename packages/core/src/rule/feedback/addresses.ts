/** Checks the addresses of a customer. */
import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import type { Addresses } from "../../case/track/Submission.ts"
import { isVisibleLine } from "../../language/Visible.ts"
import type { Policy } from "../../policy/Policy.ts"

/**
 * Returns why addresses are refused. An address is one line for a channel of the policy; the channel checks its form.
 */
export const againstAddresses = ({ bundle }: Policy, addresses: Addresses = {}): readonly RefusalReason[] => {
  const known = Object.keys(bundle.channels)
  return Object.entries(addresses).flatMap(([channel, address]) => {
    if (!known.includes(channel)) return [reason("address/unknown-channel", "channels", { channel, known })]
    return address.trim() === "" || !isVisibleLine(address) ? [reason("address/unusable", undefined, { channel })] : []
  })
}
