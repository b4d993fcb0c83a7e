export { ExpiredSessionDialog } from './ExpiredSessionDialog'
export { InvitationButton } from './InvitationButton'
export { OtherAccountDialog } from './OtherAccountDialog'
export { SignInPage } from './SignInPage'
