namespace SlimRegeling.Regels;

/// <summary>The kinds of parties of a partnership (articles 2.1 and 2.21, second paragraph).</summary>
public static class Partijsoort
{
    public const string MkbOnderneming = "mkb-onderneming";
    public const string Brancheorganisatie = "brancheorganisatie";
    public const string Onderwijsinstelling = "onderwijsinstelling";
    public const string OenOFonds = "oeno-fonds";
    public const string Werkgeversvereniging = "werkgeversvereniging";
    public const string Werknemersvereniging = "werknemersvereniging";

    public static IReadOnlyList<string> Alle { get; } =
    [MkbOnderneming, Brancheorganisatie, Onderwijsinstelling, OenOFonds, Werkgeversvereniging, Werknemersvereniging];
}

/// <summary>A party of a partnership.</summary>
/// <param name="Soort">One of <see cref="Partijsoort"/>.</param>
/// <param name="AandeelKosten">Euro of the external and wage costs together that the party bears, before the surcharge; those of all
/// parties sum to <see cref="Berekening.ExternEnLoon"/> (the caller has checked that).</param>
/// <param name="Onderneming">Null where the party is no firm.</param>
/// <param name="VerbondenMet">KVK numbers of the enterprises that the party is linked to.</param>
public sealed record Deelnemer(
    string KvkNummer,
    bool Hoofdaanvrager,
    string Soort,
    decimal AandeelKosten,
    Onderneming? Onderneming,
    IReadOnlyList<string> VerbondenMet
);

/// <summary>What one party of a partnership receives, in euro.</summary>
public sealed record Partijdeel(string KvkNummer, decimal Bedrag);
