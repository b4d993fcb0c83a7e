using System.Globalization;
using MediatR;
using Mentoring.Platform.Platform.Lists;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Platform.Platform.Http;

/// <summary>Sends a request through the pipeline and writes its outcome; what endpoints are made of.</summary>
public sealed class Dispatcher(IMediator mediator, RequestScope scope, IHttpContextAccessor accessor, CursorSeal seal)
{
    /// <summary>200 with the answer, 204 where it is <see cref="Done"/>.</summary>
    public Task<IResult> Ok<T>(IRequest<Result<T>> request) => Send(request, StatusCodes.Status200OK);

    /// <summary>201 with the answer.</summary>
    public Task<IResult> Created<T>(IRequest<Result<T>> request) => Send(request, StatusCodes.Status201Created);

    /// <summary>200 with a file made of the answer.</summary>
    public async Task<IResult> File<T>(IRequest<Result<T>> request, Func<T, IResult> file)
    {
        var outcome = await Run(request);
        return outcome.Error is { } error ? Problems.Result(error) : file(outcome.Value);
    }

    /// <summary>What has begun is finished or dropped between two statements, and bounded by their time limits.</summary>
    private Task<Result<T>> Run<T>(IRequest<Result<T>> request)
    {
        scope.Abandoned = accessor.HttpContext!.RequestAborted;
        return mediator.Send(request, CancellationToken.None);
    }

    private async Task<IResult> Send<T>(IRequest<Result<T>> request, int status)
    {
        var http = accessor.HttpContext!;
        var outcome = await Run(request);
        if (outcome.Error is { } error)
            return Problems.Result(error);
        if (scope.IsReplay)
            http.Response.Headers["Idempotent-Replayed"] = "true";
        if (outcome.Value is IVersioned versioned)
            http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{versioned.Version}\"");
        if (outcome.Value is Done)
            return TypedResults.NoContent();
        var answer = outcome.Value is IPage { NextCursor: { } cursor } page
            ? (T)page.GoingOnAt(seal.Close(cursor, http.Request.Path, http.Request.Query["sort"]))
            : outcome.Value;
        return TypedResults.Json(answer, WireJson.Answers, statusCode: status);
    }
}
