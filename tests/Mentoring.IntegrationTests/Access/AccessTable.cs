using System.Runtime.CompilerServices;

namespace Mentoring.IntegrationTests.Access;

/// <summary>
/// The hand-written table of who may call what in a tenant of his own: <c>access-table.txt</c> beside this file. A
/// line is an operation, a colon, and the roles that may; <c>*</c> stands for every role of the level.
/// </summary>
internal sealed class AccessTable
{
    private readonly Dictionary<string, HashSet<string>> rows;

    private AccessTable(Dictionary<string, HashSet<string>> rows) => this.rows = rows;

    public IReadOnlyCollection<string> Operations => rows.Keys;

    public static AccessTable Read()
    {
        var rows = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(Here(), "access-table.txt")))
        {
            if (line.Length == 0 || line.StartsWith('#'))
                continue;
            var parts = line.Split(':', 2);
            var roles = parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            rows.Add(parts[0].Trim(), [.. roles]);
        }
        return new AccessTable(rows);
    }

    public bool Allows(string operation, string role) =>
        rows.TryGetValue(operation, out var roles) && (roles.Contains(role) || roles.Contains("*"));

    public IEnumerable<string> RolesNamed => rows.Values.SelectMany(r => r).Where(r => r != "*").Distinct();

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
