import { describe, expect, it } from 'vitest'
import { enumerationsOfContract } from '~/testing/contract'
import catalog from './labels.json'

/** Enumerations of the contract that no page ever shows: they steer the client or are said otherwise. */
const NOT_SHOWN = new Set([
  'ActivityStatus',
  'BoardTargetKind',
  'BoardVocabulary',
  'ConsentWay',
  'InvitationPurpose',
  'OrderKind',
  'ParticipantGroup',
  'PersonPart',
  'ProgramApprover',
  'ProgramBasis',
  'RequestAudience',
  'TenantKind',
])

/** Words that the contract knows as plain text, or a part of an enumeration. */
const OF_THE_CLIENT = new Set([
  'role',
  'programPart',
  'boardDate',
  'settingKey',
  'settingEffect',
  'settingWord',
  'workKind',
  'figure',
])

const keyOf = (schema: string) => schema[0]!.toLowerCase() + schema.slice(1)
const labels: Record<string, Record<string, { ru: string; en: string }>> = catalog

describe('labels', () => {
  const enumerations = enumerationsOfContract()
  const shown = [...enumerations].filter(([name]) => !NOT_SHOWN.has(name))

  it('name every value of every enumeration of the contract that is shown, and nothing else', () => {
    expect(shown.length).toBeGreaterThan(15)
    for (const [name, values] of shown) {
      expect(new Set(Object.keys(labels[keyOf(name)] ?? {})), name).toEqual(new Set(values))
    }
  })

  it('know no enumeration that the contract does not', () => {
    const known = new Set([...shown.map(([name]) => keyOf(name)), ...OF_THE_CLIENT])
    expect(Object.keys(labels).filter((name) => !known.has(name))).toEqual([])
    expect([...NOT_SHOWN].filter((name) => !enumerations.has(name))).toEqual([])
  })

  it('say what the date of a board entry means for kinds that the contract knows', () => {
    const kinds = enumerations.get('BoardKind') ?? []
    expect(Object.keys(catalog.boardDate).filter((kind) => !kinds.includes(kind))).toEqual([])
  })

  it('say of every setting what it does, and name the words of those that have words', () => {
    expect(Object.keys(catalog.settingEffect)).toEqual(Object.keys(catalog.settingKey))
    const approvers = enumerations.get('ProgramApprover') ?? []
    expect(approvers.length).toBeGreaterThan(1)
    expect(Object.keys(catalog.settingWord)).toEqual(expect.arrayContaining(approvers))
  })

  it('are there in Russian and in English', () => {
    for (const [name, values] of Object.entries(labels)) {
      for (const [value, text] of Object.entries(values)) {
        expect(text.ru, `${name}.${value}`).toMatch(/^[а-яё][^a-z]*$/i)
        expect(text.en, `${name}.${value}`).toMatch(/^[a-z][^а-яё]*$/i)
      }
    }
  })
})
