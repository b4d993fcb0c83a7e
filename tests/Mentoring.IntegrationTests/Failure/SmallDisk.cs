using System.Diagnostics;

namespace Mentoring.IntegrationTests.Failure;

/// <summary>A file system of its own in memory, small enough to be filled.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 320;
    private readonly string root;

    private SmallDisk(string root) => this.root = root;

    /// <summary>A folder on it.</summary>
    public string Folder => Path.Combine(root, "postgres");

    private string Ballast => Path.Combine(root, "ballast");

    /// <summary>Null, and why, where this machine lets nobody mount anything.</summary>
    public static (SmallDisk? Disk, string Why) Mount()
    {
        if (!OperatingSystem.IsLinux())
            return (null, "a small file system in memory needs Linux");
        var root = Directory.CreateTempSubdirectory("mentoring-small-disk-").FullName;
        var why = Run("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m,mode=755", "tmpfs", root);
        if (why.Length > 0)
        {
            Directory.Delete(root);
            return (null, why);
        }
        var disk = new SmallDisk(root);
        Directory.CreateDirectory(disk.Folder);
        return (disk, "");
    }

    /// <summary>Takes every last byte, and gives them back.</summary>
    public IDisposable Full()
    {
        using var file = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in new[] { 1 << 20, 1 << 12 })
        {
            var chunk = new byte[size];
            try
            {
                while (true)
                    file.Write(chunk);
            }
            catch (IOException)
            {
                // Full, for pieces of this size.
            }
        }
        return new Room(Ballast);
    }

    private sealed class Room(string ballast) : IDisposable
    {
        public void Dispose() => File.Delete(ballast);
    }

    public void Dispose()
    {
        // A backend that is just ending may still stand in it; what cannot be waited for goes with its last user, and
        // does not hide why the test has failed.
        var isBusy = true;
        for (var i = 0; i < 100 && isBusy; i++)
        {
            isBusy = Run("umount", root).Length > 0;
            if (isBusy)
                Thread.Sleep(100);
        }
        if (isBusy)
            Run("umount", "--lazy", root);
        Directory.Delete(root);
    }

    /// <returns>What it complained of; empty where it worked.</returns>
    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var complaint = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? "" : $"{program}: {complaint}";
    }
}
