namespace Mentoring.Platform.Features.Orders;

/// <summary>What an order says, as the curator may word it.</summary>
/// <param name="Heading">«О закреплении наставнических пар», without a final dot.</param>
/// <param name="Preamble">The legal grounds and the purpose.</param>
/// <param name="Control">Who watches over it; printed as the last clause.</param>
public sealed record OrderText(
    string Heading,
    string Preamble,
    IReadOnlyList<OrderClause> Clauses,
    string Control,
    OrderSignatory Signatory
);

/// <summary>A clause without its number; the layout numbers it.</summary>
public sealed record OrderClause(string Text, IReadOnlyList<string> SubClauses);

/// <summary>«Директор МБОУ …» and «И.О. Фамилия».</summary>
public sealed record OrderSignatory(string Title, string Name);
