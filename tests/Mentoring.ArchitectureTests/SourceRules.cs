using System.Text.RegularExpressions;

namespace Mentoring.ArchitectureTests;

/// <summary>Rules over the text of source files; each names the files that break it.</summary>
internal static partial class SourceRules
{
    /// <param name="folder">The folder that alone may call it; empty means nobody.</param>
    public static IEnumerable<string> Calling(IEnumerable<SourceFile> files, string call, string folder) =>
        files
            .Where(f => folder == "" || !f.Path.StartsWith(folder, StringComparison.Ordinal))
            .Where(f => f.Code.Contains(call, StringComparison.Ordinal))
            .Select(f => f.Path);

    /// <summary>
    /// What outlives its transaction is the next user's of the connection, since nothing clears it between the two: a
    /// setting above all, but a lock, a role or a temporary table as well.
    /// </summary>
    public static IEnumerable<string> LeavingSomethingOnConnections(IEnumerable<SourceFile> files) =>
        files.Where(f => SessionSetting().IsMatch(f.Text)).Select(f => f.Path);

    [GeneratedRegex(
        @"set_config\s*\([^()]*,\s*false\s*\)|\bSET\s+(SESSION\s+)?app\.|\bSET\s+(SESSION\s+)?(ROLE|AUTHORIZATION)\b"
            + @"|pg_(try_)?advisory_lock|(?-i:\bLISTEN\s+\w)|CREATE\s+TEMP|WITH\s+HOLD",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SessionSetting();
}
