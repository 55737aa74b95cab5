using System.Collections.Frozen;

namespace Search.Resolutions.Parsing;

/// <summary>Which part of a resolution a paragraph's first words belong to.</summary>
internal enum HeadKind : byte
{
    /// <summary>No governing head.</summary>
    None,

    /// <summary>A participle or adjective: "Recalling", "Deeply concerned".</summary>
    Preambular,

    /// <summary>A verb of the present tense: "Urges", "Also invites".</summary>
    Operative,
}

/// <summary>The governing head at the start of a paragraph.</summary>
/// <param name="Kind">What it governs.</param>
/// <param name="Length">Characters from the paragraph's start to the end of the head, adverbs and particles included.</param>
/// <param name="Known">Whether the word is in the list, not only of the right shape.</param>
internal readonly record struct Head(HeadKind Kind, int Length, bool Known)
{
    private static readonly FrozenSet<string> PreambularWords = Words(
        "Whereas Grieved Supportive Aware Mindful Conscious Cognizant Cognisant Convinced Concerned Alarmed Determined Guided Dismayed Disturbed Distressed Shocked Appalled",
        "Encouraged Inspired Committed Resolved Persuaded Desirous Disappointed Horrified Outraged Pleased Satisfied Grateful Anxious Confident Certain",
        "Eager Indignant Impressed Moved Troubled Preoccupied Pursuant Apprehensive Perturbed Saddened Gratified Sensitive Hopeful Proud Impelled Struck",
        "Recalling Reaffirming Noting Recognizing Recognising Welcoming Expressing Taking Stressing Emphasizing Emphasising Acknowledging Reiterating",
        "Having Bearing Underlining Commending Affirming Considering Condemning Encouraging Underscoring Highlighting Calling Urging Deploring Looking",
        "Acting Determining Remaining Supporting Recommitting Referring Appreciating Regretting Believing Renewing Realizing Realising Being Keeping",
        "Observing Decrying Desiring Seeking Wishing Stating Thanking Paying Declaring Fearing Hoping Insisting Invoking Confirming Approving Accepting",
        "Endorsing Deciding Requesting Inviting Reminding Rejecting Celebrating Congratulating Conscious Viewing Finding Learning Hearing Examining",
        "Sharing Trusting Continuing Understanding Proclaiming Conveying Honouring Honoring Saluting Praising Applauding Drawing Concluding Agreeing Re-emphasizing");

    private static readonly FrozenSet<string> OperativeWords = Words(
        "Accepts Acclaims Acknowledges Acts Adopts Advises Affirms Agrees Amends Appeals Applauds Appoints Appreciates Approves Asks Assures Authorizes Authorises",
        "Bears Believes Calls Cautions Celebrates Commemorates Commends Concludes Concurs Condemns Confirms Congratulates Considers Continues Convenes",
        "Conveys Creates Decides Declares Decries Dedicates Deems Defers Demands Denounces Deplores Designates Determines Directs Draws Elects Emphasizes",
        "Emphasises Empowers Encourages Endorses Entrusts Establishes Examines Expects Expresses Extends Finds Fixes Gives Hails Highlights Holds Honours Hopes",
        "Implores Insists Instructs Intends Invites Joins Keeps Lauds Lifts Looks Makes Nominates Notes Notices Objects Observes Offers Opposes Orders Pays Pledges",
        "Postpones Praises Proclaims Promises Promotes Proposes Protests Reaffirms Realizes Reasserts Recalls Recognizes Recognises Recommends Recommits",
        "Reconfirms Re-emphasizes Reemphasizes Refers Regards Regrets Reiterates Rejects Rejoices Remains Reminds Renews Repeats Repeals Requests Requires Rescinds",
        "Reserves Resolves Salutes Seeks Sends Sets Shares Solicits Stresses Submits Suggests Supports Suspends Takes Terminates Thanks Transmits Trusts",
        "Addresses Records Mandates Reposes Delegates Grants Places Ratifies Waives Discontinues Prohibits Revises Revokes Maintains Modifies Enjoins Pronounces",
        "Underlines Underscores Understands Undertakes Urges Views Voices Warns Welcomes Wishes Withdraws Reminds Appeals Advocates Acquiesces Replaces Abolishes");

    private static readonly FrozenSet<string> Adverbs = Words(
        "Also Always Ever Now Thus Well Very Even Indeed Meanwhile Further Furthermore Again Once again Moreover Nevertheless Finally Still Especially Hereby Therefore Accordingly Consequently Likewise Additionally",
        "also further again hereby therefore thereby furthermore");

    /// <summary>Heads that continue: what may follow which verb, the longest first.</summary>
    private static readonly FrozenDictionary<string, string[]> Phrases = new Dictionary<string, string[]>
    {
        ["calls"] = ["upon", "for", "on"],
        ["calling"] = ["upon", "for", "on"],
        ["takes"] = ["note with appreciation", "note with satisfaction", "note with interest", "note with concern", "note", "into account", "into consideration", "cognizance"],
        ["taking"] = ["note with appreciation", "note with satisfaction", "note with interest", "note with concern", "note", "into account", "into consideration", "cognizance"],
        ["having"] = ["considered", "examined", "heard", "received", "adopted", "studied", "noted", "reviewed", "regard to", "in mind", "determined", "taken note", "taken into account"],
        ["bearing"] = ["in mind"],
        ["bears"] = ["in mind"],
        ["keeping"] = ["in mind"],
        ["keeps"] = ["in mind"],
        ["guided"] = ["by"],
        ["looks"] = ["forward to"],
        ["looking"] = ["forward to"],
        ["pays"] = ["tribute"],
        ["paying"] = ["tribute"],
        ["draws"] = ["attention"],
        ["acting"] = ["under", "in accordance with", "pursuant to"],
        ["pursuant"] = ["to"],
        ["notes"] = ["with appreciation", "with satisfaction", "with interest", "with concern", "with deep concern", "with grave concern", "with regret", "with approval", "with serious concern"],
        ["noting"] = ["with appreciation", "with satisfaction", "with interest", "with concern", "with deep concern", "with grave concern", "with regret", "with approval", "with serious concern"],
        ["welcomes"] = ["with appreciation", "with satisfaction"],
        ["welcoming"] = ["with appreciation", "with satisfaction"],
        ["recalls"] = ["with appreciation", "with satisfaction"],
        ["recalling"] = ["with appreciation", "with satisfaction"],
        ["expresses"] = ["its deep concern", "its grave concern", "its serious concern", "its concern", "its appreciation", "its deep appreciation", "its gratitude", "its satisfaction", "its support", "its full support", "its strong support", "its hope", "its regret", "its intention", "its thanks", "concern", "deep concern", "grave concern", "serious concern", "appreciation", "regret", "satisfaction", "gratitude"],
        ["expressing"] = ["its deep concern", "its grave concern", "its serious concern", "its concern", "its appreciation", "its deep appreciation", "its gratitude", "its satisfaction", "its support", "its full support", "its strong support", "its hope", "its regret", "concern", "deep concern", "grave concern", "serious concern", "appreciation", "regret", "satisfaction", "gratitude", "dismay", "alarm"],
    }.ToFrozenDictionary();

    /// <summary>All words of the lists with what they are; an adverb has no kind.</summary>
    private static readonly FrozenDictionary<string, HeadKind>.AlternateLookup<ReadOnlySpan<char>> Lexicon = Kinds().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the head of a cleaned paragraph.</summary>
    public static Head Read(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && at < 8 && (text[at] is '“' or '"' or '‘' or '\'' or '(' or '[' or '*' or '_' or '…' or '.' or ' ')) at++;
        if (at >= text.Length || !char.IsUpper(text[at])) return default;
        Span<char> word = stackalloc char[24];
        for (var n = 0; n < 4; n++)
        {
            var end = WordEnd(text, at);
            var length = end - at;
            if (length is 0 or > 23) return default;
            text.Slice(at, length).CopyTo(word);
            word[0] = char.ToUpperInvariant(word[0]);
            var w = word[..length];
            var known = Lexicon.TryGetValue(w, out var kind);
            if (kind != HeadKind.None) return new(kind, Extend(text, at, end), Known: true);
            if (n == 0 && length > 5 && w.EndsWith("ing", StringComparison.Ordinal)) return new(HeadKind.Preambular, end, Known: false);
            if (length > 4 && w[^1] == 's' && w[^2] is not ('s' or 'u' or 'i') && TakesObject(text[end..])) return new(HeadKind.Operative, end, Known: false);
            var adverb = known || (length > 4 && w.EndsWith("ly", StringComparison.Ordinal));
            if (!adverb && !(n > 0 && w is "And")) return default;
            at = end;
            while (at < text.Length && text[at] is ' ' or ',') at++;
            if (at >= text.Length || !char.IsLetter(text[at])) return default;
        }
        return default;
    }

    /// <summary>Reads a head in the middle of a sentence, where it has a small letter.</summary>
    public static Head Inside(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return default;
        Span<char> words = stackalloc char[Math.Min(text.Length, 64)];
        text[..words.Length].CopyTo(words);
        words[0] = char.ToUpperInvariant(words[0]);
        return Read(words);
    }

    /// <summary>Whether what follows a word in -s makes it a verb.</summary>
    private static bool TakesObject(ReadOnlySpan<char> rest) =>
        rest.StartsWith(" the ", StringComparison.Ordinal) || rest.StartsWith(" that ", StringComparison.Ordinal) || rest.StartsWith(" its ", StringComparison.Ordinal)
        || rest.StartsWith(" a ", StringComparison.Ordinal) || rest.StartsWith(" an ", StringComparison.Ordinal) || rest.StartsWith(" upon ", StringComparison.Ordinal);

    /// <summary>The head as printed, or null. An emphasised opening of at most a few words is the head, for that is how the verb is set.</summary>
    public static string? Printed(string text, int emphasis, Head head)
    {
        var start = 0;
        while (start < text.Length && text[start] is '“' or '"' or '‘' or '[' or ' ') start++;
        if (start > 0) head = Read(text.AsSpan(start));
        if (emphasis > start && emphasis <= text.Length && emphasis - start <= 48) return text[start..emphasis].TrimEnd(' ', ',', ':');
        return head.Kind == HeadKind.None ? null : text[start..(start + head.Length)];
    }

    private static int Extend(ReadOnlySpan<char> text, int start, int end)
    {
        Span<char> lower = stackalloc char[24];
        text[start..end].ToLowerInvariant(lower);
        if (!Phrases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower[..(end - start)], out var tails))
            return Coordinated(text, Adverb(text, end));
        var from = Adverb(text, end);
        foreach (var tail in tails)
        {
            if (from + 1 + tail.Length > text.Length || text[from] != ' ') continue;
            if (!text.Slice(from + 1, tail.Length).SequenceEqual(tail)) continue;
            var after = from + 1 + tail.Length;
            if (after == text.Length || !char.IsLetter(text[after])) return after;
        }
        return Coordinated(text, from);
    }

    /// <summary>"Recalling also", "Notes further".</summary>
    private static int Adverb(ReadOnlySpan<char> text, int end)
    {
        if (end + 1 >= text.Length || text[end] != ' ') return end;
        var next = WordEnd(text, end + 1);
        return text[(end + 1)..next] is "also" or "further" or "again" or "moreover" or "furthermore" ? next : end;
    }

    /// <summary>"Recalling and reaffirming".</summary>
    private static int Coordinated(ReadOnlySpan<char> text, int end)
    {
        if (end + 5 >= text.Length || !text[end..].StartsWith(" and ", StringComparison.Ordinal)) return end;
        var next = WordEnd(text, end + 5);
        if (next - end - 5 is < 3 or > 20) return end;
        Span<char> word = stackalloc char[24];
        var length = next - end - 5;
        text.Slice(end + 5, length).CopyTo(word);
        word[0] = char.ToUpperInvariant(word[0]);
        return Lexicon.TryGetValue(word[..length], out var kind) && kind != HeadKind.None ? next : end;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsLetter(text[at]) || text[at] is '-' or '‑')) at++;
        return at;
    }

    private static FrozenDictionary<string, HeadKind> Kinds()
    {
        var kinds = Adverbs.ToDictionary(w => w, _ => HeadKind.None, StringComparer.Ordinal);
        foreach (var word in OperativeWords) kinds[word] = HeadKind.Operative;
        foreach (var word in PreambularWords) kinds[word] = HeadKind.Preambular;
        return kinds.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenSet<string> Words(params string[] rows) =>
        rows.SelectMany(r => r.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
