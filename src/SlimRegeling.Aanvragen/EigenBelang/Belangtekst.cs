using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen.EigenBelang;

/// <summary>What was written about an interest, kept beside the stream.</summary>
public sealed record Belangtekst(string Tekst)
{
    private const int Langst = 2000;

    public static Fout? TeLang(string veld, string? tekst) =>
        tekst?.Trim().Length > Langst ? new Fout(veld, $"Schrijf ten hoogste {Langst} tekens.") : null;
}
