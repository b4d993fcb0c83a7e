using System.Globalization;

namespace Mentoring.Platform.Platform.Work;

/// <summary>This process among those that work: the same name in the clock's cluster and in the records of runs.</summary>
public sealed class WorkNode
{
    /// <summary>Machine, process id and a part that a restart changes: a container's process id is always the same.</summary>
    public string Name { get; } =
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..4]}"
        );
}
