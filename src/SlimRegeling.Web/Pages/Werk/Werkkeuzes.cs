using System.Text.Json;
using SlimRegeling.Web.Api.Zaken;

namespace SlimRegeling.Web.Pages.Werk;

/// <summary>What the list of work can be narrowed to, by the code of the API, in words.</summary>
public static class Werkkeuzes
{
    public static readonly IReadOnlyList<(string Code, string Naam)> Fasen =
    [
        ("behandelen", "Te behandelen"),
        ("wacht-op-aanvrager", "Wacht op de aanvrager"),
        ("ondertekenen", "Te ondertekenen"),
        ("uitvoeren", "Activiteiten lopen"),
        ("vaststellen", "Vast te stellen"),
        ("bezwaar", "Bezwaar loopt"),
        ("wijziging", "Wijziging gevraagd"),
        ("voortgang", "Voortgangsverslag wacht"),
        ("melding", "Melding niet gelezen"),
    ];

    public static readonly IReadOnlyList<(string Code, string Naam)> Termijnen =
    [
        ("verlopen", "Verlopen"),
        ("week", "Verlopen of binnen een week"),
        ("maand", "Verlopen of binnen een maand"),
        ("in-gebreke", "In gebreke gesteld"),
    ];

    public static readonly IReadOnlyList<(string Code, string Naam)> Aanvragers =
    [
        .. ((string[])["mkb-onderneming", "samenwerkingsverband", "grootbedrijf"]).Select(code => (code, Weergave.Aanvragertype(code))),
    ];

    /// <summary>Of a case that is not finished.</summary>
    public static readonly IReadOnlyList<(string Code, string Naam)> Statussen =
    [
        .. (
            (Zaakstatus[])
                [
                    Zaakstatus.Ingediend,
                    Zaakstatus.AanvullingGevraagd,
                    Zaakstatus.Aangevuld,
                    Zaakstatus.Volledig,
                    Zaakstatus.Gerangschikt,
                    Zaakstatus.BudgetGereserveerd,
                    Zaakstatus.Teruggezonden,
                    Zaakstatus.Beoordeeld,
                    Zaakstatus.Verleend,
                    Zaakstatus.InSteekproef,
                    Zaakstatus.BewijsOntvangen,
                    Zaakstatus.Heropend,
                ]
        ).Select(s => (JsonNamingPolicy.KebabCaseLower.ConvertName(s.ToString()), Weergave.Status(s))),
    ];

    /// <summary>Whether it can be taken and given: of a case that was decided on only the objection is work, and that is nobody's.</summary>
    public static bool IsTeVerdelen(WerkTonenRegel zaak) => zaak.Fase != Werkfase.Bezwaar;

    /// <summary>Where a reminder is dealt with, and what it is about.</summary>
    public static (string Waar, string Over) Ingebrekestelling(string zaaknummer, Ingebrekestand stand) =>
        stand switch
        {
            { Bezwaar: { } bezwaar } => ($"/beheer/bezwaren/{bezwaar}#ingebreke", $"bij bezwaar {bezwaar}"),
            { Wijziging: { } wijziging } => ($"/beheer/zaken/{zaaknummer}/wijzigingen", $"over wijziging {wijziging}"),
            { Vaststelling: true } => ($"/beheer/zaken/{zaaknummer}/vaststelling#ingebreke", $"over de vaststelling van zaak {zaaknummer}"),
            _ => ($"/beheer/werk/{zaaknummer}/ingebrekestelling", $"van zaak {zaaknummer}"),
        };

    /// <summary>How long there still is, or for how long it is over.</summary>
    public static string Resteert(int dagen) =>
        dagen switch
        {
            < -1 => $"{-dagen} dagen te laat",
            -1 => "1 dag te laat",
            0 => "vandaag is de laatste dag",
            1 => "nog 1 dag",
            _ => $"nog {dagen} dagen",
        };
}

/// <summary>What became of one case in an act on many.</summary>
/// <param name="Uitleg">Why not; null when it went well.</param>
public sealed record Zaakuitkomst(string Zaaknummer, bool Gelukt, string? Uitleg);

/// <summary>A select in the filter.</summary>
/// <param name="Alle">What it says when nothing is chosen.</param>
public sealed record Filterveld(string Naam, string Titel, string Alle, IReadOnlyList<(string Code, string Naam)> Keuzes, string? Gekozen);
