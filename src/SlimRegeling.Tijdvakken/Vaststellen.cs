using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Tijdvakken.Regelversies;

namespace SlimRegeling.Tijdvakken;

/// <summary>The scheme manager publishes a window with its ceiling (2.6, 2.7).</summary>
public static class Vaststellen
{
    // The scheme began in 2020; what lies far beyond is a typing error.
    private const int EersteJaar = 2020;
    private const int LaatsteJaar = 2100;

    /// <param name="Opent">Wall clock in Amsterdam.</param>
    /// <param name="Sluit">Wall clock in Amsterdam; what comes at this moment or later is late.</param>
    public sealed record Verzoek(
        string Id,
        string Aanvragertype,
        LocalDateTime Opent,
        LocalDateTime Sluit,
        decimal Plafond,
        Volgorde Volgorde,
        string Regelversie
    );

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/tijdvakken", Voer).Voor(Rol.Regelbeheerder).Geeft<Bijgewerkt>(201);

    private static async Task<Uitkomst> Voer(
        Verzoek verzoek,
        Stroom<Tijdvak> tijdvakken,
        Werkeenheid<TijdvakkenContext> eenheid,
        Moment moment,
        CancellationToken ct
    )
    {
        if (Controleer(verzoek) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        var regels = await RegelversiesTonen.Standen(eenheid, ct);
        var uitkomst = await tijdvakken.SchrijfOfBegin(verzoek.Id, tijdvak => Beslis(tijdvak, verzoek, regels, moment.Nu), ct);
        if (uitkomst.Weigering is null)
        {
            Plafondstand.Begin(eenheid.Sessie, verzoek.Id, verzoek.Plafond);
            return uitkomst with { Status = 201, Locatie = $"/v1/tijdvakken/{verzoek.Id}" };
        }
        return uitkomst;
    }

    /// <summary>A window is published once; after that it is changed by dated decisions.</summary>
    public static Beslissing Beslis(Tijdvak? tijdvak, Verzoek verzoek, Regelstanden regels, Instant nu) =>
        tijdvak is not null
            ? Weigering.Van("tijdvak-bestaat", $"Tijdvak {verzoek.Id} is al vastgesteld. Wijzig het met een nieuw besluit.", "artikel 2.6")
            : new TijdvakVastgesteld(
                verzoek.Aanvragertype,
                Moment.Op(verzoek.Opent),
                Moment.Op(verzoek.Sluit),
                verzoek.Plafond,
                verzoek.Volgorde,
                verzoek.Regelversie,
                nu,
                regels.Versie(verzoek.Regelversie, nu).Hash
            );

    private static List<Fout> Controleer(Verzoek verzoek)
    {
        var fouten = new List<Fout>();
        if (verzoek.Id.Length is 0 or > 40 || verzoek.Id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
        {
            fouten.Add(new Fout("id", "Gebruik kleine letters, cijfers en streepjes, bijvoorbeeld 2026-04-mkb."));
        }
        foreach (var (veld, moment) in ((string, LocalDateTime)[])[("opent", verzoek.Opent), ("sluit", verzoek.Sluit)])
        {
            if (moment.Year is < EersteJaar or > LaatsteJaar)
            {
                fouten.Add(new Fout(veld, $"Kies een jaar van {EersteJaar} tot en met {LaatsteJaar}."));
            }
        }
        if (verzoek.Sluit <= verzoek.Opent)
        {
            fouten.Add(new Fout("sluit", "Het tijdvak sluit niet na de opening. Kies een later moment.", "artikel 2.6"));
        }
        if (verzoek.Plafond <= 0)
        {
            fouten.Add(new Fout("plafond", "Geef een plafond boven nul.", "artikel 2.7"));
        }
        if (!Regelboek.Kent(verzoek.Regelversie))
        {
            fouten.Add(new Fout("regelversie", $"Regelversie '{verzoek.Regelversie}' bestaat niet."));
        }
        else if (Regelboek.Versie(verzoek.Regelversie) is var versie && !versie.Aanvragertypen.Contains(verzoek.Aanvragertype))
        {
            fouten.Add(
                new Fout(
                    "aanvragertype",
                    $"Onder regelversie {versie.Id} kan alleen worden aangevraagd door: {string.Join(", ", versie.Aanvragertypen)}.",
                    $"artikel {versie.Eis(Eiscode.Aanvragertype).Artikel}"
                )
            );
        }
        return fouten;
    }
}
