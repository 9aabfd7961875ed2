/** The contract of `EventStore`, executable. An adapter registers the list; see `register`. */
import { appendLaws } from "./laws/AppendLaws.ts"
import { auditLaws } from "./laws/AuditLaws.ts"
import { entryLaws } from "./laws/EntryLaws.ts"
import { hostLaws } from "./laws/HostLaws.ts"
import { indexLaws, projectionLaws } from "./laws/IndexLaws.ts"
import { letterLaws } from "./laws/LetterLaws.ts"
import { listLaws } from "./laws/ListLaws.ts"
import { readLaws } from "./laws/ReadLaws.ts"
import type { StoreLaw } from "./laws/StoreFixture.ts"
import { tenantLaws } from "./laws/TenantLaws.ts"
import { workLaws } from "./laws/WorkLaws.ts"

/** The laws of stores. */
export const storeLaws: readonly StoreLaw[] = [
  ...appendLaws,
  ...readLaws,
  ...entryLaws,
  ...workLaws,
  ...letterLaws,
  ...listLaws,
  ...indexLaws,
  ...projectionLaws,
  ...tenantLaws,
  ...auditLaws,
  ...hostLaws
]
