using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Tijdvakken.Regelversies;

/// <summary>A second scheme manager signs what the first proposed: from then on, or from the day that it names, the rule holds.</summary>
public static class Ondertekenen
{
    /// <param name="Hash">The hash of the proposal that was read: what is signed is that and nothing else.</param>
    public sealed record Verzoek(string Hash);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/regelversies/{id}/voorstellen/{voorstel}/ondertekening",
                async (
                    string id,
                    int voorstel,
                    Verzoek verzoek,
                    Stroom<Regelbeheer> stroom,
                    Persoon persoon,
                    Moment moment,
                    CancellationToken ct
                ) =>
                    Regelboek.Kent(id)
                        ? await stroom.SchrijfOfBegin(
                            Regelbeheer.Stroom(id),
                            beheer => Beslis(id, beheer ?? new(), voorstel, verzoek.Hash, persoon.Onderwerp, moment.Nu),
                            ct
                        )
                        : RegelversiesTonen.Onbekend(id)
            )
            .Voor(Rol.Regelbeheerder)
            .Geeft<Bijgewerkt>();

    public static Beslissing Beslis(string id, Regelbeheer beheer, int nummer, string hash, string wie, Instant nu)
    {
        var gevonden = beheer.Voorstellen.FirstOrDefault(v => v.Inhoud.Voorstel == nummer);
        if (Voorstel.NietTeTekenen(nummer, gevonden, hash, wie) is { } weigering)
        {
            return weigering;
        }
        var voorstel = gevonden!.Inhoud;
        var standen = new Regelstanden(beheer.Stappen);
        var vanaf = Instant.Max(voorstel.GeldtVanaf ?? nu, nu);
        var regel = standen.Versie(id, vanaf).Zoek(voorstel.Sectie, voorstel.Code)!;
        if (Regelbeeld.Waardevan(regel) != voorstel.Was)
        {
            return Weigering.Van(
                "intussen-gewijzigd",
                $"De regel had bij het voorstel de waarde '{voorstel.Was}' en heeft nu '{Regelbeeld.Waardevan(regel)}'. Zend het voorstel terug en laat het opnieuw doen.",
                $"artikel {regel.Artikel}"
            );
        }
        var wijziging = new Regelwijziging(voorstel.Sectie, voorstel.Code, voorstel.Waarde, voorstel.Bron, voorstel.Toelichting);
        var stap = new Regelstap(id, beheer.Stappen.Count + 1, vanaf, wijziging);
        if (Regelwijzigingcontrole.Fouten(standen, stap) is { Count: > 0 } fouten)
        {
            return Weigering.Van(
                "past-niet-meer",
                $"De wijziging past niet meer bij wat intussen is ondertekend: {fouten[0].Uitleg} Zend het voorstel terug.",
                $"artikel {regel.Artikel}"
            );
        }
        return Getekend(voorstel, stap, standen.Met(stap).Versie(id, vanaf).Hash, [voorstel.Door, wie], nu);
    }

    private static Gebeurtenis Getekend(
        RegelwijzigingVoorgesteld voorstel,
        Regelstap stap,
        string regelhash,
        IReadOnlyList<string> ondertekenaars,
        Instant nu
    ) =>
        voorstel.Waarde is { } waarde
            ? new ParameterGewijzigd(
                stap.Regelversie,
                stap.Volgnummer,
                voorstel.Sectie,
                voorstel.Code,
                waarde,
                voorstel.Bron,
                voorstel.Toelichting,
                stap.GeldtVanaf,
                regelhash,
                voorstel.Voorstel,
                voorstel.Voorstelhash,
                ondertekenaars,
                nu
            )
            : new ParameterBevestigd(
                stap.Regelversie,
                stap.Volgnummer,
                voorstel.Sectie,
                voorstel.Code,
                voorstel.Bron,
                voorstel.Toelichting,
                stap.GeldtVanaf,
                regelhash,
                voorstel.Voorstel,
                voorstel.Voorstelhash,
                ondertekenaars,
                nu
            );
}
