using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Relaties;

/// <summary>An enterprise gives another bank account. Betalingen pays on it only after a second person has checked it.</summary>
public static class RekeningWijzigen
{
    public sealed record Verzoek(string Iban, string Tenaamstelling);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/ondernemingen/{kvkNummer}/rekening", Voer)
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .BindtOnderneming();

    private static async Task<Uitkomst> Voer(
        string kvkNummer,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Onderneming> ondernemingen,
        Werkeenheid<RelatiesContext> eenheid,
        Moment moment,
        CancellationToken ct
    )
    {
        var (rekening, fouten) = new Rekeninggegevens(verzoek.Iban, verzoek.Tenaamstelling).Controleer();
        if (rekening is null)
        {
            return Weigering.Invoer(fouten);
        }
        var opgave = await Bepaal(kvkNummer, rekening, await ondernemingen.Lees(kvkNummer, ct), eenheid, ct);
        return await ondernemingen.Schrijf(kvkNummer, onderneming => Beslis(onderneming, opgave, persoon.Onderwerp, moment.Nu), ct);
    }

    public static Beslissing Beslis(Onderneming onderneming, Opgave opgave, string wie, Instant nu)
    {
        if (onderneming.Gegevens is null)
        {
            return Weigering.Van(
                "niet-ingeschreven",
                "Deze onderneming is nog niet ingeschreven. Schrijf haar eerst in, met haar rekening."
            );
        }
        return Volgende(onderneming, opgave, wie, nu) is { } gewijzigd ? gewijzigd : Beslissing.Geen;
    }

    /// <summary>Null when the account in use is the same.</summary>
    internal static RekeningGewijzigd? Volgende(Onderneming onderneming, Opgave opgave, string wie, Instant nu) =>
        Laatste(onderneming) is { } laatste && laatste == opgave.Zelfde
            ? null
            : new RekeningGewijzigd(onderneming.Rekeningen.Count + 1, opgave.Bewaar(), wie, nu);

    internal static Task<Opgave> Bepaal(
        string kvkNummer,
        Rekeninggegevens rekening,
        Onderneming? bekend,
        Werkeenheid<RelatiesContext> eenheid,
        CancellationToken ct
    ) => Opgave.Van(kvkNummer, rekening, Laatste(bekend), oud => oud == rekening, eenheid, ct);

    private static Verwijzing? Laatste(Onderneming? onderneming) =>
        onderneming is { Rekeningen: [.., var laatste] } ? laatste.Gegevens : null;
}
