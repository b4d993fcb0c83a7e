using Mentoring.Platform.Features.Meetings;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Data;
using Npgsql;

namespace Mentoring.Benchmarks;

/// <summary>
/// A meeting: one batch for the papers that the law asks for, one statement that writes and commits by itself.
/// </summary>
internal static class RawMeeting
{
    private const string Insert = """
        INSERT INTO mentoring.meeting (tenant_id, id, version, pair_id, type, held_on, minutes, mode, outcome, next_on,
          logged_on, logged_by_account_id, logged_as)
        SELECT t.tenant_id, $3, 1, t.id, $4, $5, $6, $7, $8, $9, $10, $11, 'curator'
        FROM mentoring.mentoring_team t WHERE t.tenant_id = $1 AND t.id = $2 AND t.state = 'active'
        """;

    public static async Task<WrittenMeeting> Log(
        NpgsqlDataSource source,
        Guid organization,
        LogMeeting body,
        CancellationToken ct
    )
    {
        await CheckGate(source, organization, body.PairId, ct);
        var id = Guid.CreateVersion7();
        await using var command = source.CreateCommand(Insert);
        object[] values =
        [
            organization,
            body.PairId,
            id,
            EnumText<Mentoring.Platform.Features.Programs.MeetingType>.Write(body.Type),
            body.HeldOn,
            body.Minutes,
            EnumText<MeetingMode>.Write(body.Mode),
            body.Outcome,
            (object?)body.NextOn ?? DBNull.Value,
            RawToday.Value,
            organization,
        ];
        foreach (var value in values)
            command.Parameters.Add(
                value is DBNull
                    ? new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Date }
                    : new NpgsqlParameter { Value = value }
            );
        return await command.ExecuteNonQueryAsync(ct) == 1
            ? new WrittenMeeting(id, 1)
            : throw new InvalidOperationException("The pair is not active.");
    }

    private static async Task CheckGate(NpgsqlDataSource source, Guid organization, Guid pair, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var statement in PairSnapshot.Statements(organization, pair))
            batch.BatchCommands.Add(
                new NpgsqlBatchCommand(statement.Sql)
                {
                    Parameters =
                    {
                        new NpgsqlParameter { Value = statement.Values[0] },
                        new NpgsqlParameter { Value = statement.Values[1] },
                    },
                }
            );
        await using var rows = await batch.ExecuteReaderAsync(ct);
        var snapshot = (await PairSnapshot.Read(new BatchRows(rows, ct))).Single();
        if (!snapshot.GateOn(RawToday.Value, MinorConsentRule.RepresentativeUnder14ThenBoth).IsOpen)
            throw new InvalidOperationException("The gate is closed.");
    }
}
