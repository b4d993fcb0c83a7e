namespace Mentoring.Platform.Platform.Documents;

/// <summary>
/// Everything that the paper of an order says, as plain data: no clock, no database, no account.
/// Texts are taken as they are, the numbers of clauses are given by the layout.
/// </summary>
public sealed record OrderPaper
{
    /// <summary>The word for the kind of the act in the grammatical cases that the paper needs.</summary>
    public OrderPaperKind Kind { get; init; } = OrderPaperKind.Order;

    /// <summary>The full name of the organization as its charter has it; printed in capitals.</summary>
    public required string OrganizationFullName { get; init; }

    /// <summary>The short name, where the charter has one.</summary>
    public string? OrganizationShortName { get; init; }

    /// <summary>The date of signing; none makes the paper a draft.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The registered number, a string («202/1»); none makes the paper a draft.</summary>
    public string? Number { get; init; }

    /// <summary>The place of issue.</summary>
    public required string Place { get; init; }

    /// <summary>«О закреплении наставнических пар»: no quotes, no final dot.</summary>
    public required string Heading { get; init; }

    /// <summary>The legal grounds and the purpose: «В соответствии с …, в целях …».</summary>
    public required string Preamble { get; init; }

    /// <summary>The clauses in order; numbered 1, 2, … and 1.1, 1.2, ….</summary>
    public required IReadOnlyList<OrderPaperClause> Clauses { get; init; }

    /// <summary>«Контроль за исполнением приказа оставляю за собой.»: printed as the last clause.</summary>
    public required string Control { get; init; }

    /// <summary>Who signs.</summary>
    public required OrderPaperSignatory Signatory { get; init; }

    /// <summary>Those who agreed to the draft before it was signed.</summary>
    public IReadOnlyList<OrderPaperVisa> Visas { get; init; } = [];

    /// <summary>Those who are to be acquainted with the order against their signature.</summary>
    public IReadOnlyList<OrderPaperAcknowledgment> Acknowledgments { get; init; } = [];

    /// <summary>The table of pairs on pages of its own, where the clauses refer to it.</summary>
    public OrderPaperAnnex? Annex { get; init; }

    /// <summary>Unsigned: without date or number. A draft says so at the top of every page.</summary>
    public bool IsDraft => Date is null || string.IsNullOrWhiteSpace(Number);

    /// <summary>Lays the order out by ГОСТ Р 7.0.97-2025. The same order gives the same bytes.</summary>
    public byte[] ToDocx() => OrderLayout.Write(this).ToDocx();
}

/// <summary>The word for the kind of an act: «ПРИКАЗ», (к) «приказу», (с) «приказом», «ПРИКАЗЫВАЮ:».</summary>
public sealed record OrderPaperKind(string Title, string Dative, string Instrumental, string OperativeWord)
{
    /// <summary>«ПРИКАЗ».</summary>
    public static OrderPaperKind Order { get; } = new("ПРИКАЗ", "приказу", "приказом", "ПРИКАЗЫВАЮ:");
}

/// <summary>A clause: who does what by when; its parts, if any, are numbered below it.</summary>
public sealed record OrderPaperClause(string Text, IReadOnlyList<OrderPaperClause> SubClauses)
{
    /// <summary>A clause without parts.</summary>
    public OrderPaperClause(string text)
        : this(text, []) { }
}

/// <summary>Position («Директор») and name («И.О. Фамилия») of the one who signs.</summary>
public sealed record OrderPaperSignatory(string Title, string Name);

/// <summary>One visa; without a date a blank is left.</summary>
public sealed record OrderPaperVisa(string Title, string Name, DateOnly? Date = null);

/// <summary>One row of «С приказом ознакомлены:»; without a date the cell is left to be filled in by hand.</summary>
public sealed record OrderPaperAcknowledgment(string Position, string Name, DateOnly? AcknowledgedOn = null);

/// <summary>«Приложение № 1 к приказу … от … № …»: the title and the pairs.</summary>
public sealed record OrderPaperAnnex(string Title, IReadOnlyList<OrderPaperPair> Pairs);

/// <summary>One row of the annex.</summary>
/// <param name="Mentor">Mentor's name.</param>
/// <param name="MentorPosition">Mentor's position.</param>
/// <param name="Mentee">Mentee's name.</param>
/// <param name="MenteePosition">Mentee's position, or the class of a student.</param>
/// <param name="Form">The form of mentoring, «учитель – учитель».</param>
public sealed record OrderPaperPair(
    string Mentor,
    string MentorPosition,
    string Mentee,
    string MenteePosition,
    string Form
);
