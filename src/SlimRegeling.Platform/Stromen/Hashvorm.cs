namespace SlimRegeling.Platform.Stromen;

/// <summary>A SHA-256 as events and messages name it: 64 hexadecimal digits.</summary>
public static class Hashvorm
{
    /// <summary>What a caller gave for one; null when it has another form, so that nothing else comes into an event or a message.</summary>
    public static string? OfNiets(string? gegeven) => gegeven is { Length: 64 } && gegeven.All(char.IsAsciiHexDigitLower) ? gegeven : null;
}
