import { Box, Card, Center, Text } from '@mantine/core'
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { LanguageSwitch } from '~/ui/LanguageSwitch'

/** Pages that are seen without a session. */
export function VisitorLayout({ children }: { children: ReactNode }) {
  return (
    <Center component="main" mih="100dvh" p="md">
      <Box w="100%" maw={420}>
        <Text fw={700} ta="center" mb="md" size="lg">
          <Trans>Наставничество</Trans>
        </Text>
        <Card withBorder padding="lg">
          {children}
        </Card>
        <Center mt="md">
          <LanguageSwitch />
        </Center>
      </Box>
    </Center>
  )
}
