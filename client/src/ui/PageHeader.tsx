import { Box, Group, Stack, Text, Title } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import { useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import classes from './PageHeader.module.css'

interface Props {
  title: string
  description?: ReactNode
  /** Beside the title: a state badge. */
  badge?: ReactNode
  /** Buttons of the page. */
  actions?: ReactNode
}

let firstAddress: string | undefined

/**
 * The page's one h1. After a navigation it takes the focus, so that a screen reader says where one
 * is, and names the browser's tab.
 */
export function PageHeader({ title, description, badge, actions }: Props) {
  const { t } = useLingui()
  const heading = useRef<HTMLHeadingElement>(null)
  const address = useRouterState({ select: (state) => state.location.pathname })

  useEffect(() => {
    document.title = t`${title} — Наставничество`
  }, [title, t])
  useEffect(() => {
    // The first page of a visit leaves the focus where the browser put it.
    firstAddress ??= address
    if (firstAddress === address) return
    firstAddress = ''
    heading.current?.focus()
  }, [address])

  return (
    <Group justify="space-between" align="flex-start" mb="lg" gap="sm">
      <Stack gap={4} className={classes.words}>
        <Group gap="sm" align="center">
          <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
            {title}
          </Title>
          {badge}
        </Group>
        {description && (
          <Text c="dimmed" component="div">
            {description}
          </Text>
        )}
      </Stack>
      {actions && (
        <Box className="no-print">
          <Group gap="sm">{actions}</Group>
        </Box>
      )}
    </Group>
  )
}
