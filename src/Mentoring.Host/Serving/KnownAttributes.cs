using System.Diagnostics;
using OpenTelemetry;

namespace Mentoring.Host.Serving;

/// <summary>
/// Lets out of a span what is on the list and nothing else: addresses may hold what somebody searched for, messages of
/// exceptions may hold values of rows. Drops what nobody would look at.
/// </summary>
internal sealed class KnownAttributes : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "error.type",
        // The text of a statement has places for values, not the values.
        "db.query.text",
        "db.namespace",
        "db.system.name",
        "db.response.status_code",
        "db.npgsql.data_source",
        "server.address",
        "server.port",
        Mentoring.Platform.Platform.Telemetry.Measures.UseCase,
        Mentoring.Platform.Platform.Telemetry.Measures.Outcome,
        Mentoring.Platform.Platform.Telemetry.Measures.Kind,
        Mentoring.Platform.Platform.Telemetry.Measures.Tenant,
    };

    public const string Sql = "Npgsql";
    private static readonly ActivitySource Copies = new(Name);

    /// <summary>Name of the source of spans that stand in for those that cannot be cleaned.</summary>
    public const string Name = "Mentoring.Host.Copies";

    public override void OnEnd(Activity data)
    {
        if (IsNoise(data))
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            return;
        }
        foreach (var (name, _) in data.TagObjects.ToList())
        {
            if (!Known.Contains(name))
                data.SetTag(name, null);
        }
        if (data.StatusDescription is not null)
            data.SetStatus(data.Status);
        if (data.Events.Any() && data.Source != Copies)
            ReplaceWithoutEvents(data);
    }

    /// <summary>Probes come every few seconds, and so does the worker's question whether anything is due.</summary>
    private static bool IsNoise(Activity span) =>
        span.GetTagItem("http.route") is string route && route.StartsWith("/health", StringComparison.Ordinal)
        || (span.Source.Name == Sql && span.ParentSpanId == default && span.Status != ActivityStatusCode.Error);

    /// <summary>Events are exceptions with their messages, and cannot be taken off a span.</summary>
    private static void ReplaceWithoutEvents(Activity span)
    {
        span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        var parent = new ActivityContext(span.TraceId, span.ParentSpanId, ActivityTraceFlags.Recorded);
        using var copy = Copies.CreateActivity(span.DisplayName, span.Kind, parent, span.TagObjects);
        copy?.SetStartTime(span.StartTimeUtc)
            .SetStatus(span.Status)
            .Start()
            .SetEndTime(span.StartTimeUtc + span.Duration);
    }
}
