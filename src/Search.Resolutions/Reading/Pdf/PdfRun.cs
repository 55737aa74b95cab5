namespace Search.Resolutions.Reading.Pdf;

/// <summary>A stretch of text on a page in one font; all measures in points from the page's upper left corner.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Top of the letters' box, which is 1.1 times the font's size high.</param>
/// <param name="Width">Width, without the space at its end.</param>
/// <param name="Height">Height of the letters' box.</param>
/// <param name="Style">Italic and bold by the font's name.</param>
/// <param name="Text">The letters, with inner and outer spaces; never blank.</param>
/// <param name="IsBarCode">Whether the font draws bars for letters.</param>
internal sealed record PdfRun(double Left, double Top, double Width, double Height, LetterStyle Style, string Text, bool IsBarCode)
{
    /// <summary>Right edge.</summary>
    public double Right => Left + Width;

    /// <summary>Bottom of the letters' box.</summary>
    public double Bottom => Top + Height;
}

/// <summary>One page.</summary>
/// <param name="Width">Width in points.</param>
/// <param name="Height">Height in points.</param>
/// <param name="Runs">What is on it, in the file's order.</param>
internal sealed record PdfPage(double Width, double Height, IReadOnlyList<PdfRun> Runs);
