using Search.Testing;

namespace Search.Reuse.Laws;

/// <summary>A builder that continues where another one ended writes what one builder writes to which all was added.</summary>
public sealed class Builders_that_continue
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Wherever_one_ends_and_another_continues_the_bytes_are_those_of_one(int seed)
    {
        using var folder = new TemporaryFolder();
        var random = new Random(seed);
        // Versions of a sentence are far apart, formulas come within a year, and some documents have no date.
        var passages = Sentences.Edited(seed, families: 60, versions: 30)
            .Concat(Enumerable.Repeat("Decides to remain seized of the matter.", 40)).ToArray();
        random.Shuffle(passages);
        var documents = passages.Chunk(12).Select(p => (Order: random.Next(4) == 0 ? 0 : random.Next(1, 900), Passages: p)).ToArray();
        var builder = new ReuseIndexBuilder(365);
        Add(builder, documents);
        var expected = Written(builder, null);

        var parts = new SortedSet<int> { random.Next(1, documents.Length), random.Next(1, documents.Length), documents.Length };
        builder = new(365);
        var first = 0;
        foreach (var end in parts)
        {
            Add(builder, documents[first..end]);
            var bytes = Written(builder, folder.In("state"));
            if (end == documents.Length) bytes.ShouldBe(expected);
            File.WriteAllBytes(folder.In("index"), bytes);
            if (first == 0) File.Copy(folder.In("state"), folder.In("state of the first documents"));
            foreach (var saved in (string[])["state of the first documents", "state"])
            {
                using var state = File.OpenRead(folder.In(saved));
                builder = ReuseIndexBuilder.Continue(365, ReuseIndex.Open(folder.In("index")), state, d => documents[d].Passages);
                builder.DocumentCount.ShouldBe(end);
            }
            first = end;
        }
    }

    [Theory]
    [InlineData(1, ReuseIndexBuilder.DefaultMemory)]
    [InlineData(2, ReuseIndexBuilder.DefaultMemory)]
    [InlineData(3, 1 << 14)]
    [InlineData(4, 1 << 18)]
    public void A_builder_that_writes_again_and_again_writes_what_one_writes_that_writes_once(int seed, long memory)
    {
        var random = new Random(seed);
        var passages = Sentences.Edited(seed, families: 60, versions: 60)
            .Concat(Enumerable.Repeat("Decides to remain seized of the matter.", 40)).ToArray();
        random.Shuffle(passages);
        var documents = passages.Chunk(12).Select(p => (Order: random.Next(4) == 0 ? 0 : random.Next(1, 900), Passages: p)).ToArray();
        using var builder = new ReuseIndexBuilder(365, memory);
        for (var first = 0; first < documents.Length;)
        {
            var end = random.Next(first + 1, documents.Length + 1);
            Add(builder, documents[first..end]);
            var once = new ReuseIndexBuilder(365);
            Add(once, documents[..end]);
            using var index = new MemoryStream();
            builder.Write(index, isContinued: true);
            index.ToArray().AsSpan().SequenceEqual(Written(once, null)).ShouldBeTrue();
            first = end;
        }
    }

    [Theory]
    [InlineData(1 << 14)]
    [InlineData(1 << 18)]
    [InlineData(1 << 22)]
    public void Whatever_waits_on_the_disk_the_bytes_are_the_same(long memory)
    {
        using var folder = new TemporaryFolder();
        var random = new Random(7);
        var passages = Sentences.Edited(seed: 7, families: 60, versions: 60).ToArray();
        random.Shuffle(passages);
        var documents = passages.Chunk(12).Select(p => (Order: random.Next(1, 900), Passages: p)).ToArray();
        using var whole = new ReuseIndexBuilder(365);
        Add(whole, documents);
        var expected = Written(whole, folder.In("expected"));

        using var first = new ReuseIndexBuilder(365, memory);
        Add(first, documents[..^40]);
        File.WriteAllBytes(folder.In("index"), Written(first, folder.In("state")));
        using var state = File.OpenRead(folder.In("state"));
        using var second = ReuseIndexBuilder.Continue(365, ReuseIndex.Open(folder.In("index")), state, d => documents[d].Passages, memory);
        Add(second, documents[^40..]);
        Written(second, folder.In("state-of-all")).ShouldBe(expected);
        File.ReadAllBytes(folder.In("state-of-all")).ShouldBe(File.ReadAllBytes(folder.In("expected")));
    }

    /// <summary>The caps of lists and candidates are not reached: which of too many are kept depends on the order of documents.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void Without_the_documents_that_are_removed_it_finds_what_one_finds_that_never_had_them(int seed, bool continues)
    {
        using var folder = new TemporaryFolder();
        var random = new Random(seed);
        var passages = Sentences.Edited(seed, families: 60, versions: 12)
            .Concat(Enumerable.Repeat("Decides to remain seized of the matter.", 20)).ToArray();
        random.Shuffle(passages);
        var documents = passages.Chunk(12).Select(p => (Order: random.Next(1, 900), Passages: p)).ToArray();
        var removed = Enumerable.Range(0, documents.Length - 5).Where(_ => random.Next(4) == 0).ToHashSet();
        var builder = new ReuseIndexBuilder(365);
        Add(builder, documents[..^10]);
        var state = new MemoryStream();
        builder.Save(state);
        Add(builder, documents[^10..^5]);
        using (var file = File.Create(folder.In("before"))) builder.Write(file, isContinued: true);
        if (continues)
        {
            builder = ReuseIndexBuilder.Continue(365, ReuseIndex.Open(folder.In("before")), new MemoryStream(state.ToArray()), d => removed.Contains(d)
                ? null // nobody knows any more what it said
                : documents[d].Passages);
        }
        foreach (var document in removed) builder.Remove(document);
        Add(builder, documents[^5..]);
        File.WriteAllBytes(folder.In("without"), Written(builder, null));
        var once = new ReuseIndexBuilder(365);
        Add(once, [.. documents.Where((_, d) => !removed.Contains(d))]);
        File.WriteAllBytes(folder.In("once"), Written(once, null));

        var numbers = Enumerable.Range(0, documents.Length).Where(d => !removed.Contains(d)).ToArray();
        var (without, expected) = (ReuseIndex.Open(folder.In("without")), ReuseIndex.Open(folder.In("once")));
        var (found, never) = (new TextLookup(without), new TextLookup(expected));
        for (var d = 0; d < numbers.Length; d++)
            for (var p = 0; p < documents[numbers[d]].Passages.Length; p++)
            {
                Uses(without, Start(without, numbers[d]) + p, d => Array.IndexOf(numbers, d))
                    .ShouldBe(Uses(expected, Start(expected, d) + p, d => d));
                var text = documents[numbers[d]].Passages[p];
                found.Candidates(text, 10).Select(w => Places(without, w, d => Array.IndexOf(numbers, d)))
                    .ShouldBe(never.Candidates(text, 10).Select(w => Places(expected, w, d => d)), ignoreOrder: true);
            }

        static int Start(ReuseIndex index, int document) => index.Passages(document).First;

        static string Places(ReuseIndex index, int wording, Func<int, int> numberOf) => string.Join(' ', index.PassagesOf(wording)
            .Select(p => (numberOf(index.Document(p)), p - Start(index, index.Document(p)))));

        static IEnumerable<string> Uses(ReuseIndex index, int passage, Func<int, int> numberOf)
        {
            var wording = index.Wording(passage);
            return index.Similar(wording).Where(s => index.Uses(s.Wording) > 0)
                .Select(s => $"{s.Percent} {Places(index, s.Wording, numberOf)}").Order(StringComparer.Ordinal)
                .Append($"{index.Kind(wording)} {index.Length(wording)} {Places(index, wording, numberOf)}");
        }
    }

    [Fact]
    public void A_state_that_is_cut_or_of_another_index_is_refused()
    {
        using var folder = new TemporaryFolder();
        var index = Indexed.Of(folder, (1, ["Calls upon all States to cooperate fully."]),
            (2, ["Requests the Secretary-General to report."]));
        var builder = new ReuseIndexBuilder(365);
        builder.AddDocument(1);
        builder.Add("Calls upon all States to cooperate fully.");
        var state = new MemoryStream();
        builder.Save(state);
        var bytes = state.ToArray();
        Should.Throw<InvalidDataException>(() => Continue(bytes, "Calls upon all States to cooperate fully."));
        for (var length = 0; length < bytes.Length; length++)
            Should.Throw<InvalidDataException>(() => Continue(bytes[..length], "Requests the Secretary-General to report."));
        Continue(bytes, "Requests the Secretary-General to report.").DocumentCount.ShouldBe(2, "the text of the other document is given");

        ReuseIndexBuilder Continue(byte[] saved, string other) => ReuseIndexBuilder.Continue(365, index, new MemoryStream(saved),
            d => [d == 0 ? "Calls upon all States to cooperate fully." : other]);
    }

    private static void Add(ReuseIndexBuilder builder, (int Order, string[] Passages)[] documents)
    {
        foreach (var (order, passages) in documents)
        {
            builder.AddDocument(order);
            foreach (var passage in passages) builder.Add(passage);
        }
    }

    private static byte[] Written(ReuseIndexBuilder builder, string? state)
    {
        if (state is not null)
            using (var saved = File.Create(state)) builder.Save(saved);
        using var index = new MemoryStream();
        builder.Write(index);
        return index.ToArray();
    }
}
