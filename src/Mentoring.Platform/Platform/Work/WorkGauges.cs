using System.Diagnostics.Metrics;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Telemetry;
using Npgsql;

namespace Mentoring.Platform.Platform.Work;

/// <summary>How long figures wait for work: the oldest due item among these kinds. A feature registers it as a singleton.</summary>
/// <param name="Name">Name of the gauge, such as <c>mentoring.roll_up.lag</c>.</param>
public sealed record MeasuredDelay(string Name, string Description, IReadOnlyList<string> Kinds);

/// <summary>
/// How much work waits, asked of the database whenever measures are collected. Every working process tells the same:
/// a dashboard takes the largest, not the sum.
/// </summary>
public sealed class WorkGauges : IDisposable
{
    private const string Sql = """
        SELECT kind,
          count(*) FILTER (WHERE parked_at IS NULL AND due_at <= $1),
          count(*) FILTER (WHERE parked_at IS NOT NULL),
          coalesce(extract(epoch FROM $1 - min(due_at) FILTER (WHERE parked_at IS NULL AND due_at <= $1)), 0)::float8
        FROM mentoring.work_item GROUP BY kind
        """;

    /// <summary>Several gauges are collected at once; one look at the database serves them all.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly DataSources sources;
    private readonly TimeProvider clock;
    private readonly Meter meter = new(Measures.Name);
    private readonly Lock looking = new();
    private readonly HashSet<string> kinds = new(StringComparer.Ordinal);
    private Dictionary<string, WaitingWork>? seen;
    private DateTimeOffset seenAt;

    public WorkGauges(DataSources sources, TimeProvider clock, IEnumerable<MeasuredDelay> delays)
    {
        this.sources = sources;
        this.clock = clock;
        Gauge("mentoring.work.due", "{item}", "Work items that are due and not done.", w => w.Due);
        Gauge(
            "mentoring.work.parked",
            "{item}",
            "Work items that failed too often and wait for somebody.",
            w => w.Parked
        );
        Gauge(
            "mentoring.work.oldest_age",
            "s",
            "How long the oldest due work item has been waiting.",
            w => w.OldestAge
        );
        foreach (var delay in delays)
        {
            meter.CreateObservableGauge(
                delay.Name,
                () =>
                    Look() is { } waiting
                        ? [new(delay.Kinds.Select(k => waiting.GetValueOrDefault(k).OldestAge).Max())]
                        : Array.Empty<Measurement<double>>(),
                "s",
                delay.Description
            );
        }
    }

    public void Dispose() => meter.Dispose();

    private void Gauge(string name, string unit, string description, Func<WaitingWork, double> value) =>
        meter.CreateObservableGauge(name, () => Each(value), unit, description);

    private IEnumerable<Measurement<double>> Each(Func<WaitingWork, double> value)
    {
        if (Look() is not { } waiting)
            yield break;
        // What was seen once is told on as nothing: a gauge that fell silent would keep its last alarm.
        foreach (var kind in kinds)
            yield return new(
                value(waiting.GetValueOrDefault(kind)),
                new KeyValuePair<string, object?>(Measures.Kind, kind)
            );
    }

    /// <summary>Null while the database cannot be asked.</summary>
    private Dictionary<string, WaitingWork>? Look()
    {
        lock (looking)
        {
            var now = clock.GetUtcNow();
            if (now - seenAt < Fresh)
                return seen;
            seenAt = now;
            try
            {
                seen = Ask(now);
                kinds.UnionWith(seen.Keys);
            }
            catch (NpgsqlException)
            {
                seen = null;
            }
            return seen;
        }
    }

    private Dictionary<string, WaitingWork> Ask(DateTimeOffset now)
    {
        using var command = sources.For(DatabaseLogin.Work).CreateCommand(Sql);
        command.CommandTimeout = 5;
        command.Parameters.Add(new NpgsqlParameter { Value = now });
        using var rows = command.ExecuteReader();
        var waiting = new Dictionary<string, WaitingWork>(StringComparer.Ordinal);
        while (rows.Read())
            waiting[rows.GetString(0)] = new(rows.GetInt64(1), rows.GetInt64(2), rows.GetDouble(3));
        return waiting;
    }

    private readonly record struct WaitingWork(long Due, long Parked, double OldestAge);
}
