namespace Mentoring.Platform.Platform.Work;

/// <summary>
/// Does one kind of work item: all due items of one tenant and key at once, in one transaction with their removal,
/// under the work login, inside the item's tenant.
/// </summary>
public interface IWorkHandler
{
    /// <summary>Kind of <see cref="Data.WorkItem"/> that it answers; several handlers may answer the same.</summary>
    string Kind { get; }

    /// <param name="key">The items' key.</param>
    /// <param name="payload">The payload of the newest of them, JSON.</param>
    Task Handle(string key, string payload, CancellationToken cancellationToken);
}
