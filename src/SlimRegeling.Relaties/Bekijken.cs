using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Relaties;

/// <summary>An enterprise as it enrolled, with the account in use.</summary>
public static class Bekijken
{
    /// <param name="Gegevens">Null when destroyed with the dossier.</param>
    /// <param name="Rekening">Null when destroyed with the dossier.</param>
    public sealed record Beeld(string KvkNummer, Ondernemingsgegevens? Gegevens, Rekeningbeeld? Rekening);

    public sealed record Rekeningbeeld(int Volgnummer, string Iban, string Tenaamstelling, Instant Op);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/ondernemingen/{kvkNummer}", Toon)
            .Geeft<Beeld>()
            .LegtInzageVast("onderneming")
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Partij, Rol.Beoordelaar, Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);

    private static async Task<Uitkomst> Toon(
        string kvkNummer,
        Stroom<Onderneming> ondernemingen,
        Werkeenheid<RelatiesContext> eenheid,
        CancellationToken ct
    )
    {
        var uitkomst = await ondernemingen.Toon(kvkNummer, onderneming => onderneming, ct);
        if (uitkomst.Inhoud is not Onderneming { Gegevens: { } gegevens } onderneming)
        {
            return Weigering.NietGevonden(kvkNummer);
        }
        var laatste = onderneming.Rekeningen[^1];
        var rekening = await eenheid.Lees<Rekeninggegevens>(laatste.Gegevens, ct);
        return uitkomst with
        {
            Inhoud = new Beeld(
                kvkNummer,
                await eenheid.Lees<Ondernemingsgegevens>(gegevens, ct),
                rekening is null ? null : new Rekeningbeeld(laatste.Volgnummer, rekening.Iban, rekening.Tenaamstelling, laatste.Op)
            ),
        };
    }
}
