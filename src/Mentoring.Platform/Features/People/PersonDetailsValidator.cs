using FluentValidation;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.People;

internal sealed class PersonDetailsValidator : AbstractValidator<PersonDetails>
{
    public PersonDetailsValidator()
    {
        RuleFor(p => p.FamilyName).NotEmpty().MaximumLength(100).OneLine().HasLetter();
        RuleFor(p => p.GivenName).NotEmpty().MaximumLength(100).OneLine().HasLetter();
        RuleFor(p => p.Patronymic).MaximumLength(100).OneLine().HasLetter();
        RuleFor(p => p.Email).MaximumLength(200).OneLine().EmailAddress().When(p => !string.IsNullOrEmpty(p.Email));
        RuleFor(p => p.NamesakeReason).MaximumLength(300).OneLine();
        RuleFor(p => p.Phone).MaximumLength(30).Matches("^[0-9+() -]*$");
    }
}

internal sealed class LegalRepresentativeValidator : AbstractValidator<LegalRepresentativeInput>
{
    public LegalRepresentativeValidator()
    {
        RuleFor(r => r.Person!).SetValidator(new PersonDetailsValidator()).When(r => r.Person is not null);
        RuleFor(r => r.AuthorityDocument).MaximumLength(500).OneLine();
    }
}

internal static class TextRules
{
    /// <summary>No line breaks: the text stands in a line of a paper.</summary>
    public static IRuleBuilderOptions<T, string?> OneLine<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || !text.Any(char.IsControl))
            .WithErrorCode(ValidationCodes.SeveralLines)
            .WithMessage("The text has line breaks.");

    /// <summary>A name, where one is given, has a letter.</summary>
    public static IRuleBuilderOptions<T, string?> HasLetter<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => string.IsNullOrEmpty(text) || text.Any(char.IsLetter))
            .WithErrorCode(ValidationCodes.NoLetter)
            .WithMessage("The text has no letter.");

    /// <summary>A list of a length that somebody can have meant.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>> AtMost<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>> rule,
        int most
    ) =>
        rule.Must(list => list.Count <= most)
            .WithErrorCode(ValidationCodes.TooLong)
            .WithMessage($"At most {most} entries.");
}
