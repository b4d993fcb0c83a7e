import { Button, Group, Modal } from '@mantine/core'
import { Trans } from '@lingui/react/macro'
import { IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'
import classes from './PrintLayout.module.css'

/** Content laid out as a sheet of paper. */
export function Sheet({ children, label }: { children: ReactNode; label: string }) {
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

interface DialogProps {
  title: string
  children: ReactNode
  onClose: () => void
}

/** A sheet in a dialog; while it is open, printing prints it and not the page below. */
export function PrintDialog({ title, children, onClose }: DialogProps) {
  useEffect(() => {
    document.documentElement.classList.add('prints-dialog')
    return () => document.documentElement.classList.remove('prints-dialog')
  }, [])
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <Sheet label={title}>{children}</Sheet>
      <Group justify="flex-end" mt="md" className="no-print">
        <PrintButton />
        <Button onClick={onClose}>
          <Trans>Готово</Trans>
        </Button>
      </Group>
    </Modal>
  )
}
