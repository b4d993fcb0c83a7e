using System.Security.Cryptography;
using Mentoring.Platform.Platform.Data;
using Npgsql;
using DbLogins = Mentoring.Platform.Platform.Schema.Logins;

namespace Mentoring.Host.Demo;

/// <summary>A database with its owner and the restricted logins, ready for <c>migrate</c>.</summary>
public sealed record DatabaseSetup(string Owner, DatabaseLogins Logins)
{
    /// <summary>Makes what is missing on a server of our own, where we are the superuser.</summary>
    public static async Task<DatabaseSetup> OnOwnServer(string superuser, string database, CancellationToken ct)
    {
        var passwords = NewPasswords();
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync(ct);
        foreach (var (login, password) in passwords)
            await Execute(connection, DbLogins.Ensure(login, password), ct);
        if (!await Exists(connection, database, ct))
            await Execute(connection, $"CREATE DATABASE {database} OWNER {DbLogins.Owner}", ct);
        await using var inside = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(superuser) { Database = database }.ConnectionString
        );
        await inside.OpenAsync(ct);
        await Execute(inside, DbLogins.Narrow, ct);
        return For(superuser, database, passwords);
    }

    /// <summary>Makes the restricted logins on somebody else's server, as the owner that he gave us.</summary>
    public static async Task<DatabaseSetup> OnGivenServer(string owner, CancellationToken ct)
    {
        var passwords = NewPasswords();
        passwords.Remove(DbLogins.Owner);
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(ct);
        foreach (var (login, password) in passwords)
            await Execute(connection, DbLogins.Ensure(login, password), ct);
        return For(owner, connection.Database, passwords) with { Owner = owner };
    }

    /// <summary>The same logins on another database of the server.</summary>
    public DatabaseSetup On(string database)
    {
        string Change(string text) => new NpgsqlConnectionStringBuilder(text) { Database = database }.ConnectionString;
        return new DatabaseSetup(
            Change(Owner),
            new DatabaseLogins(
                Change(Logins.School),
                Change(Logins.Oversight),
                Change(Logins.Work),
                Change(Logins.Accounts)
            )
        );
    }

    private static DatabaseSetup For(string server, string database, Dictionary<string, string> passwords)
    {
        string As(string login) =>
            new NpgsqlConnectionStringBuilder(server)
            {
                Username = login,
                Password = passwords.GetValueOrDefault(login),
                Database = database,
            }.ConnectionString;
        return new DatabaseSetup(
            As(DbLogins.Owner),
            new DatabaseLogins(As(DbLogins.School), As(DbLogins.Oversight), As(DbLogins.Work), As(DbLogins.Accounts))
        );
    }

    private static Dictionary<string, string> NewPasswords() =>
        DbLogins
            .All.Append(DbLogins.Owner)
            .ToDictionary(
                login => login,
                _ => Convert.ToHexString(RandomNumberGenerator.GetBytes(24)),
                StringComparer.Ordinal
            );

    private static async Task<bool> Exists(NpgsqlConnection connection, string database, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)",
            connection
        );
        command.Parameters.Add(new NpgsqlParameter { Value = database });
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
