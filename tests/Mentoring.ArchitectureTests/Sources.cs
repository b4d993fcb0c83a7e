using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Mentoring.ArchitectureTests;

/// <summary>The product's source files, for rules that types alone do not show.</summary>
internal static partial class Sources
{
    public static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    /// <summary>Every C# file of the product, path relative to the repository with forward slashes.</summary>
    public static readonly IReadOnlyList<SourceFile> Product =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(f => new SourceFile(Path.GetRelativePath(Root, f).Replace('\\', '/'), File.ReadAllText(f)))
            .Where(f => !f.Path.Contains("/obj/", StringComparison.Ordinal))
            .Where(f => !f.Path.Contains("/bin/", StringComparison.Ordinal))
            .OrderBy(f => f.Path, StringComparer.Ordinal),
    ];

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

/// <param name="Path">For example <c>src/Mentoring.Platform/Features/Pairs/ProposePair.cs</c>.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>The feature's folder; null outside the features.</summary>
    public string? Feature => FeaturePath().Match(Path) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The folder of the product, such as <c>Features.Pairs</c> or <c>Platform.Data</c>; null outside of both.</summary>
    public string? Room =>
        RoomPath().Match(Path) is { Success: true } match ? $"{match.Groups[1]}.{match.Groups[2]}" : null;

    /// <summary>The file without comments and texts.</summary>
    public string Code => Noise().Replace(Text, " ");

    /// <summary>Features that the file names by a using or a full name.</summary>
    public IEnumerable<string> UsedFeatures =>
        FeatureUse().Matches(Code).Select(m => m.Groups[1].Value).Where(f => f != Feature).Distinct();

    /// <summary>Other folders of the product that the file names by a using or a full name.</summary>
    public IEnumerable<string> UsedRooms =>
        RoomUse().Matches(Code).Select(m => $"{m.Groups[1]}.{m.Groups[2]}").Where(r => r != Room).Distinct();

    [GeneratedRegex(@"^src/Mentoring\.Platform/(Features|Platform)/(\w+)/")]
    private static partial Regex RoomPath();

    [GeneratedRegex(@"\bMentoring\.Platform\.(Features|Platform)\.(\w+)")]
    private static partial Regex RoomUse();

    [GeneratedRegex(@"^src/Mentoring\.Platform/Features/(\w+)/")]
    private static partial Regex FeaturePath();

    [GeneratedRegex(@"\bFeatures\.(\w+)")]
    private static partial Regex FeatureUse();

    [GeneratedRegex("\"\"\"[\\s\\S]*?\"\"\"|\"(\\\\.|[^\"\\\\\\n])*\"|//[^\\n]*|/\\*[\\s\\S]*?\\*/")]
    private static partial Regex Noise();
}
