using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen.EigenBelang;

/// <summary>
/// An employee declares an interest of their own in a case (2:4 Awb). From the answer on it is closed to them, everywhere in this process at once
/// and elsewhere when it is heard; only a colleague can open it again.
/// </summary>
public static class BelangMelden
{
    /// <param name="Toelichting">What the interest is; nobody has to say.</param>
    public sealed record Verzoek(string? Toelichting = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{zaaknummer}/belang", Voer)
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar, Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .BlijftOpenBijBelang("who declares it again is told that it stands")
            .Geeft<Bijgewerkt>();

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
            persoon.Onderwerp,
            geldt: true,
            (aanvraag, bewaar) => Beslis(aanvraag, verzoek, persoon.Onderwerp, bewaar, nu),
            eenheid,
            nu,
            ct
        );
    }

    /// <param name="wie">A pseudonym.</param>
    /// <param name="bewaar">Keeps what they wrote; called only when something was written and the declaration is new.</param>
    public static Beslissing Beslis(Aanvraag aanvraag, Verzoek verzoek, string wie, Func<Belangtekst, Verwijzing> bewaar, Instant nu)
    {
        if (aanvraag.Ingediend is null)
        {
            return Weigering.NietGevonden(aanvraag.Id);
        }
        if (aanvraag.HeeftBelang(wie))
        {
            return Beslissing.Geen;
        }
        if (Belangtekst.TeLang("toelichting", verzoek.Toelichting) is { } fout)
        {
            return Weigering.Invoer(fout);
        }
        var gemeld = new BelangGemeld(
            wie,
            verzoek.Toelichting?.Trim() is { Length: > 0 } tekst ? bewaar(new Belangtekst(tekst)) : null,
            nu
        );
        // Who had the case to assess has it no longer: said apart, so that all who keep a list of work hear it.
        return aanvraag.Beoordelaar == wie && aanvraag.Beoordeling is null
            ? Beslissing.Van(gemeld, new AanvraagTeruggegeven(wie, nu))
            : gemeld;
    }
}
