using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers.Sjablonen;

/// <summary>A second scheme manager signs what the first proposed: each letter that is written from then on has this text.</summary>
public static class Ondertekenen
{
    /// <param name="Hash">The hash of the proposal that was read: what is signed is that and nothing else.</param>
    public sealed record Verzoek(string Hash);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/briefsjablonen/{soort}/voorstellen/{voorstel}/ondertekening",
                async (
                    string soort,
                    int voorstel,
                    Verzoek verzoek,
                    Stroom<Briefsjabloon> stroom,
                    Persoon persoon,
                    Moment moment,
                    CancellationToken ct
                ) =>
                    Briefsoorten.Zoek(soort) is { } brief
                        ? await stroom.SchrijfOfBegin(
                            Briefsjabloon.Stroom(soort),
                            sjabloon => Beslis(brief, sjabloon ?? new(), voorstel, verzoek.Hash, persoon.Onderwerp, moment.Nu),
                            ct
                        )
                        : Voorstel.OnbekendeSoort(soort)
            )
            .Voor(Rol.Regelbeheerder)
            .Geeft<Bijgewerkt>();

    public static Beslissing Beslis(Briefsoort soort, Briefsjabloon sjabloon, int nummer, string hash, string wie, Instant nu)
    {
        var gevonden = sjabloon.Zoek(nummer);
        if (Voorstel.NietOpen(nummer, gevonden) is { } weigering)
        {
            return weigering;
        }
        var voorstel = gevonden!.Inhoud;
        if (voorstel.Voorstelhash != hash)
        {
            return Weigering.Van(
                "ander-voorstel",
                "Het voorstel dat u noemt is niet dit voorstel. Haal het opnieuw op, lees het en gebruik de hash die erbij staat."
            );
        }
        if (voorstel.Door == wie)
        {
            return Weigering.NietDoorU(
                "zelf-voorgesteld",
                "U hebt dit zelf voorgesteld. Laat het door een collega ondertekenen: hiervoor zijn twee personen nodig."
            );
        }
        var tekst = new Sjabloontekst(voorstel.Onderwerp, voorstel.Tekst);
        // What it may name can differ in the program that runs now.
        return Sjablooncontrole.Fouten(soort.Velden, tekst) is [var fout, ..]
            ? Weigering.Van("past-niet-meer", $"Deze tekst past niet meer: {fout.Uitleg} Zend het voorstel terug.")
            : new BriefsjabloonVastgesteld(
                soort.Code,
                sjabloon.Versie + 1,
                tekst.Hash,
                nummer,
                voorstel.Voorstelhash,
                [voorstel.Door, wie],
                nu
            );
    }
}
