using Microsoft.Data.Sqlite;
using Search.Catalog.Querying;
using Search.Testing;

namespace Search.Catalog.Tests.Laws;

/// <summary>Rows read from mapped memory are those that SQLite reads, whatever their sizes and numbers and that of a page.</summary>
public class Mapped_tables_hold_what_sqlite_reads
{
    private const int Rows = 3000;

    [Theory]
    [InlineData(512)]
    [InlineData(4096)]
    [InlineData(8192)]
    [InlineData(65536)]
    public void Every_row_and_none_that_is_not_there(int pageSize)
    {
        using var folder = new TemporaryFolder();
        var path = folder.In("rows.db");
        var written = Write(path, pageSize);

        using var db = new Database(path);
        var (table, columns) = db.Mapped("rows", "text", "whole", "late");
        var found = new HashSet<long>();
        foreach (var (number, (text, whole)) in written)
        {
            if (!table.TryFind(number, out var row))
            {
                (text?.Length ?? 0).ShouldBeGreaterThan(pageSize / 5, "a row that ends in its page is found"); // up to five bytes a character
                continue;
            }
            found.Add(number);
            row.Text(columns[0]).ShouldBe(text);
            row.IsNull(columns[0]).ShouldBe(text is null);
            row.IsNumber(columns[0]).ShouldBeFalse();
            row.IsNumber(columns[1]).ShouldBe(whole is not null);
            row.Number(columns[1]).ShouldBe(whole ?? 0);
            row.IsNull(columns[2]).ShouldBeTrue("the column was added afterwards");
        }
        found.Count.ShouldBeInRange(Rows / 2, Rows - 1);
        for (var number = -100L; number < 100; number++) table.TryFind(number, out _).ShouldBe(found.Contains(number));
        table.TryFind(long.MinValue, out _).ShouldBeFalse();
        table.TryFind(long.MaxValue, out _).ShouldBeFalse();
    }

    [Fact]
    public void The_first_page_whose_header_is_that_of_the_file()
    {
        using var folder = new TemporaryFolder();
        Write(folder.In("rows.db"), 4096);
        using var tables = new MappedTables(folder.In("rows.db"));
        new MappedTable(tables, 1).TryFind(1, out var row).ShouldBeTrue();
        row.Text(1).ShouldBe("rows");
    }

    [Fact]
    public void A_file_that_is_none_and_a_page_that_is_none_are_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("text.db", new string('x', 5000));
        Should.Throw<InvalidDataException>(() => new MappedTables(folder.In("text.db"))).Message.ShouldContain("text.db");
        Write(folder.In("rows.db"), 4096);
        using var tables = new MappedTables(folder.In("rows.db"));
        Should.Throw<InvalidDataException>(() => new MappedTable(tables, 99_999).TryFind(1, out _)).Message.ShouldContain("99999");
        using var db = new Database(folder.In("rows.db"));
        Should.Throw<InvalidDataException>(() => db.Mapped("rows", "missing")).Message.ShouldContain("rows");
    }

    private static Dictionary<long, (string? Text, long? Whole)> Write(string path, int pageSize)
    {
        var random = new Random(pageSize);
        var rows = new Dictionary<long, (string? Text, long? Whole)>();
        while (rows.Count < Rows)
        {
            var number = random.Next(4) switch
            {
                0 => random.NextInt64(long.MinValue + 1, long.MaxValue),
                1 => random.Next(-100, 100),
                _ => random.Next(1, 4 * Rows),
            };
            var length = random.Next(40) == 0 ? random.Next(pageSize, 3 * pageSize) : random.Next(200);
            var text = random.Next(10) == 0 ? null : string.Create(length, random, (span, r) =>
            {
                foreach (ref var c in span) c = "ab éж漢"[r.Next(6)];
            });
            long? whole = random.Next(5) switch
            {
                0 => null,
                1 => random.Next(-2, 3),
                _ => random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64),
            };
            rows[number] = (text, whole);
        }
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "CREATE TABLE rows(number INTEGER PRIMARY KEY, whole INTEGER, made TEXT AS (whole || '!'), text TEXT) STRICT";
        Run($"PRAGMA page_size={pageSize}; BEGIN;");
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO rows(number, whole, text) VALUES ($number, $whole, $text)";
        foreach (var (number, (text, whole)) in rows)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$number", number);
            command.Parameters.AddWithValue("$whole", (object?)whole ?? DBNull.Value);
            command.Parameters.AddWithValue("$text", (object?)text ?? DBNull.Value);
            command.ExecuteNonQuery();
        }
        Run("ALTER TABLE rows ADD COLUMN late TEXT; COMMIT;");
        return rows;

        void Run(string sql)
        {
            using var other = connection.CreateCommand();
#pragma warning disable CA2100 // the statements are those above
            other.CommandText = sql;
#pragma warning restore CA2100
            other.ExecuteNonQuery();
        }
    }
}
