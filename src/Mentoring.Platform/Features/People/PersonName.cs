namespace Mentoring.Platform.Features.People;

/// <summary>Names as a whole; the short forms are in <c>PersonInitials</c>.</summary>
public static class PersonName
{
    /// <summary>«Фамилия Имя Отчество».</summary>
    public static string Full(string familyName, string givenName, string? patronymic) =>
        patronymic is null ? $"{familyName} {givenName}" : $"{familyName} {givenName} {patronymic}";
}
