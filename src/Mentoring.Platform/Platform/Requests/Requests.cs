using MediatR;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Platform.Requests;

/// <summary>A use case that writes; runs in one transaction with its audit row and work items.</summary>
public interface ICommand<T> : IRequest<Result<T>>;

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
