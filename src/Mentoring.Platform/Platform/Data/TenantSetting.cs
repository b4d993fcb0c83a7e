using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Mentoring.Platform.Platform.Data;

/// <summary>
/// Says the tenant to PostgreSQL inside the transaction, in the same batch as the transaction's first command, so
/// that row level security costs no round trip of its own. A command outside a transaction is refused: its setting
/// would outlive it on the pooled connection.
/// </summary>
internal sealed class TenantSetting : DbCommandInterceptor
{
    /// <summary>For jobs that write into a tenant of their own choice in the middle of a batch.</summary>
    internal const string SetConfigByPosition = "SELECT set_config('app.tenant', $1, true)";

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        var (db, setting) = Pending(command, eventData);
        if (!setting.IsDue(command))
            return result;
        if (eventData.CommandSource == CommandSource.SaveChanges)
        {
            // EF counts the rows of its own statements by position; a statement in front would shift them.
            await SetAlone(command, db, cancellationToken);
        }
        else
        {
            var question = new TenantQuestion(db.TenantId);
            question.Lead(command);
            setting.Leading = (command, question);
        }
        setting.Done(command);
        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    )
    {
        var setting = ((MentoringDbContext)eventData.Context!).TenantSet;
        if (setting.Leading is var (leading, question) && ReferenceEquals(leading, command))
        {
            setting.Leading = null;
            await question.Expect(result, cancellationToken);
        }
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        await EnsureSet(command, eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    )
    {
        await EnsureSet(command, eventData, cancellationToken);
        return result;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    ) => throw Synchronous();

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    ) => throw Synchronous();

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result
    ) => throw Synchronous();

    private static async Task EnsureSet(DbCommand command, CommandEventData eventData, CancellationToken ct)
    {
        var (db, setting) = Pending(command, eventData);
        if (!setting.IsDue(command))
            return;
        await SetAlone(command, db, ct);
        setting.Done(command);
    }

    private static (MentoringDbContext Db, TenantSettingState State) Pending(
        DbCommand command,
        CommandEventData eventData
    )
    {
        var db = (MentoringDbContext)eventData.Context!;
        if (command.Transaction is null)
            throw new InvalidOperationException("Commands run inside a transaction, or no tenant is set.");
        db.Scope.Abandoned.ThrowIfCancellationRequested();
        return (db, db.TenantSet);
    }

    private static Task SetAlone(DbCommand command, MentoringDbContext db, CancellationToken ct) =>
        new TenantQuestion(db.TenantId).Ask((NpgsqlConnection)command.Connection!, ct);

    private static InvalidOperationException Synchronous() => new("The database is asked asynchronously only.");
}

/// <summary>In which transaction of a context the tenant is set already.</summary>
internal sealed class TenantSettingState
{
    private DbTransaction? done;

    /// <summary>The command that the setting travels with, until its answer is read.</summary>
    public (DbCommand Command, TenantQuestion Question)? Leading { get; set; }

    public bool IsDue(DbCommand command) => !ReferenceEquals(done, command.Transaction);

    public bool IsDone(DbTransaction transaction) => ReferenceEquals(done, transaction);

    public void Done(DbCommand command) => done = command.Transaction;

    public void Done(DbTransaction transaction) => done = transaction;
}
