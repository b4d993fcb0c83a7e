using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Documents;
using Mentoring.Platform.Platform.Lists;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.People;

/// <summary>What is written down about somebody who takes part.</summary>
/// <param name="Email">Many have none: a printed code is enough to sign in.</param>
/// <param name="NamesakeReason">
/// Why this is somebody else than the recorded person of the same name and birth date; null where there is none.
/// </param>
public sealed record PersonDetails(
    string FamilyName,
    string GivenName,
    DateOnly BirthDate,
    string? Patronymic = null,
    string? Email = null,
    string? Phone = null,
    string? NamesakeReason = null
);

/// <summary>Somebody who takes part in the organization's mentoring: mentor, mentee, legal representative, or several of these.</summary>
public sealed class Person : Aggregate
{
    /// <summary>A birth date further back is a slip of the pen.</summary>
    public const int Oldest = 110;

    private Person() { }

    public string FamilyName { get; private set; } = "";
    public string GivenName { get; private set; } = "";
    public string? Patronymic { get; private set; }
    public DateOnly BirthDate { get; private set; }
    public string? Email { get; private set; }
    public string? Phone { get; private set; }

    /// <summary>Login of the account, once invited.</summary>
    public string? LoginName { get; private set; }
    public DateTimeOffset? InvitedAt { get; private set; }
    public bool IsMentor { get; private set; }
    public bool IsMentee { get; private set; }
    public bool IsRepresentative { get; private set; }

    /// <summary>The name as lists find it; with the birth date it also says who is the same person.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Why somebody else of this name and birth date is another person; null where nobody else is called so.</summary>
    public string? NamesakeReason { get; private set; }

    /// <summary>«Фамилия Имя Отчество».</summary>
    public string FullName => PersonName.Full(FamilyName, GivenName, Patronymic);

    /// <summary>«Фамилия И.О.».</summary>
    public string ShortName => PersonInitials.AfterSurname(FamilyName, GivenName, Patronymic);

    public bool HasAccount => LoginName is not null;

    public static Result<Person> Register(PersonDetails details, DateOnly today)
    {
        var person = new Person();
        return person.Edit(details, today) is { Error: { } error } ? error : person;
    }

    /// <summary>What <see cref="SearchText"/> would be: how the same person is looked for.</summary>
    public static string SearchTextOf(PersonDetails details) =>
        Search.Text(details.FamilyName, details.GivenName, details.Patronymic);

    /// <summary>Whether the details are of somebody who is called so and was born then.</summary>
    public bool IsCalled(PersonDetails details) =>
        SearchText == SearchTextOf(details) && BirthDate == details.BirthDate;

    public Result Edit(PersonDetails details, DateOnly today)
    {
        if (details.BirthDate > today || Age.On(details.BirthDate, today) > Oldest)
            return PersonErrors.BirthDateImpossible;
        if (IsRepresentative && Age.IsMinor(details.BirthDate, today))
            return PersonErrors.RepresentativeIsMinor;
        NamesakeReason = Given(details.NamesakeReason) ?? (IsCalled(details) ? NamesakeReason : null);
        FamilyName = details.FamilyName;
        GivenName = details.GivenName;
        Patronymic = Given(details.Patronymic);
        BirthDate = details.BirthDate;
        Email = Given(details.Email);
        Phone = Given(details.Phone);
        SearchText = SearchTextOf(details);
        Changed();
        return Result.Ok;
    }

    public int AgeOn(DateOnly date) => Age.On(BirthDate, date);

    public bool IsMinorOn(DateOnly date) => Age.IsMinor(BirthDate, date);

    public void BecomeMentor()
    {
        if (IsMentor)
            return;
        IsMentor = true;
        Changed();
    }

    public void BecomeMentee()
    {
        if (IsMentee)
            return;
        IsMentee = true;
        Changed();
    }

    public void BecomeRepresentative()
    {
        if (IsRepresentative)
            return;
        IsRepresentative = true;
        Changed();
    }

    /// <summary>The last representation has ended.</summary>
    public void CeaseRepresenting()
    {
        IsRepresentative = false;
        Changed();
    }

    /// <summary>A sheet with a one-time code has been made out for this login.</summary>
    public void Invited(string login, DateTimeOffset at)
    {
        LoginName = login;
        InvitedAt = at;
        Changed();
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
