using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Features.Mentees;
using Mentoring.Platform.Features.Mentors;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;

namespace Mentoring.Platform.Features.Board;

/// <summary>What a person of the bank or the base gives reason for.</summary>
public static class PeopleLines
{
    /// <summary>Whoever records consents is asked for them, and whoever watches over personal data.</summary>
    public static bool AsksForConsents(Actor actor) =>
        actor.Can(ConsentPermissions.View)
        && (actor.Can(ConsentPermissions.Record) || actor.Can(ConsentPermissions.Withdraw));

    public static IEnumerable<BoardLine> Of(BoardPerson person, BoardDay day)
    {
        var standing = ConsentRules.ValidOn(
            person.Consents,
            person.Card.BirthDate,
            day.Today,
            day.Settings.MinorConsentRule,
            day.Settings.ConsentExpiresSoonDays
        );
        return
        [
            .. Consent(person, standing, day),
            .. Admission(person, standing, day),
            .. Search(person, standing, day),
        ];
    }

    /// <summary>A withdrawal asks for nothing: it is a decision, and what follows from it is seen at the pair.</summary>
    private static IEnumerable<BoardLine> Consent(BoardPerson person, ConsentStanding standing, BoardDay day)
    {
        if (!AsksForConsents(day.Actor) || TargetOf(person, day) is not { } target)
            yield break;
        var (kind, date) = standing.State switch
        {
            ConsentValidity.Missing => (BoardKind.ConsentsMissing, null),
            ConsentValidity.Expired => (BoardKind.ConsentsInvalid, LastDay(person)),
            ConsentValidity.WrongSigner => (BoardKind.ConsentsInvalid, null),
            ConsentValidity.Expiring => (BoardKind.ConsentsExpiring, standing.ValidUntil),
            _ => ((BoardKind?)null, (DateOnly?)null),
        };
        if (kind is { } asked)
            yield return BoardLine.Of(
                asked,
                person.Card.PersonId,
                person.Card.FullName,
                target,
                date,
                words: asked == BoardKind.ConsentsInvalid
                    ? [new(BoardVocabulary.ConsentState, EnumText<ConsentValidity>.Write(standing.State))]
                    : []
            );
    }

    private static IEnumerable<BoardLine> Admission(BoardPerson person, ConsentStanding standing, BoardDay day)
    {
        if (
            person is { MentorId: { } mentor, MentorState: { } mentorState }
            && MentorAccess.Allowed(day.Actor, mentorState, standing).Contains("admitMentor")
        )
            yield return BoardLine.Of(
                BoardKind.MentorsToAdmit,
                mentor,
                person.Card.FullName,
                new(BoardTargetKind.Mentor, mentor),
                detail: person.Card.MentorPosition
            );
        if (
            person is { MenteeId: { } mentee, MenteeState: { } menteeState }
            && MenteeAccess.Allowed(day.Actor, menteeState, standing).Contains("admitMentee")
        )
            yield return BoardLine.Of(
                BoardKind.MenteesToAdmit,
                mentee,
                person.Card.FullName,
                new(BoardTargetKind.Mentee, mentee),
                detail: Mentee(person)
            );
    }

    private static IEnumerable<BoardLine> Search(BoardPerson person, ConsentStanding standing, BoardDay day)
    {
        if (
            day.Can(PairPermissions.Propose)
            && person is { MenteeId: { } mentee, MenteeState: MenteeState.InBase or MenteeState.Unpaired }
            && standing.IsValid
        )
            yield return BoardLine.Of(
                BoardKind.MenteesWithoutPair,
                mentee,
                person.Card.FullName,
                new(BoardTargetKind.Mentee, mentee),
                person.MenteeSince,
                Mentee(person)
            );
    }

    /// <summary>The profile by which the person takes part; null for one who does no more.</summary>
    private static BoardTarget? TargetOf(BoardPerson person, BoardDay day)
    {
        var asMentor =
            person.MentorState is not (null or MentorState.Released or MentorState.Excluded or MentorState.Blocked);
        var asMentee = person.MenteeState is not (null or MenteeState.Finished or MenteeState.Blocked);
        if (!asMentor && !asMentee)
            return null;
        return asMentor && day.Can(MentorPermissions.View) ? new(BoardTargetKind.Mentor, person.MentorId!.Value)
            : asMentee && day.Can(MenteePermissions.View) ? new(BoardTargetKind.Mentee, person.MenteeId!.Value)
            : new(BoardTargetKind.Person, person.Card.PersonId);
    }

    private static DateOnly? LastDay(BoardPerson person) => person.Consents.Max(c => c.Ended).AddDays(-1);

    private static string? Mentee(BoardPerson person) => person.Card.SchoolClass ?? person.Card.MenteePosition;
}
