using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Mentoring.Platform.Platform.Documents;

/// <summary>A column of a table: its title and its share of the width of the text.</summary>
/// <param name="Title">The text of the head row, repeated on every page.</param>
/// <param name="Share">The width relative to the other columns.</param>
/// <param name="Centered">Numbers and dates stand in the middle, text at the left.</param>
public sealed record PaperColumn(string Title, int Share, bool Centered = false);

/// <summary>Draws tables with lines, and the invisible ones that hold position and name apart.</summary>
internal static class PaperTable
{
    /// <summary>Up to this many rows a table is one block that does not part over pages.</summary>
    private const int RowsKeptTogether = 6;

    private static readonly int RowToSignIn = PaperMeasures.Millimeters(9);

    public static Table Ruled(IReadOnlyList<PaperColumn> columns, IReadOnlyList<IReadOnlyList<string?>> rows)
    {
        var widths = PaperMeasures.Divide(PaperMeasures.TextWidth, [.. columns.Select(column => column.Share)]);
        var table = Empty(widths, ruled: true);
        var head = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        for (var index = 0; index < columns.Count; index++)
        {
            var title = Paragraph(PaperStyles.CellHead, columns[index].Title, keepNext: true);
            head.AppendChild(Cell(widths[index], title, TableVerticalAlignmentValues.Center));
        }

        table.AppendChild(head);
        var whole = rows.Count <= RowsKeptTogether;
        for (var number = 0; number < rows.Count; number++)
        {
            table.AppendChild(Row(columns, widths, rows[number], keepNext: whole && number < rows.Count - 1));
        }

        return table;
    }

    /// <summary>Rows without lines, kept on one page: signatures, visas.</summary>
    public static Table Unruled(
        IReadOnlyList<(string Style, int Share)> columns,
        IReadOnlyList<IReadOnlyList<string?>> rows
    )
    {
        var widths = PaperMeasures.Divide(PaperMeasures.TextWidth, [.. columns.Select(column => column.Share)]);
        var table = Empty(widths, ruled: false);
        for (var number = 0; number < rows.Count; number++)
        {
            var row = new TableRow(new TableRowProperties(new CantSplit()));
            for (var index = 0; index < columns.Count; index++)
            {
                var content = Paragraph(columns[index].Style, rows[number][index], keepNext: number < rows.Count - 1);
                row.AppendChild(Cell(widths[index], content, TableVerticalAlignmentValues.Bottom));
            }

            table.AppendChild(row);
        }

        return table;
    }

    private static TableRow Row(
        IReadOnlyList<PaperColumn> columns,
        int[] widths,
        IReadOnlyList<string?> texts,
        bool keepNext
    )
    {
        if (texts.Count != columns.Count)
        {
            throw new ArgumentException($"A row has {texts.Count} cells, the table {columns.Count} columns.");
        }

        var row = new TableRow(
            new TableRowProperties(
                new CantSplit(),
                new TableRowHeight { Val = (uint)RowToSignIn, HeightType = HeightRuleValues.AtLeast }
            )
        );
        for (var index = 0; index < columns.Count; index++)
        {
            var content = Paragraph(PaperStyles.Cell, texts[index], keepNext);
            if (columns[index].Centered)
            {
                content.ParagraphProperties!.Justification = new Justification { Val = JustificationValues.Center };
            }

            row.AppendChild(Cell(widths[index], content, TableVerticalAlignmentValues.Center));
        }

        return row;
    }

    private static Table Empty(int[] widths, bool ruled)
    {
        // A fixed layout: one very long word must not push the table off the sheet.
        var properties = new TableProperties
        {
            TableWidth = new TableWidth { Width = Text(PaperMeasures.TextWidth), Type = TableWidthUnitValues.Dxa },
            TableIndentation = new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
            TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
            TableCellMarginDefault = ruled ? Margins(40, 85, 40) : Margins(120, 0, 0),
        };
        if (ruled)
        {
            properties.TableBorders = new TableBorders(
                Line<TopBorder>(),
                Line<LeftBorder>(),
                Line<BottomBorder>(),
                Line<RightBorder>(),
                Line<InsideHorizontalBorder>(),
                Line<InsideVerticalBorder>()
            );
        }

        return new Table(properties, new TableGrid(widths.Select(width => new GridColumn { Width = Text(width) })));
    }

    private static TableCellMarginDefault Margins(int top, short side, int bottom) =>
        new(
            new TopMargin { Width = Text(top), Type = TableWidthUnitValues.Dxa },
            new TableCellLeftMargin { Width = side, Type = TableWidthValues.Dxa },
            new BottomMargin { Width = Text(bottom), Type = TableWidthUnitValues.Dxa },
            new TableCellRightMargin { Width = side, Type = TableWidthValues.Dxa }
        );

    private static T Line<T>()
        where T : BorderType, new() =>
        new()
        {
            Val = BorderValues.Single,
            Size = 4,
            Space = 0,
            Color = "auto",
        };

    private static TableCell Cell(int width, Paragraph content, TableVerticalAlignmentValues vertical) =>
        new(
            new TableCellProperties(
                new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa },
                new TableCellVerticalAlignment { Val = vertical }
            ),
            content
        );

    private static Paragraph Paragraph(string style, string? text, bool keepNext) =>
        new(
            new ParagraphProperties
            {
                ParagraphStyleId = new ParagraphStyleId { Val = style },
                KeepNext = keepNext ? new KeepNext() : null,
            },
            PaperText.RunInColumn(text)
        );

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
