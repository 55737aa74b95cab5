namespace Search.FullText;

/// <summary>The language of a text field: which endings and function words an unquoted word does without. The
/// numbers are stored in the index.</summary>
public enum TextLanguage
{
    /// <summary>Words are found as written. For several languages in one field, and for languages without
    /// endings such as Chinese.</summary>
    None = 0,

    /// <summary>English.</summary>
    English = 1,

    /// <summary>French.</summary>
    French = 2,

    /// <summary>Spanish.</summary>
    Spanish = 3,

    /// <summary>Russian.</summary>
    Russian = 4,

    /// <summary>Arabic.</summary>
    Arabic = 5,
}
