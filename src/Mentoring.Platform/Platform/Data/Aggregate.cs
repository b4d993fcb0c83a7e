namespace Mentoring.Platform.Platform.Data;

/// <summary>A row that belongs to a tenant; the tenant comes first in its keys.</summary>
public interface ITenantOwned
{
    Guid TenantId { get; }
}

/// <summary>
/// The root of what is changed together. Every change of it, or of its parts, raises <see cref="Version"/>
/// once per unit of work, so that the version is known before anything is written.
/// </summary>
public abstract class Aggregate : ITenantOwned
{
    private bool changed;

    public Guid TenantId { get; internal set; }

    public Guid Id { get; protected init; } = Guid.CreateVersion7();

    public long Version { get; private set; }

    /// <summary>Every mutating method calls this, also when only a part of the aggregate changes.</summary>
    protected void Changed()
    {
        if (changed)
            return;
        changed = true;
        Version++;
    }

    /// <summary>The unit of work has ended: the next change is a new version.</summary>
    internal void Saved() => changed = false;
}
