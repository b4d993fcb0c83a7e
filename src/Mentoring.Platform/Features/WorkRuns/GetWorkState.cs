using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Lists;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.WorkRuns;

/// <summary>How the region's background work stands: processes, and kinds of work.</summary>
[RequirePermission(WorkRunPermissions.View)]
public sealed record GetWorkState : IQuery<WorkState>;

/// <param name="Nodes">Working processes; they serve all regions of the installation.</param>
public sealed record WorkState(IReadOnlyList<WorkNodeState> Nodes, IReadOnlyList<WorkKindState> Kinds);

/// <param name="IsAlive">It has been heard of when it should have been.</param>
public sealed record WorkNodeState(string Name, DateTimeOffset LastSeenAt, bool IsAlive);

/// <summary>A kind of work in the region. Runs, failures and durations are of the last 24 hours.</summary>
/// <param name="Due">Items that could be done now.</param>
/// <param name="LagSeconds">For how long the oldest of those has waited; null where there is none.</param>
/// <param name="Failing">Items that have failed and are tried again.</param>
/// <param name="Parked">Items that wait for an operator.</param>
/// <param name="PausedAt">Null where it is not paused.</param>
/// <param name="Allowed">operationIds.</param>
public sealed record WorkKindState(
    string Kind,
    DateTimeOffset? LastRunAt,
    int Runs,
    int Failures,
    int? AverageMs,
    int? LongestMs,
    int Due,
    int? LagSeconds,
    int Failing,
    int Parked,
    DateTimeOffset? PausedAt,
    IReadOnlyList<string> Allowed
);

internal static class GetWorkStateEndpoint
{
    public static void MapGetWorkState(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/state", (Dispatcher send) => send.Ok(new GetWorkState()))
            .Describes<GetWorkState, WorkState>("Shows how background work stands");
}

internal sealed class GetWorkStateHandler(
    MentoringDbContext db,
    WorkDesk desk,
    WorkKinds kinds,
    RequestScope scope,
    TimeProvider clock
) : IRequestHandler<GetWorkState, Result<WorkState>>
{
    /// <summary>Times the interval at which a process reports; a busy machine is late now and then.</summary>
    private const int MissedReports = 5;

    public async Task<Result<WorkState>> Handle(GetWorkState request, CancellationToken cancellationToken)
    {
        var (region, now) = (scope.Tenant.Id, clock.GetUtcNow());
        var nodes = await desk.Nodes(cancellationToken);
        var queued = (await desk.Queued(region, cancellationToken)).ToDictionary(q => q.Kind, StringComparer.Ordinal);
        var paused = await desk.Paused(region, cancellationToken);
        var tallies = await Tallies(region, now, cancellationToken);
        return new WorkState(
            [
                .. nodes.Select(n => new WorkNodeState(
                    n.Name,
                    n.LastSeenAt,
                    now - n.LastSeenAt < n.Interval * MissedReports
                )),
            ],
            [
                .. kinds
                    .All.Union(queued.Keys, StringComparer.Ordinal)
                    .Select(kind =>
                        State(
                            kind,
                            tallies.GetValueOrDefault(kind),
                            queued.GetValueOrDefault(kind) ?? new QueuedWork(kind, 0, null, 0, 0),
                            paused.TryGetValue(kind, out var since) ? since : null,
                            now
                        )
                    ),
            ]
        );
    }

    private WorkKindState State(
        string kind,
        TalliedKind? tally,
        QueuedWork queued,
        DateTimeOffset? pausedAt,
        DateTimeOffset now
    ) =>
        new(
            kind,
            tally?.LastAt,
            tally?.Runs ?? 0,
            tally?.Failures ?? 0,
            tally is { Runs: > 0 } ? (int)(tally.TotalMs / tally.Runs) : null,
            tally is { Runs: > 0 } ? tally.LongestMs : null,
            queued.Due,
            queued.OldestDueAt is { } oldest ? (int)Math.Max(0, (now - oldest).TotalSeconds) : null,
            queued.Failing,
            queued.Parked,
            pausedAt,
            WorkRunAccess.Allowed(scope.Actor, pausedAt is not null, queued.Parked)
        );

    /// <summary>Of what ran longer ago only that it did is shown.</summary>
    private async Task<Dictionary<string, TalliedKind>> Tallies(Guid region, DateTimeOffset now, CancellationToken ct)
    {
        var yesterday = now.AddDays(-1);
        var rows = await db.Set<WorkTally>()
            .Where(t => t.TenantId == region)
            .GroupBy(t => t.Kind)
            .Select(g => new TalliedKind
            {
                Kind = g.Key,
                LastAt = g.Max(t => t.LastAt),
                Runs = g.Sum(t => t.Hour > yesterday ? t.Runs : 0),
                Failures = g.Sum(t => t.Hour > yesterday ? t.Failures : 0),
                TotalMs = g.Sum(t => t.Hour > yesterday ? t.TotalMs : 0),
                LongestMs = g.Max(t => t.Hour > yesterday ? t.LongestMs : 0),
            })
            .ToListAsync(ct);
        return rows.ToDictionary(r => r.Kind, StringComparer.Ordinal);
    }

    private sealed record TalliedKind
    {
        public required string Kind { get; init; }
        public required DateTimeOffset LastAt { get; init; }
        public required int Runs { get; init; }
        public required int Failures { get; init; }
        public required long TotalMs { get; init; }
        public required int LongestMs { get; init; }
    }
}
