using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Relaties;

/// <summary>
/// An enterprise as it enrolled, with the account in use. Who acts by a machtiging that it gave in the portal changes neither, and of the account
/// learns only what is enough to recognise it.
/// </summary>
public static class Bekijken
{
    /// <param name="Gegevens">Null when destroyed with the dossier.</param>
    /// <param name="Rekening">Null when destroyed with the dossier.</param>
    public sealed record Beeld(string KvkNummer, Ondernemingsgegevens? Gegevens, Rekeningbeeld? Rekening);

    /// <param name="Iban">For who acts by a machtiging of the portal the last four characters, after three dots.</param>
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
        Persoon persoon,
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
                rekening is null ? null : VanRekening(laatste, rekening, persoon)
            ),
        };
    }

    public static Rekeningbeeld VanRekening(Rekening laatste, Rekeninggegevens gegevens, Persoon persoon) =>
        new(laatste.Volgnummer, persoon.Omvang is null ? gegevens.Iban : $"…{gegevens.Iban[^4..]}", gegevens.Tenaamstelling, laatste.Op);
}
