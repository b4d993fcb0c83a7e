using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Platform.Pipeline;

internal sealed class ValidationStep<TRequest, TResponse>(
    IEnumerable<IValidator<TRequest>> validators,
    RequestScope scope
) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    )
    {
        var fields = new List<FieldError>();
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(request, cancellationToken);
            fields.AddRange(result.Errors.Select(ToField));
        }
        // A code that means nothing here passes nothing; the length of the list is bounded by the body's.
        if (request is IConfirmable { Confirmed: { } confirmed })
            scope.Confirmed = confirmed;
        return fields.Count == 0 ? await next() : TResponse.Refuse(CommonErrors.Validation with { Fields = fields });
    }

    private static FieldError ToField(ValidationFailure failure) =>
        new(Pointer(failure.PropertyName), Code(failure.ErrorCode), failure.ErrorMessage);

    /// <summary><c>Requests[0].TopicCode</c> → <c>/requests/0/topicCode</c>.</summary>
    internal static string Pointer(string property) =>
        string.Concat(
            property
                .Replace("[", ".", StringComparison.Ordinal)
                .Replace("]", "", StringComparison.Ordinal)
                .Split('.', StringSplitOptions.RemoveEmptyEntries)
                .Select(part => "/" + JsonNamingPolicy.CamelCase.ConvertName(part))
        );

    private static string Code(string code) =>
        code switch
        {
            "NotEmptyValidator" or "NotNullValidator" => ValidationCodes.Required,
            "MaximumLengthValidator" => ValidationCodes.TooLong,
            "MinimumLengthValidator" or "LengthValidator" => ValidationCodes.TooShort,
            "InclusiveBetweenValidator"
            or "ExclusiveBetweenValidator"
            or "GreaterThanOrEqualValidator"
            or "GreaterThanValidator"
            or "LessThanOrEqualValidator"
            or "LessThanValidator" => ValidationCodes.OutOfRange,
            _ when code.Contains('.', StringComparison.Ordinal) => code,
            _ => ValidationCodes.Invalid,
        };
}
