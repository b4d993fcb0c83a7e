using System.Diagnostics;

namespace Mentoring.Platform.Platform.Telemetry;

/// <summary>One group of work items that is being done; a failure unless somebody says that it is done.</summary>
internal sealed class MeasuredWork : IDisposable
{
    private readonly long began = Stopwatch.GetTimestamp();
    private readonly string kind;
    private readonly Activity? span;
    private string outcome = Measures.Failed;

    public MeasuredWork(string kind, Guid tenant)
    {
        this.kind = kind;
        span = Measures.Source.StartActivity($"work {kind}");
        span?.SetTag(Measures.Kind, kind).SetTag(Measures.Tenant, tenant.ToString());
    }

    public void Done() => outcome = Measures.Done;

    public void Dispose()
    {
        if (outcome == Measures.Failed)
            span?.SetStatus(ActivityStatusCode.Error);
        span?.SetTag(Measures.Outcome, outcome).Dispose();
        if (Measures.WorkDuration.Enabled)
        {
            Measures.WorkDuration.Record(
                Stopwatch.GetElapsedTime(began).TotalSeconds,
                new(Measures.Kind, kind),
                new(Measures.Outcome, outcome)
            );
        }
    }
}
