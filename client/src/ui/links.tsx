import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import { type ComponentPropsWithoutRef, type Ref, forwardRef } from 'react'

type AnchorLinkProps = AnchorProps & Omit<ComponentPropsWithoutRef<'a'>, keyof AnchorProps>
type ButtonLinkProps = ButtonProps & Omit<ComponentPropsWithoutRef<'a'>, keyof ButtonProps>

/** A link in running text to another page of the client. */
export const TextLink = createLink(
  forwardRef(function TextLink(props: AnchorLinkProps, ref: Ref<HTMLAnchorElement>) {
    return <Anchor ref={ref} {...props} />
  }),
)

/** A link that looks like a button. */
export const ButtonLink = createLink(
  forwardRef(function ButtonLink(props: ButtonLinkProps, ref: Ref<HTMLAnchorElement>) {
    return <Button component="a" ref={ref} {...props} />
  }),
)
