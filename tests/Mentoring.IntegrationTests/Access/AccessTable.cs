using System.Runtime.CompilerServices;

namespace Mentoring.IntegrationTests.Access;

/// <summary>
/// The hand-written table of who may call what in a tenant of his own: <c>access-table.txt</c> beside this file. A
/// line is an operation, a colon, and who may: roles, <c>*</c> for every role of the level, and the level's API key.
/// </summary>
internal sealed class AccessTable
{
    private const string KeySuffix = "Key";
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

    /// <summary>What is every role's is not a key's by that.</summary>
    public bool AllowsKey(string operation, string level) =>
        rows.TryGetValue(operation, out var named) && named.Contains(level + KeySuffix);

    public IEnumerable<string> RolesNamed => Named.Where(r => !r.EndsWith(KeySuffix, StringComparison.Ordinal));

    public IEnumerable<string> KeysNamed => Named.Where(r => r.EndsWith(KeySuffix, StringComparison.Ordinal));

    private IEnumerable<string> Named => rows.Values.SelectMany(r => r).Where(r => r != "*").Distinct();

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
