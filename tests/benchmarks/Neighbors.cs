using System.Globalization;

namespace Mentoring.Benchmarks;

/// <summary>
/// How much of the processor others on this machine took since the watch began: who waits long then may be waiting for
/// them. Linux tells it; elsewhere it is zero.
/// </summary>
internal sealed class Neighbors
{
    private readonly (double All, double Others) begun = Read();

    /// <summary>From 0 to 1, of all cores.</summary>
    public double Share()
    {
        var (all, others) = Read();
        return all > begun.All ? Math.Clamp((others - begun.Others) / (all - begun.All), 0, 1) : 0;
    }

    private static (double All, double Others) Read()
    {
        if (!OperatingSystem.IsLinux())
            return (0, 0);
        // user nice system idle iowait irq softirq steal
        var ticks = File.ReadLines("/proc/stat")
            .First()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Take(8)
            .Select(t => double.Parse(t, CultureInfo.InvariantCulture))
            .ToArray();
        return (ticks.Sum(), ticks.Sum() - ticks[3] - ticks[4] - Ours());
    }

    /// <summary>Of this process, the servers and the database that it has started, and what of them is gone.</summary>
    private static double Ours()
    {
        var children = ProcessorTime.All().ToLookup(ProcessorTime.Parent);
        double Sum(int id) => ProcessorTime.Own(id) + ProcessorTime.Children(id) + children[id].Sum(Sum);
        return Sum(Environment.ProcessId);
    }
}
