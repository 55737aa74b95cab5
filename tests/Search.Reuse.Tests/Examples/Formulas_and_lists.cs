using System.Globalization;
using Search.Testing;

namespace Search.Reuse.Examples;

public sealed class Formulas_and_lists : IDisposable
{
    private const string Closing = "Decides to return to this matter at its next meeting.";
    private const int Year = 365;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_six_documents_of_a_year_say_is_a_formula() =>
        Kind([.. Enumerable.Range(1, 6).Select(n => (n * 20, Closing))]).ShouldBe(WordingKind.Formula);

    [Fact]
    public void What_is_said_once_a_year_is_none_however_often() =>
        Kind([.. Enumerable.Range(1, 20).Select(n => (n * Year, Closing))]).ShouldBe(WordingKind.None);

    [Fact]
    public void What_one_document_says_six_times_is_none()
    {
        var index = Indexed.Of(_folder, (1, [Closing, Closing, Closing, Closing, Closing, Closing]));

        index.Kind(index.Wording(0)).ShouldBe(WordingKind.None);
    }

    [Fact]
    public void A_small_variant_of_a_formula_is_one_too() =>
        Kind([(1, Closing.Replace("next", "coming", StringComparison.Ordinal)), .. Enumerable.Range(1, 6).Select(n => (n * 20, Closing))])
            .ShouldBe(WordingKind.Formula);

    [Theory]
    [InlineData("Decides to return to that question at its coming meeting.", WordingKind.Formula)]
    [InlineData("Decides to return to the lamps of both shores at its next meeting.", WordingKind.None)]
    public void A_short_variant_may_differ_in_three_words_of_ten(string text, WordingKind expected) =>
        Kind([(1, text), .. Enumerable.Range(1, 6).Select(n => (n * 20, Closing))]).ShouldBe(expected);

    [Theory]
    [InlineData("Corran, Ilbert a.k.a. Ilbert Corran Dunholm DOB 4 March 1961 POB Eastfell Passport no. 5567 321 listed 9 May 2011",
        WordingKind.List)]
    [InlineData("Recalling that Amara, Bellmouth and Corran have lit their harbours since the spring of last year", WordingKind.None)]
    public void Names_and_numbers_one_after_another_are_a_list(string text, WordingKind expected) => Kind([(1, text)]).ShouldBe(expected);

    public void Dispose() => _folder.Dispose();

    private WordingKind Kind(params (int Order, string Text)[] documents)
    {
        var index = Indexed.Of(_folder,
            [.. documents.Select(d => (d.Order, (string[])[d.Text, d.Order.ToString(CultureInfo.InvariantCulture)]))]);
        return index.Kind(index.Wording(0));
    }
}
