using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Time;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>Lets those pairs begin that the order names and whose gate is open.</summary>
public sealed class PairActivation(PairFacts facts, RequestScope scope, SchoolCalendar calendar)
{
    /// <summary>The gate of each pair; the open ones among the approved are active afterwards.</summary>
    public async Task<IReadOnlyDictionary<Guid, Gate>> ActivateOpen(
        IReadOnlyCollection<MentoringTeam> teams,
        CancellationToken ct
    )
    {
        var today = calendar.Today(scope.Tenant);
        var known = await facts.Of(teams, ct);
        var gates = teams.ToDictionary(t => t.Id, t => known.GateOf(t, today));
        foreach (var team in teams.Where(t => t.State == PairState.ApprovedByOrder && gates[t.Id].IsOpen))
            team.Activate(gates[team.Id], today);
        return gates;
    }
}
