namespace Mentoring.Platform.Platform.Results;

/// <summary>Lets the pipeline make a refusal of a result type that it does not know.</summary>
public interface IOutcome<TSelf>
{
    Error? Error { get; }

    static abstract TSelf Refuse(Error error);
}

/// <summary>A transition that either happened or says why not.</summary>
public readonly record struct Result(Error? Error)
{
    public static Result Ok => default;

    public bool IsOk => Error is null;

    public static implicit operator Result(Error error) => new(error);
}

/// <summary>A value, or the reason why there is none.</summary>
public sealed class Result<T> : IOutcome<Result<T>>
{
    private readonly T? value;

    private Result(T? value, Error? error)
    {
        this.value = value;
        Error = error;
    }

    public Error? Error { get; }

    public bool IsOk => Error is null;

    /// <exception cref="InvalidOperationException">There is none: the caller did not look at <see cref="Error"/>.</exception>
    public T Value => Error is null ? value! : throw new InvalidOperationException($"Refused: {Error.Code}");

    public static Result<T> Refuse(Error error) => new(default, error);

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default, error);
}

/// <summary>The answer of a use case that has nothing to say: 204.</summary>
public sealed record Done
{
    public static readonly Done Instance = new();
}
