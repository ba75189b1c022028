using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Aanvraagformulieren;

/// <summary>The forms: of a draft, and of each rule version for each type of applicant.</summary>
internal static class Formulierboek
{
    private static readonly ConditionalWeakTable<Regelversie, ConcurrentDictionary<string, Groepveld>> Boek = [];

    /// <summary>Every field that a form can have, with what holds in any window.</summary>
    public static Groepveld Concept { get; } = Formulier(new Formuliersoort(Regelboek.Laad()[^1], null));

    /// <param name="aanvragertype">One that the version knows.</param>
    public static Groepveld Voor(Regelversie versie, string aanvragertype) =>
        Boek.GetOrCreateValue(versie).GetOrAdd(aanvragertype, static (type, versie) => Formulier(new Formuliersoort(versie, type)), versie);

    /// <summary>The activities of a form of any window.</summary>
    public static Lijstveld Activiteiten { get; } = Concept.Velden.OfType<Lijstveld>().Single(v => v.Naam == "activiteiten");

    private static Groepveld Formulier(Formuliersoort soort) => (Groepveld)MetArtikel(Geheel(soort), null);

    private static Groepveld Geheel(Formuliersoort soort) =>
        new(
            "",
            Naam(soort.Type),
            [
                .. soort.VoorEen ? (Veld[])[Ondernemingsvelden.Onderneming(soort)] : [],
                .. soort.VoorPartijen ? (Veld[])[Partijvelden.Partijen(soort)] : [],
                Activiteitvelden.Activiteiten(soort),
                Planvelden.Plan(soort),
                Verklaringvelden.Verklaringen(soort),
                Verklaringvelden.Rekening(soort),
            ]
        )
        {
            Artikel = soort.Document(Documentcode.Aanvraagformulier),
            Niet =
                soort.IsConcept ? []
                : soort.VoorPartijen
                    ?
                    [
                        new(
                            "onderneming",
                            "Een samenwerkingsverband vult de gegevens in bij elke partij. Haal dit weg.",
                            soort.Document(Documentcode.BegrotingPerPartij),
                            Let.Verplicht
                        ),
                    ]
                :
                [
                    new(
                        "partijen",
                        "In dit tijdvak vraagt één onderneming aan. Haal de partijen weg, of kies een tijdvak voor samenwerkingsverbanden.",
                        soort.Eis(Eiscode.Aanvragertype),
                        Let.Verplicht
                    ),
                ],
        };

    /// <summary>A field without an article of its own is asked by that of what it stands in.</summary>
    private static Veld MetArtikel(Veld veld, string? buiten)
    {
        var artikel = veld.Artikel ?? buiten;
        return veld switch
        {
            Groepveld groep => groep with { Artikel = artikel, Velden = [.. groep.Velden.Select(v => MetArtikel(v, artikel))] },
            Lijstveld lijst => lijst with { Artikel = artikel, Element = MetArtikel(lijst.Element, artikel) },
            _ => veld with { Artikel = artikel },
        };
    }

    private static Woorden Naam(string? type) =>
        type switch
        {
            Aanvragertype.Samenwerkingsverband => new(
                "Aanvraag SLIM-subsidie van een samenwerkingsverband",
                "SLIM subsidy application of a partnership"
            ),
            Aanvragertype.Grootbedrijf => new(
                "Aanvraag SLIM-subsidie van een grootbedrijf",
                "SLIM subsidy application of a large enterprise"
            ),
            _ => new("Aanvraag SLIM-subsidie van een mkb-onderneming", "SLIM subsidy application of a small or medium-sized enterprise"),
        };
}
