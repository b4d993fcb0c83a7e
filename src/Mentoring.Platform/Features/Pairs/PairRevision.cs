using Mentoring.Platform.Platform.Requests;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>What a command on a pair answers: what became of it.</summary>
public sealed record PairRevision(Guid Id, long Version, PairState State) : IVersioned
{
    public static PairRevision Of(MentoringTeam team) => new(team.Id, team.Version, team.State);
}
