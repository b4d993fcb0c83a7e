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

    /// <summary>A tenant that outlives its transaction is the next user's of the connection.</summary>
    public static IEnumerable<string> SettingTenantForSession(IEnumerable<SourceFile> files) =>
        files.Where(f => SessionSetting().IsMatch(f.Text)).Select(f => f.Path);

    [GeneratedRegex(
        @"set_config\s*\(\s*'app\.tenant'[^()]*,\s*false\s*\)|\bSET\s+(SESSION\s+)?app\.tenant",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SessionSetting();
}
