using Npgsql;

namespace Mentoring.Platform.Platform.Work;

internal static class WorkFailure
{
    /// <summary>
    /// Why something failed, for the operator: types, and what PostgreSQL calls it. Messages stay out: they quote rows
    /// and texts, and those are about people.
    /// </summary>
    public static string Describe(Exception failure)
    {
        var names = new List<string>();
        for (var e = failure; e is not null && names.Count < 4; e = e.InnerException)
            names.Add(
                e is PostgresException p
                    ? $"{nameof(PostgresException)} {p.SqlState} {p.ConstraintName}".TrimEnd()
                    : e.GetType().Name
            );
        return string.Join(": ", names);
    }
}
