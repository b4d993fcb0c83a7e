using MediatR;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Platform.Requests;

/// <summary>A use case that writes; runs in one transaction with its audit row and work items.</summary>
public interface ICommand<T> : IRequest<Result<T>>;

/// <summary>A use case that may meet something odd, and does it all the same when its caller says that it is meant.</summary>
public interface IConfirmable
{
    /// <summary>Codes of warnings (409 with <c>confirmable</c>) that the caller has read and means to pass.</summary>
    IReadOnlyList<string>? Confirmed { get; }
}

/// <summary>A use case that reads.</summary>
public interface IQuery<T> : IRequest<Result<T>>;

/// <summary>An answer that carries the version of what was changed or read; becomes the ETag.</summary>
public interface IVersioned
{
    long Version { get; }
}

/// <summary>An answer with a part that is shown once and never stored: a replay answers without it.</summary>
public interface IHasSecret<out TSelf>
{
    TSelf WithoutSecret();
}

/// <summary>A read that leaves an audit row (see <see cref="Access.AuditedReadAttribute"/>): it says of what.</summary>
public interface IReadsSubject
{
    Guid SubjectId { get; }
}
