using System.Data.Common;
using Npgsql;

namespace Mentoring.Platform.Platform.Data;

/// <summary>
/// The first thing that a unit of work says on its connection: the tenant, with a number that is given once. The number
/// comes back, or the connection is answering an earlier question and nothing that it says is taken.
/// </summary>
internal sealed class TenantQuestion(Guid tenant)
{
    private const string Named = "SELECT set_config('app.tenant', @tenant_scope, true), @tenant_question";
    private const string Numbered = "SELECT set_config('app.tenant', $1, true), $2";

    private static long last;

    private readonly long number = Interlocked.Increment(ref last);

    /// <summary>Puts it in front of a command of EF.</summary>
    public void Lead(DbCommand command)
    {
        command.CommandText = Named + ";\n" + command.CommandText;
        command.Parameters.Add(new NpgsqlParameter<string>("tenant_scope", $"{tenant}"));
        command.Parameters.Add(new NpgsqlParameter<long>("tenant_question", number));
    }

    /// <summary>Puts it at the end of a batch that is being made, where nothing has been asked yet.</summary>
    public void Lead(NpgsqlBatch batch) =>
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand(Numbered)
            {
                Parameters =
                {
                    new NpgsqlParameter<string> { TypedValue = $"{tenant}" },
                    new NpgsqlParameter<long> { TypedValue = number },
                },
            }
        );

    /// <summary>Asks it alone.</summary>
    public async Task Ask(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        Lead(batch);
        await using var answer = await batch.ExecuteReaderAsync(ct);
        await Expect(answer, ct);
    }

    /// <summary>Reads its answer and goes on to the result after it.</summary>
    /// <exception cref="ForeignAnswerException">It is the answer to something else.</exception>
    public async Task Expect(DbDataReader answer, CancellationToken ct)
    {
        ForeignAnswerException.ThrowUnless(
            await answer.ReadAsync(ct) && answer.FieldCount == 2 && answer.GetValue(1) is long n && n == number
        );
        await answer.NextResultAsync(ct);
    }
}
