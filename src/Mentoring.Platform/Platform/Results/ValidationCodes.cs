namespace Mentoring.Platform.Platform.Results;

/// <summary>Stable codes of broken fields, whatever library found them.</summary>
public static class ValidationCodes
{
    public const string Required = "validation.required";
    public const string TooLong = "validation.too_long";
    public const string TooShort = "validation.too_short";
    public const string OutOfRange = "validation.out_of_range";
    public const string Invalid = "validation.invalid";
    public const string Unreadable = "validation.unreadable";
    public const string NoLetter = "validation.no_letter";
    public const string SeveralLines = "validation.several_lines";

    /// <summary>Each code with what it means, for the contract's list of codes.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        [Required] = "The field must be filled.",
        [TooLong] = "The text or list is too long.",
        [TooShort] = "The text or list is too short.",
        [OutOfRange] = "The number or date is outside what is possible.",
        [Invalid] = "The value is not one of those possible here.",
        [Unreadable] = "The value cannot be read as what the field holds.",
        [NoLetter] = "A name needs at least one letter.",
        [SeveralLines] = "The field holds one line.",
    };
}
