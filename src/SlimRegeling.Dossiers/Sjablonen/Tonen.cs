using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers.Sjablonen;

/// <summary>The texts of all kinds of letters, for scheme managers: what is in use, what it may name, and what was proposed.</summary>
public static class Tonen
{
    public sealed record Regel(
        string Soort,
        string Titel,
        int Versie,
        [property: Description("Sinds wanneer; ontbreekt bij versie 1, die het programma meebrengt.")] Instant? Sinds = null,
        [property: Description("Het voorstel dat klaarligt; ontbreekt als er geen is.")] int? Voorstel = null
    );

    public sealed record Veldbeeld(
        string Naam,
        string Uitleg,
        bool Verplicht,
        [property: Description("De voorwaarde waarbinnen het veld moet staan.")] string? Alleen = null
    );

    public sealed record Lijstbeeld(string Naam, string Uitleg, IReadOnlyList<Veldbeeld> Velden);

    public sealed record Versiebeeld(int Versie, string Onderwerp, string Tekst, Instant? Op = null);

    public sealed record Voorstelbeeld(
        int Voorstel,
        [property: Description("Wat de tweede persoon ondertekent.")] string Hash,
        Voorstelstatus Status,
        int Uit,
        string Onderwerp,
        string Tekst,
        string Toelichting,
        [property: Description("Pseudoniem van wie het voorstelde.")] string Door,
        [property: Description("Of u dit zelf voorstelde: dan tekent een ander.")] bool ZelfU,
        Instant Op,
        [property: Description("Wat verandert tegenover de versie waaruit het kwam, regel voor regel.")]
            IReadOnlyList<Verschilregel> Verschil,
        string? Ondertekenaar = null,
        [property: Description("Waarom het terugging.")] string? Reden = null
    );

    public sealed record Beeld(
        string Soort,
        string Titel,
        [property: Description("De versie waarmee brieven nu worden geschreven.")] int Versie,
        string Onderwerp,
        string Tekst,
        IReadOnlyList<Veldbeeld> Velden,
        IReadOnlyList<Lijstbeeld> Lijsten,
        IReadOnlyList<Voorwaarde> Voorwaarden,
        [property: Description("De nieuwste eerst.")] IReadOnlyList<Versiebeeld> Versies,
        [property: Description("De nieuwste eerst.")] IReadOnlyList<Voorstelbeeld> Voorstellen
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/briefsjablonen", Lijst).Voor(Rol.Regelbeheerder).Geeft<IReadOnlyList<Regel>>();
        api.MapGet("/briefsjablonen/{soort}", Toon).Voor(Rol.Regelbeheerder).Geeft<Beeld>();
    }

    private static async Task<Uitkomst> Lijst(Werkeenheid<DossiersContext> eenheid, CancellationToken ct)
    {
        var ids = Briefsoorten.Alle.Select(s => Briefsjabloon.Stroom(s.Code)).ToArray();
        var gevonden = (await eenheid.Sessie.LoadManyAsync<Briefsjabloon>(ct, ids)).ToDictionary(s => s.Id);
        return Uitkomst.Ok(
            Briefsoorten
                .Alle.Select(soort =>
                {
                    var sjabloon = gevonden.GetValueOrDefault(Briefsjabloon.Stroom(soort.Code)) ?? new();
                    return new Regel(
                        soort.Code,
                        soort.Titel,
                        sjabloon.Versie,
                        sjabloon.Versies.Count == 0 ? null : sjabloon.Versies[^1].Op,
                        sjabloon.Voorgelegd?.Voorstel
                    );
                })
                .ToList()
        );
    }

    private static async Task<Uitkomst> Toon(
        string soort,
        Stroom<Briefsjabloon> stroom,
        Werkeenheid<DossiersContext> eenheid,
        Persoon persoon,
        CancellationToken ct
    )
    {
        if (Briefsoorten.Zoek(soort) is not { } brief)
        {
            return Voorstel.OnbekendeSoort(soort);
        }
        var sjabloon = await stroom.Lees(Briefsjabloon.Stroom(soort), ct) ?? new();
        var voorstellen = new List<Voorstelbeeld>();
        foreach (var voorstel in sjabloon.Voorstellen.Reverse())
        {
            var reden = voorstel.Terugzending is { } terug ? await eenheid.Lees<Reden>(terug.Reden, ct) : null;
            voorstellen.Add(Van(brief, sjabloon, voorstel, reden, persoon.Onderwerp));
        }
        var nu = sjabloon.Tekst(brief, sjabloon.Versie);
        return Uitkomst.Ok(
            new Beeld(
                brief.Code,
                brief.Titel,
                sjabloon.Versie,
                nu.Onderwerp,
                nu.Tekst,
                [.. brief.Velden.Velden.Select(veld => Van(brief.Velden, veld))],
                [
                    .. brief.Velden.Lijsten.Select(l => new Lijstbeeld(
                        l.Naam,
                        l.Uitleg,
                        [.. l.Velden.Select(veld => Van(brief.Velden, veld))]
                    )),
                ],
                [.. brief.Velden.Voorwaarden],
                [
                    .. sjabloon.Versies.Reverse().Select(v => Van(brief, sjabloon, v)),
                    Van(brief, sjabloon, new(1, 0, default)) with
                    {
                        Op = null,
                    },
                ],
                voorstellen
            )
        );
    }

    private static Veldbeeld Van(Briefvelden velden, Veld veld) =>
        new(veld.Naam, veld.Uitleg, velden.Verplicht.Contains(veld.Naam), veld.Alleen);

    private static Versiebeeld Van(Briefsoort soort, Briefsjabloon sjabloon, Sjabloonversie versie)
    {
        var tekst = sjabloon.Tekst(soort, versie.Versie);
        return new(versie.Versie, tekst.Onderwerp, tekst.Tekst, versie.Op);
    }

    private static Voorstelbeeld Van(Briefsoort soort, Briefsjabloon sjabloon, Sjabloonvoorstel voorstel, Reden? reden, string wie)
    {
        var (inhoud, uit) = (voorstel.Inhoud, sjabloon.Tekst(soort, voorstel.Inhoud.Uit));
        return new(
            inhoud.Voorstel,
            inhoud.Voorstelhash,
            voorstel.Status,
            inhoud.Uit,
            inhoud.Onderwerp,
            inhoud.Tekst,
            inhoud.Toelichting,
            inhoud.Door,
            inhoud.Door == wie,
            inhoud.Op,
            Tekstverschil.Tussen($"{uit.Onderwerp}\n\n{uit.Tekst}", $"{inhoud.Onderwerp}\n\n{inhoud.Tekst}"),
            voorstel.Ondertekenaar,
            reden?.Tekst
        );
    }
}
