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
        api.MapPost("/ondernemingen/{kvkNummer}/rekening", Voer).Geeft<Bijgewerkt>().Voor(Rol.Aanvrager, Rol.Gemachtigde).EigenZaak();

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

    /// <param name="Bewaar">Keeps the account beside the stream.</param>
    /// <param name="Zelfde">The kept account that is the same already.</param>
    public sealed record Opgave(Func<Verwijzing> Bewaar, Verwijzing? Zelfde);

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
    internal static RekeningGewijzigd? Volgende(Onderneming onderneming, Opgave opgave, string wie, Instant nu)
    {
        var laatste = onderneming.Rekeningen.Count > 0 ? onderneming.Rekeningen[^1].Gegevens : null;
        return laatste is not null && laatste == opgave.Zelfde
            ? null
            : new RekeningGewijzigd(onderneming.Rekeningen.Count + 1, opgave.Bewaar(), wie, nu);
    }

    internal static async Task<Opgave> Bepaal(
        string kvkNummer,
        Rekeninggegevens rekening,
        Onderneming? bekend,
        Werkeenheid<RelatiesContext> eenheid,
        CancellationToken ct
    )
    {
        var laatste = bekend is { Rekeningen.Count: > 0 } ? bekend.Rekeningen[^1].Gegevens : null;
        var zelfde = laatste is not null && await eenheid.Lees<Rekeninggegevens>(laatste, ct) == rekening;
        return new Opgave(() => eenheid.Bewaar(kvkNummer, rekening), zelfde ? laatste : null);
    }
}
