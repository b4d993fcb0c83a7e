using System.Diagnostics;
using System.Globalization;

namespace Mentoring.Host.Demo;

/// <summary>A server that outlived the start that made it, and its postmaster.pid.</summary>
internal static class LeftOverServer
{
    /// <summary>
    /// The number in postmaster.pid may by now belong to any program, so only a process that names
    /// this cluster on its command line is stopped; otherwise the file is stale and goes.
    /// </summary>
    public static async Task StopAsync(string cluster, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var pidFile = Path.Combine(cluster, "postmaster.pid");
        if (!File.Exists(pidFile))
        {
            return;
        }

        if (
            int.TryParse(File.ReadLines(pidFile).FirstOrDefault(), out var pid)
            && await RunsClusterAsync(pid, cluster, cancellationToken)
        )
        {
            progress?.Report($"Stopping the PostgreSQL that an earlier start left running ({pid})");
            foreach (var signal in new[] { "INT", "QUIT" })
            {
                await Shell.RunAsync(["bash", "-c", $"kill -{signal} {pid}"], cancellationToken);
                if (await EndsAsync(pid, TimeSpan.FromSeconds(15), cancellationToken))
                {
                    return;
                }
            }

            throw new EmbeddedPostgresException(
                $"The process {pid} still runs PostgreSQL on {cluster} and does not stop. End it by hand: kill {pid}"
            );
        }

        File.Delete(pidFile);
    }

    private static async Task<bool> RunsClusterAsync(int pid, string cluster, CancellationToken cancellationToken)
    {
        var arguments = $"/proc/{pid}/cmdline";
        var commandLine =
            File.Exists(arguments) ? await File.ReadAllTextAsync(arguments, cancellationToken)
            : OperatingSystem.IsLinux() ? ""
            : (
                await Shell.RunAsync(
                    ["ps", "-o", "args=", "-p", pid.ToString(CultureInfo.InvariantCulture)],
                    cancellationToken
                )
            ).Output;
        return commandLine.Contains(cluster, StringComparison.Ordinal);
    }

    private static async Task<bool> EndsAsync(int pid, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            await process.WaitForExitAsync(cancellationToken).WaitAsync(patience, cancellationToken);
            return true;
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
