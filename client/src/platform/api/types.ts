import type { operations, paths } from './schema'

/** Operations by their short address, without the common `/api/v1`. */
export type Paths = {
  [P in keyof paths as P extends `/api/v1${infer Short}` ? Short : P]: paths[P]
}

/** An absent value may come as null and may be sent as null: the server reads and writes both. */
type OrNull<T> = T extends (infer I)[]
  ? OrNull<I>[]
  : T extends object
    ? {
        [K in keyof T]: undefined extends T[K]
          ? OrNull<NonNullable<T[K]>> | null | undefined
          : OrNull<T[K]>
      }
    : T

type JsonOf<T> = T extends { content: infer C }
  ? C extends { 'application/json': infer B }
    ? OrNull<B>
    : undefined
  : undefined

type SuccessOf<R> = R extends { 200: infer A }
  ? JsonOf<A>
  : R extends { 201: infer A }
    ? JsonOf<A>
    : undefined

type AnswerOf<O> = O extends { responses: infer R } ? SuccessOf<R> : undefined
type BodyOf<O> = O extends { requestBody: infer B }
  ? JsonOf<B>
  : O extends { requestBody?: infer B }
    ? JsonOf<NonNullable<B>> | undefined
    : undefined
type NamesIn<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never
type PathParametersOf<P extends string> = [NamesIn<P>] extends [never]
  ? undefined
  : Record<NamesIn<P>, string>
type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? NonNullable<Q> : undefined

type PathsWith<M extends string> = {
  [P in keyof Paths]: M extends keyof Paths[P]
    ? Paths[P][M & keyof Paths[P]] extends { responses: unknown }
      ? P
      : never
    : never
}[keyof Paths] &
  string

type OperationAt<P extends keyof Paths, M extends string> = Paths[P][M & keyof Paths[P]]

export type ReadPath = PathsWith<'get'>
export type WriteMethod = 'post' | 'put' | 'delete'
export type WritePath<M extends WriteMethod> = PathsWith<M>

export type ReadAnswer<P extends ReadPath> = AnswerOf<OperationAt<P, 'get'>>
export type WriteAnswer<M extends WriteMethod, P extends WritePath<M>> = AnswerOf<OperationAt<P, M>>

type Given<K extends string, T> = [T] extends [undefined] ? object : Record<K, T>

export type ReadParameters<P extends ReadPath> = Given<'path', PathParametersOf<P>> & {
  query?: NonNullable<QueryOf<OperationAt<P, 'get'>>>
}
export type WriteParameters<M extends WriteMethod, P extends WritePath<M>> = Given<
  'path',
  PathParametersOf<P>
> &
  Given<'body', BodyOf<OperationAt<P, M>>> & {
    /** The version that the reader saw; sent as If-Match. */
    version?: number
  }

/** The answer of an operation, by its operationId. */
export type Answer<Id extends keyof operations> = AnswerOf<operations[Id]>
/** The body that an operation takes, by its operationId. */
export type Body<Id extends keyof operations> = BodyOf<operations[Id]>
/** One item of a list operation. */
export type Item<Id extends keyof operations> =
  Answer<Id> extends { items: (infer I)[] } ? I : never
