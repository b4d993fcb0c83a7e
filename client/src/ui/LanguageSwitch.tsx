import { Button } from '@mantine/core'
import { useLingui } from '@lingui/react'
import { LOCALE_NAMES, activateLocale, otherLocale } from '~/platform/texts/i18n'

export function LanguageSwitch() {
  const { i18n } = useLingui()
  const other = otherLocale(i18n.locale)
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      lang={other}
      onClick={() => void activateLocale(other)}
    >
      {LOCALE_NAMES[other]}
    </Button>
  )
}
