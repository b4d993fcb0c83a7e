using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Mentoring.Platform.Platform.Telemetry;

/// <summary>
/// What the product tells of itself besides what ASP.NET Core and Npgsql tell. Attributes are operations, kinds,
/// outcomes and ids of tenants: never a person, never a text that somebody has typed. Where nobody listens it costs next
/// to nothing.
/// </summary>
public static class Measures
{
    /// <summary>Name of the source of spans and of the meter.</summary>
    public const string Name = "Mentoring.Platform";

    public const string Outcome = "mentoring.outcome";
    public const string Kind = "mentoring.kind";
    public const string UseCase = "mentoring.use_case";
    public const string Tenant = "mentoring.tenant";

    /// <summary>Outcome of what went as it should.</summary>
    public const string Done = "done";

    /// <summary>Outcome of what ended by an exception.</summary>
    public const string Failed = "failed";

    internal static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    internal static readonly Histogram<double> UseCaseDuration = Seconds(
        "mentoring.use_case.duration",
        "From the first look at the permission to the commit."
    );

    internal static readonly Histogram<double> WorkDuration = Seconds(
        "mentoring.work.duration",
        "One group of work items of the same kind, tenant and key."
    );

    private static Histogram<double> Seconds(string name, string description) =>
        Meter.CreateHistogram(
            name,
            "s",
            description,
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
            }
        );
}
