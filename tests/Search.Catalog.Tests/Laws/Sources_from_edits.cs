using Search.Catalog.Querying;
using Search.Resolutions.Text;

namespace Search.Catalog.Tests.Laws;

/// <summary>A source is stored as edits of the texts cut from it, and comes back character by character.</summary>
public class Sources_from_edits
{
    private static readonly string[] Pieces =
        ["Recalling", " ", "\n", "its resolution 99/1", "\u2014", "\U0001F30D", "é", "a", ",", "\r\n", "1 ",
            "children's rights in armed conflict"];

    [Fact]
    public void Random_sources_come_back_from_texts_in_any_order_that_overlap_or_say_something_else()
    {
        var random = new Random(20261130);
        for (var round = 0; round < 2_000; round++)
        {
            var source = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var texts = Enumerable.Range(0, random.Next(8)).Select(_ => Cut(source, random)).ToList();
            SourceEdits.Apply(SourceEdits.Of(source, texts), texts.Select(t => t.Text)).ShouldBe(source, $"round {round}");
        }
    }

    [Fact]
    public void Edits_of_other_texts_are_an_error_and_never_another_source()
    {
        const string source = "The General Assembly, recalling what was agreed,";
        var edits = SourceEdits.Of(source, [MappedText.Identity(source)]);
        Should.Throw<InvalidDataException>(() => SourceEdits.Apply(edits, ["The General Assembly"])).Message.ShouldContain("do not fit");
    }

    [Fact]
    public void A_source_that_is_all_clauses_takes_a_few_bytes()
    {
        var clauses = Enumerable.Range(0, 200)
            .Select(n => $"{n}. Requests the Secretary-General to report on item {n * 7919 % 1000} in writing;").ToList();
        var source = string.Join('\n', clauses);
        var texts = new List<MappedText>();
        foreach (var clause in clauses) texts.Add(MappedText.Identity(clause, texts.Count == 0 ? 0 : texts[^1].SourceEnd + 1));
        SourceEdits.Of(source, texts).Length.ShouldBeLessThan(source.Length / 20);
    }

    /// <summary>A stretch of the source as a parser cuts it: line ends replaced, characters left out, and at
    /// times one that is not there.</summary>
    private static MappedText Cut(string source, Random random)
    {
        var text = new MappedText.Builder();
        var start = random.Next(source.Length + 1);
        for (var i = start; i < random.Next(start, source.Length + 1); i++)
        {
            if (random.Next(12) == 0) continue;
            text.Append(source[i] is '\r' or '\n' ? ' ' : random.Next(40) == 0 ? '?' : source[i], i);
        }
        return text.Build();
    }
}
