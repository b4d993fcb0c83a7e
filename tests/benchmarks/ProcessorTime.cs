using System.Globalization;

namespace Mentoring.Benchmarks;

/// <summary>
/// Processor time of a server and of its database, which neighbors on the machine hardly move; throughput they do.
/// Linux tells it; elsewhere it is zero and not printed.
/// </summary>
internal sealed class ProcessorTime(int server, int postmaster)
{
    /// <summary>Seconds so far.</summary>
    public double Seconds()
    {
        if (!OperatingSystem.IsLinux())
            return 0;
        // Backends come and go; what the dead ones took is kept with their parent.
        var ticks = Own(server) + Own(postmaster) + Children(postmaster);
        return (ticks + All().Where(id => Parent(id) == postmaster).Sum(Own)) / 100.0;
    }

    /// <summary>Ids of all processes of the machine.</summary>
    public static IEnumerable<int> All() =>
        from folder in Directory.EnumerateDirectories("/proc")
        select int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : 0 into id
        where id > 0
        select id;

    /// <summary>Hundredths of a second that a process has taken itself.</summary>
    public static long Own(int id) => Field(id, 13) + Field(id, 14);

    /// <summary>And those of its children that are gone.</summary>
    public static long Children(int id) => Field(id, 15) + Field(id, 16);

    public static int Parent(int id) => (int)Field(id, 3);

    /// <summary>A field of /proc/…/stat, counted from zero; zero for a process that is gone.</summary>
    private static long Field(int id, int index)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            // The second field is a name in brackets and may hold blanks.
            var rest = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return long.Parse(rest[index - 2], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
