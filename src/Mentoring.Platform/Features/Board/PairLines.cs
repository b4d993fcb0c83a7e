using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Features.Orders;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;

namespace Mentoring.Platform.Features.Board;

/// <summary>What a pair asks the actor for: consents to the duties, an order, what the legal gate misses.</summary>
public static class PairLines
{
    private static readonly string[] Running =
    [
        PairPermissions.RecordAgreement,
        PairPermissions.RecordAddendum,
        PairPermissions.Close,
        OrderPermissions.Draft,
    ];

    /// <summary>The actor has something to do in pairs that are not his own.</summary>
    public static bool AsksForAll(Actor actor) => actor.Can(PairPermissions.ViewAll) && Running.Any(actor.Can);

    public static IEnumerable<BoardLine> Of(BoardPair pair, BoardDay day) =>
        [.. Agreement(pair, day), .. Order(pair, day), .. Gate(pair, day)];

    private static IEnumerable<BoardLine> Agreement(BoardPair pair, BoardDay day)
    {
        var team = pair.Team;
        if (team.Members.Any(m => IsAsked(pair, m, day)))
            yield return Line(BoardKind.PairsForMyAgreement, pair, team.ProposedOn);
        else if (team.State == PairState.Proposed && day.Can(PairPermissions.RecordAgreement))
            yield return Line(
                BoardKind.PairsForAgreement,
                pair,
                team.ProposedOn,
                string.Join(
                    ", ",
                    team.Members.Where(m => !team.HasConsented(m.PersonId))
                        .OrderBy(m => m.Side)
                        .Select(m => pair.NameOf(m.PersonId))
                )
            );
    }

    /// <summary>
    /// Of the member whose voice the actor is. Who has taken his consent back is not asked again, and a child that may
    /// not sign yet is not asked at all: the representative is.
    /// </summary>
    private static bool IsAsked(BoardPair pair, TeamMember member, BoardDay day)
    {
        var (team, person) = (pair.Team, member.PersonId);
        return day.Voice.SpeaksFor(person)
            && team.DutyConsentOf(person) is null
            && PairAccess.Allowed(day.Voice, team, member, pair.Known.AddendumDue(member)).Contains("agreeToPair")
            && (!day.Actor.Is(person) || Age.On(pair.Known.Card(person).BirthDate, day.Today) >= Age.OfOwnSignature);
    }

    private static IEnumerable<BoardLine> Order(BoardPair pair, BoardDay day)
    {
        if (day.Can(OrderPermissions.Draft) && pair.Team.AwaitsOrder && !pair.IsInOrder)
            yield return Line(
                BoardKind.PairsToOrder,
                pair,
                pair.Team.DutyConsents.Where(c => c.WithdrawnOn is null).Max(c => c.GivenOn)
            );
    }

    private static IEnumerable<BoardLine> Gate(BoardPair pair, BoardDay day)
    {
        var team = pair.Team;
        if (team.State is not (PairState.ApprovedByOrder or PairState.Active) || !OpensGates(day.Actor))
            yield break;
        var gate = pair.Known.GateOf(team, day.Today);
        if (gate.IsOpen)
            yield break;
        var isActive = team.State == PairState.Active;
        yield return Line(
            isActive ? BoardKind.ActivePairsGateClosed : BoardKind.OrderedPairsWaiting,
            pair,
            isActive ? null : team.OrderedOn,
            string.Join(", ", gate.Missing.Select(m => m.PersonId).OfType<Guid>().Distinct().Select(pair.NameOf)),
            gate.Missing.Select(m => m.Code)
                .Distinct()
                .Select(code => new BoardWord(BoardVocabulary.GateMissing, EnumText<GateCode>.Write(code)))
        );
    }

    /// <summary>May record something that the gate looks at.</summary>
    private static bool OpensGates(Actor actor) =>
        actor.Can(PairPermissions.RecordAddendum)
        || actor.Can(PairPermissions.RecordAgreement)
        || actor.Can(ConsentPermissions.Record);

    private static BoardLine Line(
        BoardKind kind,
        BoardPair pair,
        DateOnly? date,
        string? detail = null,
        IEnumerable<BoardWord>? words = null
    ) => BoardLine.Of(kind, pair.Team.Id, pair.Title, pair.Target, date, detail, words);
}
