namespace Search.Catalog;

/// <summary>A field of answers that has another name now: it stays, and is described as deprecated.</summary>
/// <param name="replacement">The field to use.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DeprecatedFieldAttribute(string replacement) : Attribute
{
    /// <summary>The field to use, as in JSON.</summary>
    public string Replacement { get; } = replacement;
}
