using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Npgsql;

namespace Mentoring.Platform.Platform.Work;

/// <summary>
/// Notes which items have been begun, outside of the transactions in which they are done: an item that ends the process
/// with itself leaves its note behind, and nothing else.
/// </summary>
public sealed class WorkStarts(DataSources sources, TimeProvider clock)
{
    /// <summary>Goes into the batch with which the items end.</summary>
    public const string End = "DELETE FROM mentoring.work_start WHERE work_item_id = ANY($1)";

    /// <summary>Of items that are locked by whoever asks, so that nobody else can be doing them.</summary>
    /// <returns>False where one of them was begun before and has not ended.</returns>
    public async Task<bool> Begin(Guid[] items, CancellationToken ct)
    {
        await using var command = sources
            .For(DatabaseLogin.Work)
            .CreateCommand(
                """
                INSERT INTO mentoring.work_start (work_item_id, started_at)
                SELECT id, $2 FROM unnest($1) id ON CONFLICT DO NOTHING
                """
            );
        command.Parameters.Add(new NpgsqlParameter { Value = items });
        command.Parameters.Add(new NpgsqlParameter { Value = clock.GetUtcNow() });
        return await command.ExecuteNonQueryAsync(ct) == items.Length;
    }

    /// <summary>They were given back by somebody who lives: for no fault of theirs.</summary>
    public async Task Forget(Guid[] items)
    {
        await using var command = sources.For(DatabaseLogin.Work).CreateCommand(End);
        command.Parameters.Add(new NpgsqlParameter { Value = items });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}

/// <summary>An item was begun and never ended: most likely the process ended in the midst of it, perhaps because of it.</summary>
public sealed class ProcessEndedException() : Exception("The process that did this item ended.");
