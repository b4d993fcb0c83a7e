using System.Collections.Concurrent;
using Mentoring.IntegrationTests.Harness;
using Npgsql;

namespace Mentoring.IntegrationTests.Failure;

/// <summary>What the API said that it had done, to be held against what is stored.</summary>
internal sealed class Ledger
{
    /// <summary>Everything that <see cref="Writers"/> write: what it is by the writer's own mark, and what it became.</summary>
    private const string Stored = """
        SELECT 'mentor ' || p.family_name, m.id::text FROM mentoring.mentor_profile m
          JOIN mentoring.person p ON p.tenant_id = m.tenant_id AND p.id = m.person_id WHERE p.family_name LIKE 'Запись-%'
        UNION ALL SELECT 'meeting ' || outcome, id::text FROM mentoring.meeting
        UNION ALL SELECT 'pair ' || p.profile_id, t.id::text FROM mentoring.mentoring_team t
          JOIN mentoring.team_member p ON p.tenant_id = t.tenant_id AND p.team_id = t.id AND p.side = 'mentee'
          WHERE t.active_since IS NULL
        UNION ALL SELECT 'program ' || pair_id, id::text FROM mentoring.mentoring_program
        UNION ALL SELECT 'edition ' || id, version || ' ' || (rationale ->> 'problem') FROM mentoring.mentoring_program
        """;

    private readonly ConcurrentDictionary<string, string> acknowledged = new(StringComparer.Ordinal);
    private int askedAgain;
    private int edited;

    /// <summary>How many answers said that something was done.</summary>
    public int Count => acknowledged.Keys.Count(k => !k.StartsWith("edition ", StringComparison.Ordinal)) + edited;

    public int Retried => askedAgain;

    public void Acknowledge(string what, string became)
    {
        if (!acknowledged.TryAdd(what, became))
            throw new InvalidOperationException($"Acknowledged twice: {what}");
    }

    /// <summary>A new edition takes the place of the one before; the first one comes with its draft.</summary>
    public void AcknowledgeEdition(Guid program, long version, string text)
    {
        if (version > 1)
            Interlocked.Increment(ref edited);
        acknowledged[$"edition {program}"] = $"{version} {text}";
    }

    public void AskedAgain() => Interlocked.Increment(ref askedAgain);

    public async Task<LedgerFindings> Compare(TestDatabase database)
    {
        var stored = new List<(string What, string Became)>();
        await using var connection = new NpgsqlConnection(database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Stored, connection);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            stored.Add((rows.GetString(0), rows.GetString(1)));
        var there = stored.ToHashSet();
        return new LedgerFindings(
            [.. acknowledged.Where(a => !there.Contains((a.Key, a.Value))).Select(a => $"{a.Key}: {a.Value}")],
            [.. stored.GroupBy(s => s.What).Where(g => g.Count() > 1).Select(g => g.Key)],
            [.. stored.Where(s => !acknowledged.ContainsKey(s.What)).Select(s => s.What)]
        );
    }
}

/// <param name="Lost">Acknowledged, and not there or not as it was acknowledged.</param>
/// <param name="Twice">There more than once.</param>
/// <param name="Unknown">There, and nobody was ever told: every writer asks until it is told.</param>
internal sealed record LedgerFindings(
    IReadOnlyList<string> Lost,
    IReadOnlyList<string> Twice,
    IReadOnlyList<string> Unknown
);
