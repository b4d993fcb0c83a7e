import { Button } from '@mantine/core'
import { Trans } from '@lingui/react/macro'
import { IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './PrintLayout.module.css'

/** Content laid out as a sheet of paper, on screen and in print. */
export function PrintLayout({ children, label }: { children: ReactNode; label: string }) {
  return (
    <section className={classes.sheet} aria-label={label}>
      {children}
    </section>
  )
}

export function PrintButton() {
  return (
    <Button
      variant="default"
      className="no-print"
      leftSection={<IconPrinter size={18} aria-hidden />}
      onClick={() => window.print()}
    >
      <Trans>Печать</Trans>
    </Button>
  )
}
