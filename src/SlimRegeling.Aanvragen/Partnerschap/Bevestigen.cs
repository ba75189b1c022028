using System.ComponentModel;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Partnerschap;

/// <summary>
/// A party signs its own part, takes part in the plan as shown, and lets the hoofdaanvrager represent it (2.21, second paragraph). It takes
/// nothing from the agreement that all sign (2.23, first paragraph, under a).
/// </summary>
public static class Bevestigen
{
    /// <param name="Afdruk">As <see cref="UitnodigingTonen"/> gave it.</param>
    public sealed record Verzoek(
        [property: Description(
            "true: de partij verklaart dat haar deel juist is, dat zij meedoet en dat de hoofdaanvrager haar vertegenwoordigt."
        )]
            bool Akkoord,
        [property: Description("De afdruk die u bij het lezen kreeg.")] string Afdruk
    );

    public sealed record Antwoord(string Zaaknummer, Uitnodigingsstand Stand, Instant OndertekendOp);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/uitnodigingen/{zaaknummer}/bevestiging", Voer)
            .Voor(Rol.Aanvrager, Rol.Partij)
            .EigenZaak()
            .BindtOnderneming()
            .Geeft<Antwoord>()
            .WithSummary("Uw deel ondertekenen en meedoen bevestigen");

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Persoon persoon,
        Werkeenheid<AanvragenContext> eenheid,
        Aanvraagtijdvakken tijdvakken,
        Regelbron<AanvragenContext> regelbron,
        Aanroep aanroep,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await Partijblik.Lees(zaaknummer, eenheid, tijdvakken, persoon.KvkNummer ?? "", ct) is not { } blik)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
        if (Weiger(blik, verzoek, regels, nu) is { } weigering)
        {
            return weigering;
        }
        var plan = blik.Plan(regels, nu);
        var uitnodiging = blik.Uitnodiging;
        if (!uitnodiging.IsGetekend(blik.Partij) || !uitnodiging.Handtekening!.IsVoorPlan(plan))
        {
            var zout = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            var deel = Partijopgave.Van(blik.Partij);
            uitnodiging = uitnodiging.Na(new(Handeling.Bevestigd, aanroep.Wie, nu)) with
            {
                Handtekening = Handtekening.Van(zout, deel, plan, aanroep.Wie, nu),
            };
            eenheid.Sessie.UpdateRevision(uitnodiging, uitnodiging.Version + 1);
        }
        return Uitkomst.Ok(new Antwoord(zaaknummer, Uitnodigingsstand.Bevestigd, uitnodiging.Handtekening!.Op));
    }

    internal static Weigering? Weiger(Partijblik blik, Verzoek verzoek, Regelstanden regels, Instant nu)
    {
        if (DeelOpslaan.NietMeer(blik, nu) is { } nietMeer)
        {
            return nietMeer;
        }
        if (!verzoek.Akkoord)
        {
            return Weigering.Invoer(
                new Fout("akkoord", "Verklaar dat uw deel juist is en dat u meedoet, of kies dat u niet meedoet.", "artikel 2.21")
            );
        }
        if (blik.Fouten(regels, nu) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        return verzoek.Afdruk != UitnodigingTonen.Afdruk(blik.Partij, blik.Plan(regels, nu))
            ? Weigering.Van(
                "intussen-gewijzigd",
                "Het plan of uw deel is gewijzigd sinds u het las. Lees het nog eens na en onderteken dan."
            )
            : null;
    }
}
