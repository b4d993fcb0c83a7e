using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mentoring.Host.Demo;

/// <summary>
/// The account of the operating system under which PostgreSQL runs. PostgreSQL refuses root, so
/// root's server runs as an unprivileged account; everybody else's runs as themselves.
/// </summary>
internal sealed record PostgresAccount(string Name, string UserAndGroup)
{
    private static readonly PostgresAccount Self = new("", "-");

    public bool IsSelf => this == Self;

    /// <summary>The owner of an existing cluster, else `postgres` where the machine has it, else `nobody`.</summary>
    public static async Task<PostgresAccount> ForAsync(string cluster, CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return Self;
        }

        if (!OperatingSystem.IsLinux())
        {
            throw new EmbeddedPostgresException("PostgreSQL refuses to run as root. Start this as an ordinary user.");
        }

        var probe = await Shell.RunAsync(["setpriv", "--reuid=0", "true"], cancellationToken);
        if (probe.ExitCode != 0)
        {
            throw new EmbeddedPostgresException(
                "PostgreSQL refuses to run as root, and `setpriv` (package util-linux), which would start "
                    + $"it as an unprivileged user, does not work here ({probe.Output}). Start this as an ordinary user."
            );
        }

        string[] names = ["postgres", "nobody"];
        if (Directory.Exists(cluster))
        {
            var owner = await Shell.RunAsync(["stat", "-c", "%U", cluster], cancellationToken);
            if (owner is { ExitCode: 0, Output: not ("root" or "UNKNOWN") })
            {
                names = [owner.Output, .. names];
            }
        }

        foreach (var name in names)
        {
            var user = await Shell.RunAsync(["id", "-u", name], cancellationToken);
            var group = await Shell.RunAsync(["id", "-g", name], cancellationToken);
            if (user.ExitCode == 0 && group.ExitCode == 0)
            {
                return new PostgresAccount(name, $"{user.Output}:{group.Output}");
            }
        }

        throw new EmbeddedPostgresException(
            "PostgreSQL refuses to run as root, and the machine has neither a user `postgres` nor `nobody`. "
                + "Start this as an ordinary user."
        );
    }

    /// <summary>The command as this account runs it.</summary>
    public IReadOnlyList<string> Command(params IReadOnlyList<string> command) =>
        IsSelf ? command : [.. SetPriv(), .. command];

    /// <summary>Whether this account may read the folder; one closed folder above it is enough to refuse.</summary>
    public async Task<bool> ReachesAsync(string folder, CancellationToken cancellationToken) =>
        IsSelf
        || (await Shell.RunAsync(Command("test", "-r", folder, "-a", "-x", folder), cancellationToken)).ExitCode == 0;

    /// <summary>Gives the file or folder, with all in it, to this account.</summary>
    public async Task OwnAsync(string path, CancellationToken cancellationToken)
    {
        if (!IsSelf)
        {
            await Shell.RequireAsync(
                ["chown", "-R", UserAndGroup, path],
                $"{path} cannot be given to the user {Name}",
                cancellationToken
            );
        }
    }

    /// <summary>
    /// A folder of root's that the account reaches, for trees under a path closed to others
    /// (such as /root); one for each such path.
    /// </summary>
    public static string OpenFolderFor(string path)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)));
        return string.Create(CultureInfo.InvariantCulture, $"/var/lib/mentoring-platform/{hash.AsSpan(0, 12)}");
    }

    private string[] SetPriv()
    {
        var ids = UserAndGroup.Split(':');
        return ["setpriv", $"--reuid={ids[0]}", $"--regid={ids[1]}", "--clear-groups", "--"];
    }
}
