export { ExpiredSessionDialog } from './ExpiredSessionDialog'
export { InvitationButton } from './InvitationButton'
export { SignInPage } from './SignInPage'
