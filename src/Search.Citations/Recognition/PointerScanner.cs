using Search.Resolutions;
using System.Collections.Immutable;

namespace Search.Citations.Recognition;

/// <summary>Finds words that point back or at the document itself: "that Convention", "the said Protocol", "the Strategy", "the present
/// resolution", "the Protocols thereto".</summary>
internal readonly struct PointerScanner(TokenText text, List<Mention> mentions)
{
    /// <summary>Words between article and noun that a short name may have.</summary>
    private const int MostWords = 8;

    /// <summary>Reads at a determiner; returns the index after what was used, or <paramref name="i"/>.</summary>
    public int At(int i)
    {
        switch (text[i])
        {
            case Word.Present or Word.This when text[i + 1] is Word.Resolution or Word.Decision:
                if (ActNumberReader.Read(text, i + 2) is { Shape: not ActShape.Plain }) return i;
                mentions.Add(new SelfMention { Span = text.Span(text[i - 1] == Word.The ? i - 1 : i, i + 2) });
                return i + 2;
            case Word.Present when text[i - 1] == Word.The && text[i + 1].IsTitleNoun():
                return Read(i - 1, i + 1, true, own: true);
            case Word.That or Word.This:
                return Read(i, i + 1, true, own: text[i] == Word.This);
            case Word.Its:
                return AtIts(i);
            case Word.Said or Word.Same or Word.AboveMentioned:
                return Read(text[i - 1] is Word.The or Word.That ? i - 1 : i, i + 1, true);
            case Word.Above when text.IsDash(i + 1) && text[i + 2] == Word.Mentioned:
                return Read(text[i - 1] is Word.The ? i - 1 : i, i + 3, true);
            case Word.Above when text[i - 1] == Word.The && text[i + 1] is Word.Resolution or Word.Decision:
                return Read(i - 1, i + 1, true);
            case Word.The:
                return Read(i, i + 1, false);
            default:
                return i;
        }
    }

    /// <summary>"its Charter", "its founding Agreement", "its provisional rules of procedure".</summary>
    private int AtIts(int i)
    {
        var at = i + 1;
        if (text.Chars(at) is "provisional") at++;
        if (text[at] == Word.Rules && text[at + 1] == Word.Of && text.Chars(at + 2) is "procedure")
        {
            Add(i, at, at + 3, Word.Rules, false, possessive: true);
            return at + 3;
        }
        if (AtProtocols(i) is var behind && behind > i) return behind;
        at = text.Chars(i + 1) is "founding" or "constituent" or "constitutive" or "own" ? i + 2 : i + 1;
        if (!text.IsCapitalized(at) || text[at] is not (Word.Charter or Word.Agreement or Word.Statute) || text.IsCapitalized(at + 1)
            || TitleScanner.GoesOn(text, at + 1))
            return i;
        Add(i, at, at + 1, text[at], false, possessive: true);
        return at + 1;
    }

    /// <summary>"the Convention on ... and its Optional Protocol": a convention just named, and what supplements it.</summary>
    private int AtProtocols(int i)
    {
        var noun = text.Chars(i + 1) is "Optional" or "Additional" ? i + 2 : i + 1;
        if (text[noun] is not (Word.Protocol or Word.Protocols) || !text.IsCapitalized(noun) || text.IsCapitalized(noun + 1)
            || TitleScanner.GoesOn(text, noun + 1))
            return i;
        if (text[i - 1] is not (Word.And or Word.With) || mentions is not [.., NameMention named] || text.IndexAt(named.Span.End) < i - 2)
            return i;
        mentions.Add(new ProtocolsTheretoMention
        {
            Span = text.Span(i, noun + 1),
            Group = text.Span(i + 1, noun + 1).In(text.Text).ToString()
        });
        return noun + 1;
    }

    /// <summary>Reads "Protocols thereto", whose "thereto" is token <paramref name="i"/>.</summary>
    public void AtThereto(int i)
    {
        var noun = i - 1;
        if (text[noun] is not (Word.Protocol or Word.Protocols or Word.Annex)) return;
        if (text[noun] == Word.Annex) return;
        var first = noun;
        while (text.IsCapitalized(first - 1) && noun - first < MostWordsBefore) first--;
        mentions.Add(new ProtocolsTheretoMention
        {
            Span = text.Span(first, i + 1),
            Group = text.Span(first, noun + 1).In(text.Text).ToString()
        });
    }

    private int Read(int first, int at, bool demonstrative, bool own = false)
    {
        if (demonstrative && text[at] is Word.Resolution or Word.Decision && !HasNumber(at + 1))
        {
            if (!demonstrative) return first;
            Add(first, at, at + 1, text[at], true);
            return at + 1;
        }
        if (demonstrative && !own && IsPlainNoun(at))
        {
            Add(first, at, at + 1, text[at], true);
            return at + 1;
        }
        var year = text.Number(at) is >= FirstYear and <= LastYear && text.IsCapitalized(at + 1);
        if (!text.IsCapitalized(at) && !year) return first;
        var noun = -1;
        var end = at;
        for (var i = year ? at + 1 : at; i < at + MostWords; i++)
        {
            if (text.IsCapitalized(i))
            {
                if (text[i].IsTitleNoun()) noun = noun < 0 ? i : noun;
                end = i + 1;
                if (noun >= 0 && !Extends(i + 1)) break;
            }
            else if (text.IsDash(i) && text.Glued(i) && text.Glued(i + 1))
            {
            }
            else if (text[i] is Word.Of or Word.And or Word.For or Word.On && text.IsCapitalized(i + 1))
            {
                if (noun < 0 ? text[i] != Word.And : !Extends(i)) break;
            }
            else
            {
                break;
            }
        }
        if (noun < 0 && IsCalledByPlace(at))
        {
            Add(first, at, at + 2, Word.Agreement, demonstrative);
            return at + 2;
        }
        if (noun < 0 || text[end - 1] == Word.Programme) return first; // "the United Nations Environment Programme" is a body
        // what follows makes it a title of its own or the name of a body
        if (TitleScanner.GoesOn(text, end) || TitleScanner.NamesBody(text, noun, end) || text.Chars(end) is "between") return first;
        Add(first, at, end, text[noun], demonstrative, own: own);
        return end;
    }

    /// <summary>The years by which works are called, and words of a short name before its noun.</summary>
    private const int FirstYear = 1850, LastYear = 2099, MostWordsBefore = 4;

    /// <summary>"that treaty", "the said convention": the noun in small letters, for a work named by it just before.</summary>
    private bool IsPlainNoun(int at) =>
        !text.IsCapitalized(at)
            && text[at] is Word.Treaty or Word.Convention or Word.Protocol or Word.Covenant or Word.Statute or Word.Charter
                or Word.Declaration && !text.IsCapitalized(at + 1) && !text.IsDash(at + 1);

    /// <summary>"the Paris agreements", "the Lusaka accord": a place and a noun in small letters.</summary>
    private bool IsCalledByPlace(int at) =>
        text[at] == Word.Other && text.IsCapitalized(at) && IsPlainAccord(at + 1);

    private bool IsPlainAccord(int at) =>
        text[at] is Word.Agreement or Word.Agreements or Word.Accord && !text.IsCapitalized(at) && !text.IsCapitalized(at + 1);

    /// <summary>Whether a short name continues: "of Action", "and Programme of Action".</summary>
    private bool Extends(int i) => text[i] switch
    {
        Word.Of => text.IsCapitalized(i + 1) && text[i + 1] is Word.Action or Word.Memorandum or Word.Other
            && text[i - 1] is Word.Programme or Word.Plan or Word.Platform or Word.Code,
        Word.For => text.IsCapitalized(i + 1) && text[i + 1] == Word.Action,
        Word.And => text.IsCapitalized(i + 1) && (text[i + 1].IsWork() || text.IsCapitalized(i + 2) && text[i + 2].IsWork()),
        var word => text.IsCapitalized(i) && (word.IsWork() || word is Word.Action),
    };

    private bool HasNumber(int i) => text[i] == Word.Digits || text[i] == Word.No;

    private void Add(int first, int at, int end, Word noun, bool demonstrative, bool own = false, bool possessive = false)
    {
        var words = ImmutableArray.CreateBuilder<string>(end - at);
        for (var i = at; i < end; i++)
            if (text.IsLetters(i) || text[i] == Word.Digits) words.Add(text.Chars(i).ToString());
        mentions.Add(new PointerMention
        {
            Span = text.Span(first, end),
            Noun = noun.Singular(),
            Demonstrative = demonstrative,
            Own = own,
            Possessive = possessive,
            Words = words.ToImmutable()
        });
    }
}
