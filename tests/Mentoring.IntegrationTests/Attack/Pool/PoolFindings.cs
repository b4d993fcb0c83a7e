using System.Collections.Concurrent;

namespace Mentoring.IntegrationTests.Attack.Pool;

/// <summary>What was seen that nobody may see, and what was not there that should be.</summary>
internal sealed class PoolFindings
{
    /// <summary>Rows that each tenant has from the beginning.</summary>
    public const int Own = 20;

    private readonly ConcurrentQueue<string> wrong = new();
    private readonly ConcurrentDictionary<string, int> outcomes = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Wrong => wrong;

    public IReadOnlyDictionary<string, int> Outcomes => outcomes;

    public void Note(string outcome) => outcomes.AddOrUpdate(outcome, 1, (_, n) => n + 1);

    public void Report(string what) => wrong.Enqueue(what);

    /// <summary>A tenant sees all of its rows and no other.</summary>
    public void Hold(Guid tenant, SeenByAll seen, string by)
    {
        Note("held");
        if (seen.Rows is not [var only] || only.Tenant != tenant || only.Count != Own)
            Report($"{by} in {tenant} sees {string.Join(", ", seen.Rows)}");
    }

    /// <summary>Without a tenant there is nothing to see.</summary>
    public void HoldNothing(long rows, string by)
    {
        Note("held");
        if (rows != 0)
            Report($"{by} without a tenant sees {rows} rows");
    }
}
