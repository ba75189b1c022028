namespace SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

/// <summary>Section <c>SlimRegeling:Voorbeeldprovider</c>.</summary>
public sealed class Voorbeeldinstellingen
{
    public const string Sectie = "SlimRegeling:Voorbeeldprovider";

    /// <summary>RSA private key in PEM; when given, no key is written to disk.</summary>
    public string? Sleutel { get; set; }

    /// <summary>Folder of the key, where the host names no other.</summary>
    public string? Sleutelmap { get; set; }

    /// <summary>How long a token is good.</summary>
    public TimeSpan Geldigheid { get; set; } = TimeSpan.FromHours(1);
}
