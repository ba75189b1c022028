namespace SlimRegeling.Web.Geldwerk;

/// <summary>A table on a page for finance: a card for each row on a small screen.</summary>
/// <param name="Titel">What it is, for who does not see it.</param>
/// <param name="Rijen">Each with as many cells as there are heads; the first names the row.</param>
public sealed record Tabel(string Titel, IReadOnlyList<Kop> Koppen, IReadOnlyList<IReadOnlyList<Cel>> Rijen)
{
    public static Tabel Van<T>(string titel, IReadOnlyList<Kop> koppen, IEnumerable<T> rijen, Func<T, IReadOnlyList<Cel>> rij) =>
        new(titel, koppen, [.. rijen.Select(rij)]);
}

/// <param name="Getal">Amounts stand under each other.</param>
public sealed record Kop(string Naam, bool Getal = false)
{
    public static implicit operator Kop(string naam) => new(naam);

    public static Kop Bedrag(string naam) => new(naam, true);
}

/// <param name="Pad">Where it leads; null when it leads nowhere.</param>
/// <param name="Uitleg">What stands below it.</param>
/// <param name="Uitleg2">What stands below that.</param>
public sealed record Cel(string Tekst, string? Pad = null, string? Uitleg = null, string? Uitleg2 = null)
{
    public static implicit operator Cel(string? tekst) => new(string.IsNullOrEmpty(tekst) ? "–" : tekst);

    public static implicit operator Cel(decimal bedrag) => new(Weergave.Bedrag(bedrag));

    public static implicit operator Cel(DateOnly? dag) => new(dag is { } d ? Weergave.Dag(d) : "–");

    /// <summary>The number of a case, with its page.</summary>
    public static Cel Zaak(string zaaknummer) => zaaknummer.Length == 0 ? new("–") : new(zaaknummer, $"/zaken/{zaaknummer}");
}
