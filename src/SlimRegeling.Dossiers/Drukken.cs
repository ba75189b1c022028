using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers;

/// <summary>
/// Prints for another context what is no letter and belongs to no case: the same accessible PDF as a letter, of words that only that context knows.
/// Nothing of it is kept.
/// </summary>
public static class Drukken
{
    private const long Grootste = 2 * 1024 * 1024;

    /// <param name="Aan">For whom it is, line by line.</param>
    /// <param name="Taal">In which its words are: nl or en.</param>
    public sealed record Drukwerk(
        string Kenmerk,
        LocalDate Datum,
        IReadOnlyList<string> Aan,
        string Titel,
        IReadOnlyList<Drukblok> Blokken,
        string Taal = "nl"
    );

    /// <summary>One of a paragraph, a heading, a table, a list and slips to cut apart: whichever is there.</summary>
    /// <param name="Koppen">Of a table, with <c>Rijen</c>.</param>
    public sealed record Drukblok(
        string? Alinea = null,
        string? Kop = null,
        IReadOnlyList<string>? Punten = null,
        IReadOnlyList<string>? Koppen = null,
        IReadOnlyList<IReadOnlyList<string>>? Rijen = null,
        IReadOnlyList<Strook>? Stroken = null
    );

    /// <param name="Link">Printed as a QR code beside the text.</param>
    /// <param name="Beschrijving">What a screen reader tells of that code.</param>
    public sealed record Strook(string Tekst, string? Link = null, string Beschrijving = "");

    /// <param name="Pdf">Its bytes, in base64.</param>
    public sealed record Gedrukt(byte[] Pdf);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/drukwerk", Voer).Voor(Rol.Dienst).SlaatNietsOp().Hoogstens(Grootste).Geeft<Gedrukt>();

    private static Task<Uitkomst> Voer(Drukwerk drukwerk) => Task.FromResult(Uitkomst.Ok(new Gedrukt(Pdfbrief.Maak(Inhoud(drukwerk)))));

    public static Briefinhoud Inhoud(Drukwerk drukwerk) =>
        new(
            drukwerk.Kenmerk,
            drukwerk.Datum,
            Uitvoerder.Naam,
            drukwerk.Aan,
            drukwerk.Titel,
            [.. drukwerk.Blokken.Select(Blok)],
            [],
            $"{Uitvoerder.Naam}, {Uitvoerder.Postadres}",
            drukwerk.Taal == "en" ? Brieftaal.Engels : Brieftaal.Nederlands
        );

    private static Briefblok Blok(Drukblok blok) =>
        blok switch
        {
            { Kop: { } kop } => new Kop(kop),
            { Koppen: { } koppen, Rijen: { } rijen } => new Tabel(koppen, rijen),
            { Punten: { } punten } => new Opsomming(punten),
            { Stroken: { } stroken } => new Strookjes([.. stroken.Select(s => new Strookje(s.Tekst, s.Link, s.Beschrijving))]),
            _ => new Alinea(blok.Alinea ?? ""),
        };
}
