using System.ComponentModel;
using NodaTime;
using SlimRegeling.Dossiers.Brieven;

namespace SlimRegeling.Dossiers;

public enum Bloksoort
{
    Alinea,
    Kop,
    Opsomming,
    Tabel,
}

/// <summary>A block of a letter; which members it has follows from its kind.</summary>
public sealed record Briefblokbeeld(
    Bloksoort Soort,
    [property: Description("Van een alinea of kop; een regeleinde begint een nieuwe regel.")] string? Tekst = null,
    [property: Description("Van een opsomming.")] IReadOnlyList<string>? Punten = null,
    [property: Description("Van een tabel.")] IReadOnlyList<string>? Koppen = null,
    [property: Description("Van een tabel: per rij een cel onder elke kop.")] IReadOnlyList<IReadOnlyList<string>>? Rijen = null
);

/// <summary>The same words as the PDF, to be shown as a page: kept with it, as it was sent.</summary>
public sealed record Briefpagina(
    string Kenmerk,
    LocalDate Datum,
    string Afzender,
    [property: Description("Naam en adres, regel voor regel.")] IReadOnlyList<string> Adressering,
    string Onderwerp,
    IReadOnlyList<Briefblokbeeld> Blokken,
    [property: Description("Groet en ondertekening, regel voor regel.")] IReadOnlyList<string> Slot,
    string Voettekst
)
{
    public static Briefpagina Van(Briefinhoud inhoud) =>
        new(
            inhoud.Kenmerk,
            inhoud.Datum,
            inhoud.Afzender,
            inhoud.Adressering,
            inhoud.Onderwerp,
            [.. inhoud.Blokken.Select(Van)],
            inhoud.Slot,
            inhoud.Voettekst
        );

    private static Briefblokbeeld Van(Briefblok blok) =>
        blok switch
        {
            Alinea alinea => new(Bloksoort.Alinea, alinea.Tekst),
            Kop kop => new(Bloksoort.Kop, kop.Tekst),
            Opsomming opsomming => new(Bloksoort.Opsomming, Punten: opsomming.Punten),
            Tabel tabel => new(Bloksoort.Tabel, Koppen: tabel.Koppen, Rijen: tabel.Rijen),
            _ => throw new ArgumentException($"Unknown block {blok.GetType().Name}.", nameof(blok)),
        };
}
