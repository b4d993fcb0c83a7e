import { Button, type ButtonProps, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props extends ButtonProps {
  /** From the response's `allowed`. */
  allowed: boolean
  /** Said when it is not. */
  why: ReactNode
  onClick?: () => void
  type?: 'button' | 'submit'
}

/**
 * A button that explains a refusal. It stays reachable by keyboard when disabled, since an
 * explanation that cannot be focused is no explanation.
 */
export function AllowedButton({
  allowed,
  why,
  onClick,
  children,
  type = 'button',
  ...props
}: Props) {
  if (allowed) {
    return (
      <Button {...props} type={type} onClick={onClick}>
        {children}
      </Button>
    )
  }
  return (
    <Tooltip label={why} events={{ hover: true, focus: true, touch: true }} multiline maw={320}>
      <Button
        {...props}
        type="button"
        data-disabled
        aria-disabled="true"
        onClick={(event) => event.preventDefault()}
      >
        {children}
      </Button>
    </Tooltip>
  )
}
