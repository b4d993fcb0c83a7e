export { MeetingList } from './MeetingList'
export { PairMeetings } from './PairMeetings'
