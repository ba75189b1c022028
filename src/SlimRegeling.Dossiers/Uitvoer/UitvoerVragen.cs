using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers.Uitvoer;

/// <summary>An employee says for whom a whole dossier leaves the house; then it can be fetched for an hour.</summary>
public static class UitvoerVragen
{
    private const int LangsteToelichting = 1000;

    internal static readonly Rol[] Wie = [Rol.Beoordelaar, Rol.Medeondertekenaar, Rol.Beheerder];

    /// <param name="Toelichting">Whose request it is, and where that is kept.</param>
    public sealed record Verzoek(Aanleiding Aanleiding, string Toelichting);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/dossiers/{zaaknummer}/uitvoer", Voer).Geeft<Bijgewerkt>(201).Voor(Wie);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Persoon persoon,
        Zaakwijzer wijzer,
        Stroom<Dossieruitvoer> uitvoeren,
        Moment moment,
        CancellationToken ct
    )
    {
        var (zaak, weigering) = await wijzer.Zoek(zaaknummer, ct);
        if (zaak is null)
        {
            return weigering!;
        }
        var id = $"{zaak.Id}-uitvoer-{Guid.CreateVersion7():N}";
        var uitkomst = await uitvoeren.SchrijfOfBegin(
            id,
            _ =>
                Beslis(
                    zaak.Id,
                    verzoek,
                    () => uitvoeren.Bewaar(zaak.Id, new Uitvoertoelichting(verzoek.Toelichting.Trim())),
                    persoon.Onderwerp,
                    moment.Nu
                ),
            ct
        );
        return uitkomst.Weigering is null ? Uitkomst.Gemaakt($"/dossiers/{zaak.Id}/uitvoer/{id}", uitkomst.Inhoud!) : uitkomst;
    }

    /// <param name="bewaar">Keeps what was written beside the stream; called only when it may be taken out.</param>
    public static Beslissing Beslis(string zaaknummer, Verzoek verzoek, Func<Verwijzing> bewaar, string wie, Instant nu) =>
        string.IsNullOrWhiteSpace(verzoek.Toelichting) || verzoek.Toelichting.Trim().Length > LangsteToelichting
            ? Weigering.Invoer(
                new Fout(
                    "toelichting",
                    $"Schrijf op wie om het dossier vroeg en waar dat verzoek staat, in ten hoogste {LangsteToelichting} tekens."
                )
            )
            : new DossieruitvoerGevraagd(zaaknummer, verzoek.Aanleiding, bewaar(), wie, nu);
}
