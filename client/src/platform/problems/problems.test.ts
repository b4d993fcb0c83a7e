import { HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { codesOfContract } from '~/testing/contract'
import { fieldErrors, fieldOf } from './fieldErrors'
import { Problem, asProblem, readProblem } from './Problem'
import catalog from './problem-texts.json'
import { problemTexts } from './useProblemTexts'

const russian = problemTexts('ru')

describe('problems', () => {
  it('keeps code, trace and field errors of an answer', async () => {
    const problem = await readProblem(
      HttpResponse.json(
        {
          code: 'validation.failed',
          traceId: 'abc',
          errors: [{ pointer: '/person/familyName', code: 'validation.required', message: 'x' }],
        },
        { status: 400 },
      ),
    )
    expect(problem.status).toBe(400)
    expect(problem.code).toBe('validation.failed')
    expect(problem.traceId).toBe('abc')
    expect(problem.isDefinite).toBe(true)
    expect(problem.errors).toHaveLength(1)
  })

  it('makes a code of an answer that is a page of some gateway', async () => {
    const problem = await readProblem(new Response('<html>Bad gateway</html>', { status: 502 }))
    expect(problem.code).toBe('http.502')
    expect(problem.isDefinite).toBe(false)
  })

  it('takes anything thrown for a failure of the page', () => {
    expect(asProblem(new TypeError('x')).code).toBe('client.failed')
  })

  it('maps JSON pointers to names of form fields', () => {
    expect(fieldOf('/person/familyName')).toBe('person.familyName')
    expect(fieldOf('#/activities/0/title')).toBe('activities.0.title')
    expect(fieldOf('/a~1b')).toBe('a/b')
  })

  it('shows the first error of each field, in words', () => {
    const problem = new Problem({
      status: 400,
      code: 'validation.failed',
      errors: [
        { pointer: '/person/familyName', code: 'unknown.code', message: 'от сервера' },
        { pointer: '/person/familyName', code: 'http.404' },
        { pointer: '/capacity', code: 'another.unknown' },
      ],
    })
    expect(fieldErrors(problem, russian)).toEqual({
      'person.familyName': 'от сервера',
      capacity: 'Проверьте это поле.',
    })
  })

  it('falls back from an unknown code to the kind of refusal', () => {
    expect(russian.of(new Problem({ status: 403, code: 'no.such.code' }))).toBe(
      'У вас нет прав на это действие.',
    )
  })

  it('has a text for every code of the contract and for none besides', () => {
    const codes = codesOfContract()
    expect(codes.size).toBeGreaterThan(100)
    const known = Object.keys(catalog)
    expect([...codes].filter((code) => !known.includes(code))).toEqual([])
    // What the client says of itself, and of answers that bear no code.
    const ownCode = /^(client\.failed|connection\.lost|session\.other_account|http\.\d{3})$/
    expect(known.filter((code) => !codes.has(code) && !ownCode.test(code))).toEqual([])
  })

  it('says everything in Russian and in English, with the same parameters', () => {
    const entries = Object.entries(catalog)
    expect(entries.length).toBeGreaterThan(10)
    for (const [code, texts] of entries) {
      expect(texts.ru, code).toMatch(/[а-яё]/i)
      expect(texts.en, code).toMatch(/[a-z]/i)
      // Parameters of the two languages are the same.
      const names = (text: string) => new Set(text.match(/\{\w+\}/g))
      expect(names(texts.en), code).toEqual(names(texts.ru))
    }
  })
})
