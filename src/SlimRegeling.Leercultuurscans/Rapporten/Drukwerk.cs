using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>What is printed: Dossiers makes an accessible PDF of it, and keeps nothing.</summary>
/// <param name="Aan">For whom it is, line by line.</param>
/// <param name="Taal">In which its words are: nl or en.</param>
public sealed record Drukwerk(
    string Kenmerk,
    LocalDate Datum,
    IReadOnlyList<string> Aan,
    string Titel,
    IReadOnlyList<Drukblok> Blokken,
    string Taal = "nl"
)
{
    private const string Dossiers = "dossiers";

    private sealed record Gedrukt(byte[] Pdf);

    /// <summary>The PDF as an answer.</summary>
    /// <param name="naam">Of the file.</param>
    public async Task<Uitkomst> Druk(string naam, Contextvraag contexten, CancellationToken ct)
    {
        try
        {
            var (gedrukt, weigering) = await contexten.Leg<Gedrukt>(Dossiers, "/drukwerk", this, ct);
            return gedrukt is null ? weigering ?? NietGedrukt : Uitkomst.Ok(new Bestand(gedrukt.Pdf, "application/pdf", naam));
        }
        catch (HttpRequestException)
        {
            return NietGedrukt;
        }
    }

    private static Weigering NietGedrukt =>
        Weigering.Van("niet-gedrukt", "Het bestand kan nu niet worden gemaakt. Probeer het over een minuut opnieuw.") with
        {
            Status = 503,
        };
}

/// <summary>One of a paragraph, a heading, a table, a list and slips to cut apart.</summary>
public sealed record Drukblok(
    string? Alinea = null,
    string? Kop = null,
    IReadOnlyList<string>? Punten = null,
    IReadOnlyList<string>? Koppen = null,
    IReadOnlyList<IReadOnlyList<string>>? Rijen = null,
    IReadOnlyList<Drukstrook>? Stroken = null
)
{
    public static Drukblok Tabel(IReadOnlyList<string> koppen, IEnumerable<IReadOnlyList<string>> rijen) =>
        new(Koppen: koppen, Rijen: [.. rijen]);
}

/// <param name="Link">Printed as a QR code beside the text; null for none.</param>
/// <param name="Beschrijving">What a screen reader tells of that code.</param>
public sealed record Drukstrook(string Tekst, string? Link = null, string Beschrijving = "");
