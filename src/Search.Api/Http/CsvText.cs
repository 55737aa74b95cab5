using System.Text;

namespace Search.Api.Http;

/// <summary>Rows after RFC 4180. A cell that a spreadsheet would take for a formula is led by an apostrophe.</summary>
internal sealed class CsvText
{
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    private readonly StringBuilder _text = new();

    public CsvText(params ReadOnlySpan<string> columns) => Write(columns);

    public void Add(params ReadOnlySpan<string?> cells) => Write(cells);

    /// <summary>The table as an answer that a browser saves under a name, which is made fit for any system.</summary>
    public IResult Send(HttpContext context, string name)
    {
        var safe = new string([.. name.Take(80).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '-')]);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{safe}.csv\"";
        return Results.Text(_text.ToString(), "text/csv; charset=utf-8");
    }

    private void Write(ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) _text.Append(',');
            var cell = cells[i] ?? "";
            if (cell.Length > 0 && FormulaStarts.Contains(cell[0], StringComparison.Ordinal)) cell = "'" + cell;
            if (cell.AsSpan().IndexOfAny(",\"\r\n") >= 0)
                _text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else _text.Append(cell);
        }
        _text.Append("\r\n");
    }
}
