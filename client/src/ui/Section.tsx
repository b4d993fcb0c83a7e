import { Group, Paper, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'

interface Props {
  title: string
  /** Beside the title, on paper too. */
  badges?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A named block of a page. */
export function Section({ title, badges, actions, children }: Props) {
  const id = useId()
  return (
    <Paper component="section" withBorder p="md" mb="md" aria-labelledby={id}>
      <Group justify="space-between" mb="sm" gap="sm">
        <Group gap="sm">
          <Title order={2} size="h4" id={id}>
            {title}
          </Title>
          {badges}
        </Group>
        {actions && (
          <Group gap="sm" className="no-print">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Paper>
  )
}
