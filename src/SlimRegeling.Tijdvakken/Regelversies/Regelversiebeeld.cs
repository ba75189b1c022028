using NodaTime;
using SlimRegeling.Regels;

namespace SlimRegeling.Tijdvakken.Regelversies;

/// <summary>A rule version in a list of them.</summary>
/// <param name="Nummering">The numbering of the articles that it cites: of before (<c>oud</c>) or since 28 February 2025.</param>
/// <param name="Hash">SHA-256 over every rule in substance; a decision records with which one it was taken.</param>
/// <param name="Onbevestigd">How many of its rules no source at hand confirms.</param>
/// <param name="Vorige">Absent for the first.</param>
public sealed record Regelversieregel(
    string Id,
    string Titel,
    LocalDate Vanaf,
    Nummering Nummering,
    IReadOnlyList<string> Aanvragertypen,
    string Hash,
    int Onbevestigd,
    string? Vorige = null
)
{
    public static Regelversieregel Van(Regelversie versie) =>
        new(
            versie.Id,
            versie.Titel,
            versie.Vanaf,
            versie.Nummering,
            versie.Aanvragertypen,
            versie.Hash,
            versie.Onbevestigd.Count(),
            versie.Vorige
        );
}

/// <summary>A rule version with every rule, to lay beside the regulation.</summary>
public sealed record Regelversiebeeld(
    string Id,
    string Titel,
    LocalDate Vanaf,
    Nummering Nummering,
    IReadOnlyList<string> Aanvragertypen,
    string Hash,
    IReadOnlyList<Bronbeeld> Bronnen,
    IReadOnlyList<Sectiebeeld> Secties,
    string? Vorige = null
)
{
    public static Regelversiebeeld Van(Regelversie versie) =>
        new(
            versie.Id,
            versie.Titel,
            versie.Vanaf,
            versie.Nummering,
            versie.Aanvragertypen,
            versie.Hash,
            [.. versie.Bronnen.OrderBy(b => b.Key, StringComparer.Ordinal).Select(b => new Bronbeeld(b.Key, b.Value))],
            [
                .. versie
                    .AlleRegels.GroupBy(r => r.Sectie)
                    .Select(g => new Sectiebeeld(
                        g.Key,
                        [.. g.OrderBy(r => r.Code, StringComparer.Ordinal).Select(r => Regelbeeld.Van(r))]
                    )),
            ],
            versie.Vorige
        );
}

/// <param name="Code">What the rules write in <c>bron</c>.</param>
public sealed record Bronbeeld(string Code, string Omschrijving);

public sealed record Sectiebeeld(string Sectie, IReadOnlyList<Regelbeeld> Regels);

/// <summary>One rule of a version.</summary>
/// <param name="Inhoud">What it says, in one line: <c>60 procent</c>, <c>13 weken na sluiting van het tijdvak</c>.</param>
/// <param name="Artikel">In the numbering of the version, ready to follow the word "artikel".</param>
/// <param name="ArtikelOud">In the numbering of before 28 February 2025, when the version has the other and it is known.</param>
/// <param name="ArtikelNieuw">In the numbering since 28 February 2025, when the version has the other and it exists there.</param>
/// <param name="Waarde">Of a parameter, or the length of a term: what a change gives anew.</param>
/// <param name="Aanvragertypen">For whom it holds; absent when it makes no difference between applicants.</param>
public sealed record Regelbeeld(
    string Sectie,
    string Code,
    string Inhoud,
    string Artikel,
    string Bron,
    Status Status,
    string? ArtikelOud = null,
    string? ArtikelNieuw = null,
    string? Titel = null,
    string? Waarde = null,
    string? Eenheid = null,
    string? Toelichting = null,
    IReadOnlyList<string>? Aanvragertypen = null
)
{
    public static Regelbeeld Van(Regel regel) =>
        new(
            regel.Sectie,
            regel.Code,
            regel.Beeld,
            regel.Artikel,
            regel.Bron,
            regel.Status,
            regel.ArtikelOud,
            regel.ArtikelNieuw,
            (regel as BenoemdeRegel)?.Titel,
            Waardevan(regel),
            (regel as Parameter)?.Eenheid ?? (regel as Termijn)?.Eenheid,
            regel.Toelichting,
            (regel as RegelVoorTypen)?.Aanvragertypen
        );

    /// <summary>Null for a rule without a value.</summary>
    internal static string? Waardevan(Regel regel) =>
        regel switch
        {
            Parameter parameter => parameter.Waarde,
            Termijn termijn => termijn.Lengte.ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => null,
        };
}
