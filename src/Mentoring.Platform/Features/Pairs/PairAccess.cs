using System.Linq.Expressions;
using Mentoring.Platform.Platform.Access;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>Who asks, with the minors whom he represents.</summary>
public sealed record PairActor(Actor Actor, IReadOnlySet<Guid> Represents)
{
    public bool Can(string permission) => Actor.Can(permission);

    /// <summary>He is the person, or the person's legal representative.</summary>
    public bool SpeaksFor(Guid personId) => Actor.Is(personId) || Represents.Contains(personId);

    /// <summary>All people for whom he speaks.</summary>
    public Guid[] Voices => Actor.PersonId is { } self ? [self, .. Represents] : [.. Represents];
}

/// <summary>Who may see and do what with a pair.</summary>
public static class PairAccess
{
    /// <summary>The pairs that an actor sees; <paramref name="mineOnly"/> leaves those in which he has a voice.</summary>
    public static Expression<Func<MentoringTeam, bool>> VisibleTo(PairActor actor, bool mineOnly = false)
    {
        var voices = actor.Voices;
        return actor.Can(PairPermissions.ViewAll) && !mineOnly
            ? team => true
            : team => team.Members.Any(m => voices.Contains(m.PersonId));
    }

    /// <summary>Consents, refuses or withdraws for this member: himself, or the curator by the signed paper.</summary>
    public static bool CanSpeakFor(PairActor actor, string permission, Guid personId) =>
        actor.Can(permission) && (actor.SpeaksFor(personId) || actor.Can(PairPermissions.RecordAgreement));

    /// <summary>The reasons of others are for those who run the mentoring, and for whoever gave them.</summary>
    public static bool CanSeeReason(PairActor actor, Guid? ofPerson) =>
        actor.Can(PairPermissions.ViewAll) || (ofPerson is { } person && actor.SpeaksFor(person));

    /// <summary>What the actor may do for or about one member now.</summary>
    public static IReadOnlyList<string> Allowed(
        PairActor actor,
        MentoringTeam team,
        TeamMember member,
        bool addendumDue
    )
    {
        var allowed = new List<string>();
        var consented = team.HasConsented(member.PersonId);
        if (team.IsOpen && !consented && CanSpeakFor(actor, PairPermissions.Agree, member.PersonId))
            allowed.Add("agreeToPair");
        if (
            team.State is PairState.Proposed or PairState.ConsentsCollected
            && CanSpeakFor(actor, PairPermissions.Decline, member.PersonId)
        )
            allowed.Add("declinePair");
        if (team.IsOpen && consented && CanSpeakFor(actor, PairPermissions.Withdraw, member.PersonId))
            allowed.Add("withdrawDutyConsent");
        if (team.IsOpen && addendumDue && member.Side == TeamSide.Mentor && actor.Can(PairPermissions.RecordAddendum))
            allowed.Add("recordAddendum");
        return allowed;
    }

    /// <summary>What the actor may do with the pair as a whole now.</summary>
    public static IReadOnlyList<string> AllowedOnPair(PairActor actor, MentoringTeam team) =>
        team.State is PairState.ApprovedByOrder or PairState.Active && actor.Can(PairPermissions.Close)
            ? ["closePair"]
            : [];
}
