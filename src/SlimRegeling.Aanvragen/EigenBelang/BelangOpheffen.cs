using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen.EigenBelang;

/// <summary>A colleague says why the interest that somebody declared does not stand in the way (any more), and opens the case to them again.</summary>
public static class BelangOpheffen
{
    /// <param name="Medewerker">The pseudonym of who declared it.</param>
    public sealed record Verzoek(string Medewerker, string Reden);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{zaaknummer}/belang/opheffing", Voer).Voor(Rol.Medeondertekenaar).Geeft<Bijgewerkt>();

    private static Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Stroom<Aanvraag> aanvragen,
        Werkeenheid<AanvragenContext> eenheid,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        return aanvragen.Schrijf(
            zaaknummer,
            verzoek.Medewerker,
            geldt: false,
            (aanvraag, bewaar) => Beslis(aanvraag, verzoek, persoon.Onderwerp, bewaar, nu),
            eenheid,
            nu,
            ct
        );
    }

    /// <param name="wie">A pseudonym.</param>
    /// <param name="bewaar">Keeps the reason; called only when the case opens.</param>
    public static Beslissing Beslis(Aanvraag aanvraag, Verzoek verzoek, string wie, Func<Belangtekst, Verwijzing> bewaar, Instant nu)
    {
        if (aanvraag.Ingediend is null)
        {
            return Weigering.NietGevonden(aanvraag.Id);
        }
        if (verzoek.Medewerker == wie)
        {
            return Weigering.NietDoorU(
                "eigen-belang-opheffen",
                "U meldde dit belang zelf. Vraag een collega of de zaak voor u weer open kan.",
                "artikel 2:4 Awb"
            );
        }
        if (!aanvraag.HeeftBelang(verzoek.Medewerker))
        {
            return Weigering.Van(
                "geen-belang",
                "Deze medewerker heeft bij deze zaak geen belang gemeld. De zaak is voor hem of haar al open."
            );
        }
        if (Belangtekst.TeLang("reden", verzoek.Reden) is { } fout)
        {
            return Weigering.Invoer(fout);
        }
        return verzoek.Reden.Trim() is { Length: > 0 } reden
            ? new BelangOpgeheven(verzoek.Medewerker, wie, bewaar(new Belangtekst(reden)), nu)
            : Weigering.Invoer(new Fout("reden", "Schrijf waarom dit belang niet meer in de weg staat.", "artikel 2:4 Awb"));
    }
}
