import { Button, Center, Loader, Stack, Text, Title } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Problem } from '~/platform/problems/Problem'
import { PageHeader } from './PageHeader'
import { ProblemAlert } from './ProblemAlert'

/** The wait for the first data of a page or block. */
export function Loading() {
  const { t } = useLingui()
  return (
    <Center py="xl" role="status" aria-live="polite">
      <Loader aria-label={t`Загрузка`} />
    </Center>
  )
}

/** Nothing to show, why, and what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Stack align="center" py="xl" gap="xs">
      <Title order={2} size="h4">
        {title}
      </Title>
      {children && (
        <Text c="dimmed" ta="center" component="div" maw={480}>
          {children}
        </Text>
      )}
    </Stack>
  )
}

interface QueryLike<T> {
  data: T | undefined
  error: Problem | null
  isPending: boolean
  refetch: () => unknown
}

/** A block that reads something: waits, says why it failed, or shows the data. */
export function Loaded<T>({
  query,
  page = false,
  children,
}: {
  query: QueryLike<T>
  /** The block is the whole page: a refusal replaces it with a page of its own. */
  page?: boolean
  children: (data: NonNullable<T>) => ReactNode
}) {
  if (query.data !== undefined && query.data !== null) return children(query.data as NonNullable<T>)
  if (query.error) {
    const again = () => void query.refetch()
    if (page && query.error.status === 404) return <NotFoundPage />
    if (page && query.error.status === 403) return <ForbiddenPage />
    if (page) return <FailurePage problem={query.error} onRetry={again} />
    return <ProblemAlert problem={query.error} onRetry={again} />
  }
  return <Loading />
}

function HomeButton() {
  return (
    <Button component="a" href="/" variant="default">
      <Trans>На главную</Trans>
    </Button>
  )
}

export function NotFoundPage() {
  const { t } = useLingui()
  return (
    <>
      <PageHeader title={t`Страница не найдена`} />
      <Stack align="flex-start">
        <Text>
          <Trans>Такой записи нет, или она относится к другой организации.</Trans>
        </Text>
        <HomeButton />
      </Stack>
    </>
  )
}

export function ForbiddenPage() {
  const { t } = useLingui()
  return (
    <>
      <PageHeader title={t`Нет доступа`} />
      <Stack align="flex-start">
        <Text>
          <Trans>
            Ваша роль не даёт права открыть эту страницу. Если доступ нужен для работы, обратитесь к
            куратору или руководителю.
          </Trans>
        </Text>
        <HomeButton />
      </Stack>
    </>
  )
}

export function FailurePage({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const { t } = useLingui()
  return (
    <>
      <PageHeader title={t`Что-то пошло не так`} />
      <ProblemAlert problem={problem} onRetry={onRetry} />
    </>
  )
}
