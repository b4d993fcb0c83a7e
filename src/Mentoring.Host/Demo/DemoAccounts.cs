using MediatR;
using Mentoring.Platform.Features.Accounts;
using Mentoring.Platform.Platform.Data;
using Npgsql;

namespace Mentoring.Host.Demo;

/// <summary>
/// Accounts of participants: invited by the curator, accepted with the common password. In between the account is given
/// the login of the demonstration in place of the one that the product makes from the name.
/// </summary>
internal sealed class DemoAccounts(IServiceProvider services, DemoActors actors)
{
    private readonly NpgsqlDataSource source = services.GetRequiredService<DataSources>().Accounts;

    public async Task Give(DemoPlace place, DemoParticipant who)
    {
        if (who.Login is { } login)
            await Give(place, $"{who.Step}/account", who.PersonId, login);
        if (who.ParentLogin is { } parentLogin)
            await Give(place, $"{who.Step}/parentAccount", who.ParentId!.Value, parentLogin);
    }

    private async Task Give(DemoPlace place, string step, Guid personId, string login)
    {
        if (await IsReady(login, place.Stop))
            return;
        var first = await place.ByCurator($"{step}/invite", new InviteToAccount(personId));
        await Rename(first.Login, login, place.Stop);
        // The second sheet carries the new login. Its code is shown once: were this broken off here, the next start
        // asks under another name.
        var sheet = await place.ByCurator($"{step}/inviteByLogin/{Guid.NewGuid()}", new InviteToAccount(personId));
        await Accept(sheet, place.Stop);
        actors.Forget();
    }

    private async Task Accept(InvitationSheet sheet, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var accessor = scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>();
        // Signing in answers a browser; here is one that throws its cookie away.
        accessor.HttpContext = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        try
        {
            var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
            var request = new AcceptInvitation(sheet.Login, sheet.Code!, DemoTree.Password);
            var accepted = await mediator.Send(request, ct);
            if (accepted.Error is { } error)
                throw new DemoStepRefusedException($"acceptInvitation {sheet.Login}", error);
        }
        finally
        {
            accessor.HttpContext = null;
        }
    }

    private async Task<bool> IsReady(string login, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "SELECT EXISTS (SELECT FROM accounts.account WHERE normalized_user_name = $1 AND password_hash IS NOT NULL)"
        );
        command.Parameters.Add(new NpgsqlParameter { Value = login.ToUpperInvariant() });
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task Rename(string from, string to, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "UPDATE accounts.account SET user_name = $2, normalized_user_name = upper($2) WHERE normalized_user_name = upper($1)"
        );
        command.Parameters.Add(new NpgsqlParameter { Value = from });
        command.Parameters.Add(new NpgsqlParameter { Value = to });
        await command.ExecuteNonQueryAsync(ct);
    }
}
