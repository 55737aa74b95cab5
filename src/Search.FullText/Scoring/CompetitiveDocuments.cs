using System.Runtime.CompilerServices;
using Search.FullText.Impacts;

namespace Search.FullText.Scoring;

/// <summary>Chooses from documents of one list those that score enough, without a branch a document.</summary>
internal static unsafe class CompetitiveDocuments
{
    /// <summary>Keeps the documents whose score by BM25 is at least <paramref name="least"/>, and returns how many.</summary>
    /// <param name="documents">Of one list.</param>
    /// <param name="freqs">How often, in the same order.</param>
    /// <param name="chosen">Which of them are wanted; those kept are moved to the front.</param>
    /// <param name="count">Of those wanted.</param>
    /// <param name="weight">The most a document can score.</param>
    /// <param name="saturation">See <see cref="Bm25Cache.Saturation"/>.</param>
    /// <param name="lengths">Length codes by document.</param>
    /// <param name="least">What they must score.</param>
    public static int Keep(int* documents, int* freqs, int* chosen, int count, float weight, float[] saturation, byte* lengths, float least)
    {
        // The frequency alone rules most out, and costs least to look at.
        var kept = 0;
        var rarest = RarestFrequency(weight, saturation, least);
        if (rarest > 1)
        {
            for (var i = 0; i < count; i++)
            {
                var index = chosen[i];
                chosen[kept] = index;
                kept += Unsafe.BitCast<bool, byte>(freqs[index] >= rarest);
            }

            (count, kept) = (kept, 0);
        }

        fixed (float* saturations = saturation)
        {
            for (var i = 0; i < count; i++)
            {
                var index = chosen[i];
                float frequency = freqs[index];
                var score = weight * frequency / (frequency + saturations[lengths[documents[index]]]);
                chosen[kept] = index;
                kept += Unsafe.BitCast<bool, byte>(score >= least);
            }
        }

        return kept;
    }

    /// <summary>No document with fewer occurrences scores <paramref name="least"/>, however short it is.</summary>
    public static int RarestFrequency(float weight, float[] saturation, float least)
    {
        if (least <= 0) return 0;
        var share = least / weight / RoundingSlack.OfScores;
        return share >= 1 ? int.MaxValue : (int)Math.Min(1 << 30, share * saturation[1] / (1 - share) / RoundingSlack.OfScores);
    }
}
