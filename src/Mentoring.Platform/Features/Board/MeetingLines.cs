using Mentoring.Platform.Features.Meetings;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.Programs;
using Mentoring.Platform.Platform.Data;

namespace Mentoring.Platform.Features.Board;

/// <summary>What the meetings of a pair ask for: silence, a meeting that nobody has logged, the next one.</summary>
public static class MeetingLines
{
    public static IEnumerable<BoardLine> Of(BoardPair pair, BoardDay day)
    {
        if (pair.Team is not { State: PairState.Active, ActiveSince: { } since } || !day.Can(MeetingPermissions.View))
            yield break;
        var next = MeetingChain.Expect(
            pair.Held,
            [
                .. pair
                    .Programs.Where(p => p.ApprovedOn is not null)
                    .Select(p => new ApprovedPeriod(p.ApprovedOn!.Value, p.EndsOn, p.EndedOn)),
            ],
            pair.IsSingleMeeting,
            pair.Programs.Where(p => p.State == ProgramState.Active).Sum(p => p.Left),
            day.Today
        );
        // Where the chain expects no meeting, there is no silence either.
        if (next.Type is not { } type)
            yield break;
        var logs = MeetingAccess.LogsAs(day.Actor, pair.Team);
        var isMine = pair.Team.Members.Any(m => day.Voice.SpeaksFor(m.PersonId));
        var last = pair.Held.Select(m => m.HeldOn).Append(since).Max();
        if (logs is not null && last.AddDays(day.Settings.PairSilentAfterDays) < day.Today)
            yield return Line(BoardKind.SilentPairs, pair, last);
        else if (logs is not null && isMine && next.On < day.Today)
            yield return Line(BoardKind.MeetingsNotLogged, pair, next.On);
        if (isMine && next.On >= day.Today)
            yield return Line(
                BoardKind.NextMeetings,
                pair,
                next.On,
                new BoardWord(BoardVocabulary.MeetingType, EnumText<MeetingType>.Write(type))
            );
    }

    private static BoardLine Line(BoardKind kind, BoardPair pair, DateOnly? date, params BoardWord[] words) =>
        BoardLine.Of(kind, pair.Team.Id, pair.Title, pair.Target, date, words: words);
}
