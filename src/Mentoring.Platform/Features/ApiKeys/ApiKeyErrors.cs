using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.ApiKeys;

public static class ApiKeyErrors
{
    public static readonly Error ScopeNotOffered = new(
        ErrorKind.Invalid,
        "apiKey.scope_not_offered",
        "This scope opens nothing here, or more than you may see yourself."
    );
    public static readonly Error TooMany = new(
        ErrorKind.Conflict,
        "apiKey.too_many",
        "There are as many valid keys as there may be; revoke one that is not needed."
    );
}
