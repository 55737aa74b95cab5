using Search.Catalog.Building;
using Search.Catalog.Building.Parses;
using Search.Catalog.Querying;
using Search.Citations.Authorities;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;
using Search.Testing;

namespace Search.Catalog.Tests.Laws;

/// <summary>A document that is read back from the store is the one that was parsed, as far as a snapshot shows it.</summary>
public class Stored_parses
{
    [Fact]
    public void A_document_is_read_as_it_was_written()
    {
        using var store = DocumentStore.Temporary(Places.Authorities);
        var pipeline = new DocumentPipeline(AuthorityList.Load(Places.Authorities));
        foreach (var path in Directory.GetFiles(Places.Sample, "*.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Take(12))
        {
            var (resolutions, _, rejected) = DocumentPipeline.Parse(path);
            if (rejected is not null) continue;
            var key = store.KeyOf(Path.GetFileName(path), "0");
            store.Write(key, "hash", [new("a", "b", "c")], [new("A/RES/1/1", true)], [.. resolutions.Select(pipeline.Link)]);
            var stored = store.Read(key).ShouldNotBeNull();
            (stored.Hash, stored.Beside.Single(), stored.Asked.Single()).ShouldBe(("hash", new("a", "b", "c"), new("A/RES/1/1", true)));
            foreach (var (i, document) in stored.Documents.Index())
            {
                var (expected, found) = (pipeline.Link(resolutions[i]), store.Load(document));
                document.Sheet.ShouldBeEquivalentTo(DocumentSheet.Of(expected));
                (found.Resolution.Source.Name, found.Symbol).ShouldBe((expected.Resolution.Source.Name, expected.Symbol));
                string Shown(LinkedDocument of) =>
                    ParseOutput.From(of
                        with
                    { Resolution = of.Resolution with { Source = of.Resolution.Source with { Offset = 0 } } }, "id", null,
                        Identification.None).ToJson();
                Shown(found).ShouldBe(Shown(expected));
                foreach (var (before, after) in expected.Citations.Zip(found.Citations))
                    (after.Clause, after.Note, after.Local, after.Why, after.Until, after.Verb).ShouldBe(
                        (before.Clause, before.Note, before.Local, before.Why, before.Until, before.Verb));
                SourceEdits.Apply(found.SourceEdits, found.Resolution.Clauses.Select(c => c.Text.Text)
                    .Concat(found.Resolution.Notes.Select(n => n.Text.Text))).ShouldBe(resolutions[i].Source.Text);
            }
        }
    }

    [Fact]
    public void Texts_of_any_characters_and_numbers_of_any_size_are_kept()
    {
        var writer = new StoreWriter();
        string?[] texts = ["", "plain", "café", "“…” \ud83d\ude00", "half \ud83d", "\0", null, "plain"];
        int[] numbers = [0, 1, 127, 128, int.MaxValue, -1, int.MinValue];
        foreach (var text in texts) writer.Text(text);
        foreach (var number in numbers) writer.Number(number);
        var reader = new StoreReader(writer.Bytes.ToArray());
        foreach (var text in texts) reader.Text().ShouldBe(text);
        foreach (var number in numbers) reader.Number().ShouldBe(number);
    }

    [Fact]
    public void Every_organ_is_known_by_its_code()
    {
        foreach (var body in Bodies.All) Organ.Parse(body.Code, null).Body.ShouldBe(body);
    }
}
