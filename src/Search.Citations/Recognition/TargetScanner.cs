using System.Globalization;
using System.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>Finds targets of the 2030 Agenda by number: "target 5.2", "targets 8.7 and 16.2", "goal 16, target 9".</summary>
internal readonly struct TargetScanner(TokenText text, List<Mention> mentions)
{
    /// <summary>Reads at the word "target" or "goal"; returns the index after what was used, or <paramref name="i"/>.</summary>
    public int At(int i)
    {
        var at = i + 1;
        if (text[i] == Word.Goal)
        {
            // "goal 16, target 9": goal and target are one number
            var goal = text.Number(at);
            if (goal < 1 || goal > AgendaTargets.GoalCount) return i;
            at++;
            if (text.Is(at, ',')) at++;
            if (text[at] != Word.Target) return i;
            var number = text.Number(at + 1);
            var isDecimal = text.IsGlued(at + 2, '.') && text.Glued(at + 3);
            if (number <= 0 || isDecimal || !AgendaTargets.Exists(goal, text.Chars(at + 1)))
                return At(at) is var end && end > at ? end : i;
            return Add(i, at + 2, string.Create(CultureInfo.InvariantCulture, $"target {goal}.{number}"));
        }
        var items = new StringBuilder();
        var count = 0;
        var joint = "";
        var behind = i;
        while (count <= AgendaTargets.Count && ReadTarget(at, out var end) is { } target)
        {
            items.Append(joint).Append(target);
            count++;
            behind = end;
            at = end;
            joint = ", ";
            if (text.Is(at, ',')) at++;
            if (text[at] == Word.And)
            {
                joint = " and ";
                at++;
            }
            if (at == end) break;
        }
        return count == 0 ? i : Add(i, behind, (count > 1 ? "targets " : "target ") + items);
    }

    private int Add(int first, int end, string pinpoint)
    {
        // goals of 2000, not of 2015
        var of = text[end] == Word.Of ? text[end + 1] == Word.The ? end + 2 : end + 1 : end;
        if (text.Chars(of) is "Millennium") return end;
        mentions.Add(new TargetMention { Span = text.Span(first, end), Pinpoint = pinpoint, PinpointSpan = text.Span(first, end) });
        return end;
    }

    /// <summary>A goal, a full stop, and the number or letter of one of its targets.</summary>
    private string? ReadTarget(int i, out int end)
    {
        end = i;
        if (!text.Is(i + 1, '.') || !text.Glued(i + 1) || !text.Glued(i + 2) || !AgendaTargets.Exists(text.Number(i), text.Chars(i + 2)))
            return null;
        end = i + 3;
        return $"{text.Chars(i)}.{text.Chars(i + 2)}";
    }
}
