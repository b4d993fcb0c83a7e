using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Mentoring.ArchitectureTests;

/// <summary>The same packages on every machine and on every day.</summary>
public sealed partial class PackageTests
{
    private static readonly string[] Folders = ["src", "tests"];

    private static readonly IReadOnlyList<Resolved> Packages =
    [
        .. Folders
            .SelectMany(f =>
                Directory.EnumerateFiles(
                    Path.Combine(Sources.Root, f),
                    "packages.lock.json",
                    SearchOption.AllDirectories
                )
            )
            .SelectMany(Read),
    ];

    [Fact]
    public void Every_project_has_a_lock()
    {
        var projects = Folders
            .SelectMany(f =>
                Directory.EnumerateFiles(Path.Combine(Sources.Root, f), "*.csproj", SearchOption.AllDirectories)
            )
            .Select(p => Path.GetRelativePath(Sources.Root, Path.GetDirectoryName(p)!))
            .ToList();
        projects.ShouldContain("src/Mentoring.Host");

        projects.Except(Packages.Select(p => p.Project)).ShouldBeEmpty();
    }

    [Fact]
    public void All_projects_resolve_a_package_to_one_version()
    {
        Packages.ShouldContain(p => p.Name == "Npgsql");

        Packages
            .GroupBy(p => p.Name)
            .Where(g => g.Select(p => p.Version).Distinct().Count() > 1)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(p => $"{p.Version} in {p.Project}").Distinct())}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_package_of_the_product_is_pinned()
    {
        var pinned = XDocument
            .Load(Path.Combine(Sources.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .ToDictionary(p => p.Attribute("Include")!.Value, p => p.Attribute("Version")!.Value);
        var product = Packages.Where(p => p.Project.StartsWith("src", StringComparison.Ordinal)).ToList();
        product.ShouldContain(
            p => p.Name == "Microsoft.OpenApi",
            "a package that no project names itself is looked at"
        );

        product
            .Where(p => pinned.GetValueOrDefault(p.Name) != p.Version)
            .Select(p => $"{p.Name} {p.Version} in {p.Project}")
            .Distinct()
            .ShouldBeEmpty("name these in Directory.Packages.props");
    }

    [Theory]
    [InlineData("src/Mentoring.Host")]
    [InlineData("src/Mentoring.Platform")]
    public void The_locks_of_the_product_hold_both_machines_of_the_image(string project)
    {
        using var json = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Sources.Root, project, "packages.lock.json"))
        );

        json.RootElement.GetProperty("dependencies")
            .EnumerateObject()
            .Select(target => target.Name)
            .ShouldBe(["net10.0", "net10.0/linux-arm64", "net10.0/linux-x64"], ignoreOrder: true);
    }

    [Fact]
    public void Every_restore_is_locked()
    {
        XDocument
            .Load(Path.Combine(Sources.Root, "Directory.Build.props"))
            .Descendants("RestoreLockedMode")
            .Select(e => e.Value)
            .ShouldBe(["true"]);
        var files = BuildFiles();
        foreach (
            var known in new[] { "test", "run", "deploy/Dockerfile", "tests/benchmarks/run", "Directory.Build.props" }
        )
            files.ShouldContain(known);

        files.SelectMany(f => Unlocked(f, File.ReadAllText(Path.Combine(Sources.Root, f)))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("RUN dotnet restore src/X -p:RestoreLockedMode=false")]
    [InlineData("dotnet restore --force-evaluate")]
    [InlineData("<NuGetLockFilePath>obj/image.lock.json</NuGetLockFilePath>")]
    [InlineData("<RestorePackagesWithLockFile>false</RestorePackagesWithLockFile>")]
    [InlineData("<RestoreLockedMode>false</RestoreLockedMode>")]
    [InlineData("dotnet add package X")]
    [InlineData("<VersionOverride>1.0.0</VersionOverride>")]
    [InlineData("npm --prefix client install")]
    [InlineData("npm i")]
    [InlineData("npx something")]
    public void A_restore_past_the_lock_is_seen(string line) => Unlocked("a file", line).ShouldNotBeEmpty();

    private static List<string> BuildFiles()
    {
        string[] outside = ["/bin/", "/obj/", "/node_modules/", "/dist/", "/.git/", "/.data/", "/artifacts/"];
        return
        [
            .. Directory
                .EnumerateFiles(
                    Sources.Root,
                    "*",
                    new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }
                )
                .Select(f => Path.GetRelativePath(Sources.Root, f).Replace('\\', '/'))
                .Where(f => !outside.Any($"/{f}".Contains))
                .Where(f => BuildFile().IsMatch(f)),
        ];
    }

    private static IEnumerable<string> Unlocked(string file, string text) =>
        Comment()
            .Replace(text, "")
            .Split('\n')
            .Select(line => line.Trim())
            .Where(line => PastTheLock().IsMatch(line))
            .Select(line => $"{file}: {line}");

    private static IEnumerable<Resolved> Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var project = Path.GetRelativePath(Sources.Root, Path.GetDirectoryName(file)!).Replace('\\', '/');
        return
        [
            .. from target in json.RootElement.GetProperty("dependencies").EnumerateObject()
            from package in target.Value.EnumerateObject()
            // Projects stand in the lock too, without a version.
            where package.Value.TryGetProperty("resolved", out _)
            select new Resolved(project, package.Name, package.Value.GetProperty("resolved").GetString()!),
        ];
    }

    [GeneratedRegex(
        @"(^|/)(run|test|Dockerfile|[^/]+\.(sh|mjs|ts|props|targets|csproj|yml|yaml))$|(^|/)package\.json$|^\.ci/"
    )]
    private static partial Regex BuildFile();

    [GeneratedRegex(@"<!--[\s\S]*?-->|^\s*#.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(
        """
            RestoreLockedMode(=|[^>]*>)false|--force-evaluate|NuGetLockFilePath|RestorePackagesWithLockFile(=|>)false
            |dotnet\s+add\b|VersionOverride|\bnpm\b[^'"]*\s(i|install|update)\b|\bnpx\b
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex PastTheLock();

    private sealed record Resolved(string Project, string Name, string Version);
}
