using System.Collections.Immutable;
using Search.Resolutions;

namespace Search.Citations.Identity;

/// <summary>Hears what the corpus says about one document.</summary>
internal sealed class SymbolInference(
    int document, DocumentProfile[] profiles, Testimonies testimonies, HashSet<string> printed, Lazy<WordRarity> rarity,
    CouncilCalendar council)
{
    /// <summary>A title of fewer words is too common to identify a resolution without its date.</summary>
    private const int FewestWordsOfTelling = 3;

    /// <summary>Titles of one series change a little from year to year.</summary>
    private const double LeastLikeness = 0.85;

    /// <summary>What two titles share must be worth this much: one word that few documents have, or several that some have.</summary>
    private const double LeastWeight = 8;

    /// <summary>A description identifies a document only by this many different words.</summary>
    private const int FewestWordsOfDescription = 5;

    private readonly DocumentProfile _own = profiles[document];

    /// <summary>The one resolution that the document can be, or null.</summary>
    public Claim? Decide()
    {
        var possible = testimonies.Near(_own.Date!.Value, _own.Title).Select(s => new Said(s, [.. testimonies.Of(s)])).Where(Possible)
            .ToList();
        return Single(possible.Select(ByTitle)) ?? Single(possible.Select(BySeries)) ?? ByOnlyOneOfTheDay() ?? ByDescription(possible);
    }

    /// <summary>Whether nothing speaks against a symbol: the organ, the session, a date that differs, another
    /// document that prints it.</summary>
    private bool Possible(Said said)
    {
        var symbol = said.Symbol;
        if (printed.Contains(symbol) || _own.Cited.Contains(symbol)) return false;
        if (said.All[0].Organ != _own.Organ || !DocumentSymbol.Parse(symbol, null).MayBeOf(_own.Date!.Value)) return false;
        var dated = said.All.Count(t => t.Date is not null);
        if (dated > 0 && said.All.Count(t => t.Date == _own.Date) * 2 < dated) return false;
        if (said.All.Any(Contradicts)) return false;
        return !said.All.Any(t => profiles[t.Witness].Date is { } day && day < _own.Date && profiles[t.Witness].Organ == _own.Organ);
    }

    /// <summary>Whether a description speaks of something that the document does not.</summary>
    private bool Contradicts(CitingContext testimony)
    {
        var said = testimony.FirstPhrase().ToArray().Where(DocumentProfile.IsDistinctive).Select(DocumentProfile.Stem).Distinct().ToList();
        return said.Count >= 2 && said.Count(_own.Stems.ContainsKey) * 2 <= said.Count;
    }

    /// <summary>Somebody calls the resolution by the document's title.</summary>
    private Claim? ByTitle(Said said)
    {
        if (_own.Title.Length == 0) return null;
        var telling = said.All.Where(t => t.Tells(_own.Title)).ToList();
        if (telling.Count == 0) return null;
        var dated = said.All.Any(t => t.Date == _own.Date);
        if (!dated && _own.Title.Length < FewestWordsOfTelling) return null;
        return new Claim(said.Symbol,
            [dated
                ? $"{said.Symbol} is cited with the date {Claim.Day(_own.Date!.Value)} and this title"
                : $"{said.Symbol} is cited with this title, and its session agrees with {Claim.Day(_own.Date!.Value)}"],
            Witnesses(telling));
    }

    /// <summary>Documents under the same title, or nearly the same, cite a resolution of the same day.</summary>
    private Claim? BySeries(Said said)
    {
        if (_own.Title.Length == 0) return null;
        var telling = said.All.Where(t => t.Date == _own.Date && t.Witness != document
            && Likeness(profiles[t.Witness].Title) >= LeastLikeness).ToList();
        return telling.Count == 0 ? null
            : new Claim(said.Symbol, [$"{said.Symbol} of {Claim.Day(_own.Date!.Value)} is cited by documents under the same title"],
                Witnesses(telling));
    }

    /// <summary>Share of the words of two titles that both have, weighed by rarity.</summary>
    private double Likeness(string[] title)
    {
        if (title.AsSpan().SequenceEqual(_own.Title)) return 1;
        if (title.Length == 0) return 0;
        var own = _own.Title.Select(DocumentProfile.Stem).ToHashSet();
        var other = title.Select(DocumentProfile.Stem).ToHashSet();
        // "... in Libya" and "... in the Congo" differ in the distinctive word
        if (!other.Contains(own.MaxBy(rarity.Value.Of)!) || !own.Contains(other.MaxBy(rarity.Value.Of)!)) return 0;
        var shared = own.Where(other.Contains).Sum(rarity.Value.Of);
        var all = own.Union(other).Sum(rarity.Value.Of);
        return all == 0 || shared < LeastWeight ? 0 : shared / all;
    }

    private Claim? ByOnlyOneOfTheDay()
    {
        if (_own.Organ != Organ.SecurityCouncil || council.OnlyOne(_own.Date!.Value) is not { } number) return null;
        var symbol = $"S/RES/{number}({_own.Date.Value.Year})";
        return printed.Contains(symbol) || _own.Cited.Contains(symbol) ? null
            : new Claim(symbol, [$"{symbol} is of {Claim.Day(_own.Date.Value)}, and the numbers before and after it are of other days"],
                Witnesses(testimonies.Of(symbol)));
    }

    /// <summary>For a document without a title: the one resolution of its day whose description is what the document speaks of.</summary>
    private Claim? ByDescription(List<Said> possible)
    {
        if (_own.Title.Length > 0) return null;
        (double Share, Said? Said, CitingContext? Best) first = default;
        var second = 0.0;
        foreach (var said in possible)
        {
            (double Share, CitingContext? Best) own = default;
            foreach (var testimony in said.All)
                if (testimony.Date == _own.Date && Share(testimony) is var share && share > own.Share) own = (share, testimony);
            if (own.Share > first.Share)
            {
                second = first.Share;
                first = (own.Share, said, own.Best);
            }
            else second = Math.Max(second, own.Share);
        }
        if (first.Best is null || first.Share < 0.9 || second > 0.6) return null;
        return new Claim(first.Said!.Symbol,
            [$"{first.Said.Symbol} is cited with the date {Claim.Day(_own.Date!.Value)} and as being \"on {string.Join(' ', first.Best.FirstPhrase().ToArray())}\", which is what the document speaks of"],
            Witnesses(first.Said.All.Where(t => t.Date == _own.Date)));
    }

    /// <summary>Share of a description's words that the document uses; 0 for a description that says little, or whose words the document
    /// never has side by side.</summary>
    private double Share(CitingContext testimony)
    {
        var stems = new List<string>();
        foreach (var word in testimony.FirstPhrase())
            if (DocumentProfile.IsDistinctive(word)) stems.Add(DocumentProfile.Stem(word));
        var different = stems.Distinct().ToList();
        if (different.Count < FewestWordsOfDescription) return 0;
        var pairs = 0;
        for (var i = 1; i < stems.Count; i++)
            if (_own.Pairs.Contains((stems[i - 1], stems[i]))) pairs++;
        return pairs < 2 ? 0 : (double)different.Count(_own.Stems.ContainsKey) / different.Count;
    }

    private ImmutableArray<int> Witnesses(IEnumerable<CitingContext> said) => [.. said.Select(t => t.Witness).Distinct().Order()];

    private static Claim? Single(IEnumerable<Claim?> claims)
    {
        Claim? one = null;
        foreach (var claim in claims)
        {
            if (claim is null) continue;
            if (one is not null) return null;
            one = claim;
        }
        return one;
    }
}

/// <summary>A symbol and all that is said about it.</summary>
internal sealed record Said(string Symbol, CitingContext[] All);
