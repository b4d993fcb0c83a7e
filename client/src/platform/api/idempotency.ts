import { Problem } from '../problems/Problem'

/** 128 random bits as a UUID; `crypto.randomUUID` is missing on plain-http addresses. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [8, 12, 16, 20, 32].map((end, i) => hex.slice([0, 8, 12, 16, 20][i], end)).join('-')
}

/**
 * The key of one filled form. It stays while the outcome is not known, so that a repeated request
 * is carried out once, and changes when the server has definitely accepted or refused.
 */
export class SubmissionKey {
  #key: string | undefined

  take(): string {
    return (this.#key ??= newKey())
  }

  accepted() {
    this.#key = undefined
  }

  failed(problem: Problem) {
    if (problem.isDefinite) this.#key = undefined
  }
}
