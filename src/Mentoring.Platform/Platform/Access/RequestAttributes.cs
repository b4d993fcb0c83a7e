namespace Mentoring.Platform.Platform.Access;

/// <summary>The request is for actors whose roles in the addressed tenant hold this permission.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RequirePermissionAttribute(string permission) : Attribute
{
    public string Permission { get; } = permission;
}

/// <summary>Anybody may ask, signed in or not.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AnonymousRequestAttribute(string why) : Attribute
{
    public string Why { get; } = why;
}

/// <summary>Any signed-in account may ask, of itself and outside any tenant.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OwnAccountAttribute(string why) : Attribute
{
    public string Why { get; } = why;
}

/// <summary>The request changes or decides on a text that one has seen: If-Match must say which version.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RequireIfMatchAttribute : Attribute;

/// <summary>
/// The answer holds a document or a sensitive block: reading it leaves an audit row. The request names the subject by
/// <see cref="Requests.IReadsSubject"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AuditedReadAttribute(string subjectKind) : Attribute
{
    public string SubjectKind { get; } = subjectKind;
}
