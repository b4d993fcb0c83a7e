using System.Globalization;
using System.Security.Cryptography;

namespace Mentoring.Host.Demo;

/// <summary>
/// The folder of one server, held under a lock for as long as the server runs: whoever has the lock
/// may treat a server still found in it as left over from a start that was killed.
/// </summary>
internal sealed class PostgresFolder : IDisposable
{
    private readonly FileStream _lock;

    private PostgresFolder(string path, PostgresAccount account, FileStream @lock)
    {
        Path = path;
        Account = account;
        _lock = @lock;
    }

    public string Path { get; }

    public PostgresAccount Account { get; }

    public string Cluster => ClusterIn(Path);

    public string Log => System.IO.Path.Combine(Path, "postgres.log");

    private string PasswordFile => System.IO.Path.Combine(Path, "superuser.password");

    /// <summary>Makes the folder if need be, moves it where PostgreSQL's account can reach it, and takes its lock.</summary>
    public static async Task<PostgresFolder> OpenAsync(
        string wanted,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        var path = System.IO.Path.GetFullPath(wanted);
        Create(path);
        var account = await PostgresAccount.ForAsync(ClusterIn(path), cancellationToken);
        if (!await account.ReachesAsync(path, cancellationToken))
        {
            var open = System.IO.Path.Combine(PostgresAccount.OpenFolderFor(path), "data");
            progress?.Report(
                $"PostgreSQL runs as the user {account.Name}, who cannot reach {path}; its data is in {open}."
            );
            path = open;
            Create(path);
        }

        var folder = new PostgresFolder(path, account, TakeLock(path));
        try
        {
            await LeftOverServer.StopAsync(folder.Cluster, progress, cancellationToken);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Deletes the folders of temporary servers whose start was killed: those whose lock exists and is
    /// free. One without a lock file may belong to a start that is just about to take it.
    /// </summary>
    public static async Task SweepAsync(string parent, string pattern, CancellationToken cancellationToken)
    {
        foreach (var path in Directory.EnumerateDirectories(parent, pattern))
        {
            try
            {
                if (File.Exists(LockIn(path)))
                {
                    using var held = TakeLock(path);
                    await LeftOverServer.StopAsync(ClusterIn(path), progress: null, cancellationToken);
                    Directory.Delete(path, recursive: true);
                }
            }
            catch (Exception exception)
                when (exception is EmbeddedPostgresException or IOException or UnauthorizedAccessException)
            {
                // In use, or another user's.
            }
        }
    }

    public void DeleteData()
    {
        if (Directory.Exists(Cluster))
        {
            Directory.Delete(Cluster, recursive: true);
        }

        File.Delete(PasswordFile);
        File.Delete(Log);
    }

    public void Delete() => Directory.Delete(Path, recursive: true);

    public string Password() => File.ReadAllText(PasswordFile).Trim();

    /// <summary>Makes the cluster on the first start; on later ones checks that this PostgreSQL can read it.</summary>
    public async Task EnsureClusterAsync(
        PostgresBinaries binaries,
        bool durable,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        var versionFile = System.IO.Path.Combine(Cluster, "PG_VERSION");
        if (!File.Exists(versionFile))
        {
            progress?.Report("Making a new database cluster");
            await InitDbAsync(binaries, durable, cancellationToken);
            return;
        }

        var version = File.ReadAllText(versionFile).Trim();
        if (version != binaries.MajorVersion.ToString(CultureInfo.InvariantCulture))
        {
            throw new EmbeddedPostgresException(
                $"The data in {Path} was made by PostgreSQL {version}, and this is PostgreSQL {binaries.MajorVersion} "
                    + $"({binaries.Folder}). Begin anew with ./run --fresh (deletes the demo's data), or run "
                    + $"PostgreSQL {version} by naming its folder in MENTORING_POSTGRES_BIN."
            );
        }

        if (!File.Exists(PasswordFile))
        {
            throw new EmbeddedPostgresException(
                $"{PasswordFile} is gone, so nobody can sign in to the database. Begin anew with ./run --fresh."
            );
        }

        await Account.OwnAsync(Cluster, cancellationToken);
    }

    private async Task InitDbAsync(PostgresBinaries binaries, bool durable, CancellationToken cancellationToken)
    {
        // Made beside and renamed when complete: a start killed in the middle leaves no half cluster.
        var unfinished = Cluster + ".new";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        Directory.CreateDirectory(unfinished);
        WritePassword();
        await Account.OwnAsync(unfinished, cancellationToken);
        await Account.OwnAsync(PasswordFile, cancellationToken);
        var command = new List<string>
        {
            binaries.InitDb,
            $"--pgdata={unfinished}",
            "--username=postgres",
            $"--pwfile={PasswordFile}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--no-instructions",
            // The same order of bytes on every machine; lists for people name ru-x-icu themselves.
            OperatingSystem.IsLinux()
                ? "--locale=C.UTF-8"
                : "--locale=en_US.UTF-8",
        };
        if (binaries.MajorVersion >= 17)
        {
            command.AddRange(["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]);
        }

        if (!durable)
        {
            command.Add("--no-sync");
        }

        await Shell.RequireAsync(
            Account.Command(command),
            "PostgreSQL could not make its data folder",
            cancellationToken
        );
        Directory.Move(unfinished, Cluster);
    }

    private void WritePassword()
    {
        File.Delete(PasswordFile);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(PasswordFile, options);
        using var writer = new StreamWriter(file);
        writer.WriteLine(RandomNumberGenerator.GetHexString(48, lowercase: true));
    }

    private static FileStream TakeLock(string path)
    {
        try
        {
            return new FileStream(LockIn(path), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new EmbeddedPostgresException(
                $"The data folder {path} is in use by another start of this program. Stop that one first.",
                exception
            );
        }
        catch (UnauthorizedAccessException exception)
        {
            throw NotWritable(path, exception);
        }
    }

    private static void Create(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(path, exception);
        }
    }

    private static EmbeddedPostgresException NotWritable(string path, Exception exception) =>
        new(
            $"The data folder {path} cannot be written ({exception.Message}). Make it writable for this "
                + "user, or start as the user who owns it.",
            exception
        );

    private static string ClusterIn(string path) => System.IO.Path.Combine(path, "cluster");

    private static string LockIn(string path) => System.IO.Path.Combine(path, "lock");

    public void Dispose() => _lock.Dispose();
}
